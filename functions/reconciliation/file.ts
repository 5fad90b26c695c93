import type { ProviderName } from '../donations/way.ts'
import { Refusal } from '../refusal.ts'
import { toldApart } from './apart.ts'
import { type Cells, cellsOf, separators } from './cells.ts'
import { columnsOf, type Field, fold, names, needed } from './columns.ts'
import type { Row, StatementFile } from './row.ts'
import { type Fields, fieldsOf, rowOf } from './row-of.ts'
import { instantIn } from './typed.ts'

/** Banks write who and when above the table; it begins within so many records. */
const headerWithin = 40

interface Table {
  header: Cells
  columns: Map<Field, number>
  above: Cells[]
  below: Cells[]
}

const isWhole = (columns: Map<Field, number>, provider: ProviderName) =>
  needed(provider).every((any) => any.some((field) => columns.has(field)))

/** The table in a file, by whichever separator shows its header. Refuses a file without one, naming the column it lacks. */
function tableOf(text: string, provider: ProviderName): Table {
  const wanted = names[provider]
  if (!wanted) throw new Refusal('malformed', 'file-provider', { with: { provider } })
  let best: { columns: Map<Field, number> } | undefined
  let broken: unknown
  for (const separator of separators) {
    let records: Cells[]
    try {
      records = cellsOf(text, separator)
    } catch (error) {
      // What is no quote by one separator may be one by another.
      broken ??= error
      continue
    }
    for (const [place, header] of records.slice(0, headerWithin).entries()) {
      const columns = columnsOf(header.cells, wanted)
      if (isWhole(columns, provider))
        return { header, columns, above: records.slice(0, place), below: records.slice(place + 1) }
      if (columns.size > (best?.columns.size ?? 0)) best = { columns }
    }
  }
  if (broken !== undefined && !best) throw broken
  const lacks = needed(provider).find((any) => !any.some((field) => best?.columns.has(field)))!
  const column = lacks.map((field) => wanted[field]![0]).join(' / ')
  throw new Refusal('malformed', 'file-column', { with: { column } })
}

/** The account number above the table of a bank’s statement; undefined if none stands there. */
function accountAbove(above: readonly Cells[]): string | undefined {
  for (const { cells } of above)
    for (const [place, cell] of cells.entries()) {
      if (!/so tai khoan|account (no|number)/.test(fold(cell))) continue
      const here = [cell.replace(/^[^:]*:?/, ''), ...cells.slice(place + 1)]
      const number = here.map((each) => /\d[\d .-]{4,24}\d/.exec(each)?.[0]).find(Boolean)
      if (number) return number.replace(/\D/g, '')
    }
  return undefined
}

/** A remark or signatures below the table: words without a figure, or one cell of words. A line that was cut off is none. */
function isNote({ cells }: Cells): boolean {
  const said = cells.map((cell) => cell.trim()).filter(Boolean)
  return said.every((cell) => !/\d/.test(cell)) || (said.length === 1 && /\p{L}.* /u.test(said[0]!))
}

const sumWords = /^(tong|cong|total|sum)\b/

/** Refuses a file whose own total is not the sum of its rows: a part of it was lost on the way. */
function checkSum(of: Fields, rows: readonly Row[]): void {
  const field = of.has('credit') ? 'credit' : 'amount'
  if (of.cell(field) === '') return
  const sumOf = (kind: Row['kind']) => rows.reduce((sum, row) => sum + (row.kind === kind ? row.amountVnd : 0), 0)
  const stated = of.vnd(field)
  const [came, back, left] = [sumOf('payment'), sumOf('refund'), sumOf('outgoing')]
  if (![came, came - back, came + back, ...(field === 'amount' ? [came - left, came + left] : [])].includes(stated))
    throw new Refusal('malformed', 'file-total', {
      with: { line: of.line, stated: { vnd: stated }, sum: { vnd: came } },
    })
}

/**
 * Reads a provider’s or bank’s statement. A file is taken whole or refused, naming the line and column. `account` is the
 * bank account, where the file does not say it.
 */
export function readFile(text: string, provider: ProviderName, account?: string): StatementFile {
  const { header, columns, above, below } = tableOf(text, provider)
  const own = account ?? (provider === 'bank' ? accountAbove(above) : undefined)
  const rows: Row[] = []
  let failed = 0
  let netVnd: number | undefined
  for (const record of below) {
    const of = fieldsOf(record, header, columns)
    const isSum = sumWords.test(fold(record.cells.find((cell) => cell.trim() !== '') ?? ''))
    if (isSum && instantIn(of.cell('at')) === undefined) {
      checkSum(of, rows)
      continue
    }
    if (isNote(record)) continue
    const read = rowOf(of, provider, own)
    if (read === 'failed') {
      failed++
      continue
    }
    rows.push(read)
    if (of.has('net')) netVnd = (netVnd ?? 0) + of.vnd('net')
  }
  return { rows: toldApart(rows), failed, ...(netVnd === undefined ? {} : { netVnd }) }
}
