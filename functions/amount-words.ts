import type { Vnd } from './money.ts'
import type { Lang } from './words/words.ts'

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const
const scales = { vi: ['', ' ngàn', ' triệu', ' tỷ'], en: ['', ' thousand', ' million', ' billion'] } as const

/** `năm mươi ngàn đồng`, as it is said in Saigon, or `fifty thousand đồng`; whole đồng from 0 to 999,999,999,999, else RangeError. */
export function amountInWords(amountVnd: Vnd, lang: Lang): string {
  if (!Number.isInteger(amountVnd) || amountVnd < 0 || amountVnd > 999_999_999_999)
    throw new RangeError('amount-words: whole đồng from 0 to 999,999,999,999')
  if (amountVnd === 0) return `${lang === 'vi' ? digits[0] : small[0]} đồng`
  return `${(lang === 'vi' ? inVietnamese : inEnglish)(groupsOf(amountVnd))} đồng`
}

/** Groups of three digits, the highest first, each with its place (0 units, 1 thousands …). */
function groupsOf(value: number): { group: number; place: number }[] {
  const groups: { group: number; place: number }[] = []
  for (let rest = value, place = 0; rest > 0; rest = Math.floor(rest / 1_000), place += 1)
    groups.unshift({ group: rest % 1_000, place })
  return groups
}

const inVietnamese = (groups: { group: number; place: number }[]): string =>
  groups
    .flatMap(({ group, place }, index) =>
      group === 0 ? [] : `${groupInVietnamese(group, index > 0)}${scales.vi[place]}`,
    )
    .join(' ')

/** A group that follows another says its empty hundreds: 1.005.000 is `một triệu không trăm lẻ năm ngàn`. */
function groupInVietnamese(group: number, follows: boolean): string {
  const [hundred, ten, unit] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10]
  const said: string[] = []
  if (hundred > 0 || follows) said.push(`${digits[hundred]} trăm`)
  if (ten === 0 && unit > 0 && said.length > 0) said.push('lẻ')
  if (ten === 1) said.push('mười')
  if (ten > 1) said.push(`${digits[ten]} mươi`)
  if (unit > 0) said.push(unitInVietnamese(unit, ten))
  return said.join(' ')
}

function unitInVietnamese(unit: number, ten: number): string {
  if (unit === 5 && ten > 0) return 'lăm'
  if (unit === 1 && ten > 1) return 'mốt'
  return digits[unit]!
}

const inEnglish = (groups: { group: number; place: number }[]): string =>
  groups
    .flatMap(({ group, place }, index) => {
      if (group === 0) return []
      const and = index > 0 && place === 0 && group < 100 ? 'and ' : ''
      return `${and}${groupInEnglish(group)}${scales.en[place]}`
    })
    .join(' ')

function groupInEnglish(group: number): string {
  const hundred = Math.floor(group / 100)
  const rest = group % 100
  const low =
    rest < 20 ? small[rest]! : `${tens[Math.floor(rest / 10)]}${rest % 10 === 0 ? '' : `-${small[rest % 10]}`}`
  if (hundred === 0) return low
  return rest === 0 ? `${small[hundred]} hundred` : `${small[hundred]} hundred and ${low}`
}
