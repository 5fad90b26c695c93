import type { Vnd } from '../money.ts'
import { stampOf } from '../time.ts'

const amount = /^(\d{1,15}|[1-9]\d{0,2}(?:([., ])\d{3})(?:\2\d{3})*)(?:([.,])0{1,2})?$/

/**
 * Whole đồng as files write them: `1.234.567`, `1,234,567`, `1234567.00`, `-50,000`, `(50,000)`, `50.000 VND`.
 * undefined for anything else, a part of a đồng included.
 */
export function vndOf(cell: string): Vnd | undefined {
  let text = cell
    .normalize('NFKC')
    .trim()
    .replace(/\s*(vnd|vnđ|đ|₫|đồng)$/iu, '')
    .replace(/^[\u2212-]\s*/, '-')
  let sign = 1
  if (/^\(.*\)$/.test(text)) text = `-${text.slice(1, -1).trim()}`
  if (/^[+-]/.test(text)) {
    if (text.startsWith('-')) sign = -1
    text = text.slice(1).trim()
  }
  const found = amount.exec(text)
  if (!found || (found[2] !== undefined && found[2] === found[3])) return undefined
  return sign * Number(found[1]!.replace(/\D/g, '')) || 0
}

const time = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d{1,6})?)?`
const dayFirst = String.raw`(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})`
const yearFirst = String.raw`(?<year>\d{4})[/-](?<month>\d\d)[/-](?<day>\d\d)`
const forms = [
  `${dayFirst}(?:[ ,T]+${time})?`,
  `${yearFirst}(?:[ ,T]+${time})?`,
  `${time}[ ,]+${dayFirst}`,
  String.raw`(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)`,
].map((form) => new RegExp(`^${form}$`))

/**
 * An instant as files write it, in Viet Nam’s time unless it names a zone: `23/11/2026 14:30:05`, `2026-11-23 14:30`,
 * `20261123143005`, `23/11/2026` (its midnight). The day stands before the month. undefined for anything else.
 */
export function instantIn(cell: string): string | undefined {
  const text = cell.normalize('NFKC').trim().replace(/\s+/g, ' ')
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(text)) {
    const ms = Date.parse(text)
    return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
  }
  const found = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined)
  if (!found) return undefined
  const two = (part: string | undefined) => (part ?? '0').padStart(2, '0')
  const { year, month, day, hour, minute, second } = found
  const stamp = [year, two(month), two(day), two(hour), two(minute), two(second)]
  const ms = Date.parse(`${stamp.slice(0, 3).join('-')}T${stamp.slice(3).join(':')}.000+07:00`)
  if (Number.isNaN(ms)) return undefined
  const instant = new Date(ms).toISOString()
  // 31/02 becomes a day in March: only what reads back the same was a day.
  return stampOf(instant) === stamp.join('') ? instant : undefined
}

/** Did a spreadsheet write a long number in its short form, `2.60927E+15`? Its digits are lost. */
export const isRounded = (cell: string): boolean => /^\d+([.,]\d+)?E\+?\d+$/i.test(cell.trim())

/** A provider’s id, without what spreadsheets put around it (`'123`, `="123"`); undefined if it is none. */
export function idOf(cell: string): string | undefined {
  const id = cell
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '')
    .trim()
  return /^[A-Za-z0-9][A-Za-z0-9._:/\\-]{0,119}$/.test(id) && !isRounded(id) ? id : undefined
}
