import { Refusal } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { mostRepeats, repeatOf } from '../transfers/transfer.ts'
import { nameOf, type Row } from './row.ts'

/**
 * A bank may give one reference to several movements of one sum and day: they are told apart by their order. Refuses the
 * same event of another provider on two lines: one of them is a mistake, and nobody here knows which.
 */
export function toldApart(rows: readonly Row[]): Row[] {
  const seen = new Map<string, { line: number; count: number }>()
  return rows.map((row) => {
    // Some banks count their references anew each day.
    const name = row.provider === 'bank' ? `${nameOf(row)} ${dayOf(row.at)}` : nameOf(row)
    const before = seen.get(name)
    if (!before) {
      seen.set(name, { line: row.line, count: 1 })
      return row
    }
    before.count++
    if (row.provider !== 'bank' || before.count > mostRepeats)
      throw new Refusal('malformed', 'file-twice', { with: { line: row.line, first: before.line } })
    return { ...row, transactionId: repeatOf(row.transactionId, before.count) }
  })
}
