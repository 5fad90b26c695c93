import { createHash } from 'node:crypto'
import { commitment } from '../donations/receipt.ts'
import { city } from '../ledger/batch.ts'
import { accounts, balanced, type LedgerItem } from '../ledger/entry.ts'
import { hourOf } from '../time.ts'
import type { Statement } from './statement.ts'

/** Do two statements of a day say the same? */
export const saysSame = (a: Statement, b: Statement): boolean =>
  textOf({ ...a, version: 1, madeAt: '' }) === textOf({ ...b, version: 1, madeAt: '' })

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, each]) => each !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, each]) => [name, sorted(each)]),
        )
      : value

/** The bytes of a statement, for ever the same: JSON without spaces, members in the order of their names (RFC 8785). */
export const textOf = (of: unknown): string => JSON.stringify(sorted(of))

/** SHA-256 of a statement’s bytes, hex: the book names it, so that no statement can be altered later. */
export const digestOf = (of: Statement): string => createHash('sha256').update(textOf(of)).digest('hex')

/** What the book says of a statement: a line of 0 đồng with the day’s sums and the digest. */
export function statementEntry(of: Statement, ids: { entryId: string; nonce: string }, now: string): LedgerItem {
  const { day, version, differences } = of
  const facts = {
    day,
    version,
    inVnd: of.in.vnd,
    feesVnd: of.feesVnd,
    refundedVnd: of.refunded.vnd,
    unallocatedVnd: of.unallocatedVnd,
    differences,
    sha256: digestOf(of),
  }
  return {
    v: 1,
    entryId: ids.entryId,
    kind: 'statement',
    program: city,
    postings: balanced([
      [accounts.fund(city), 0],
      ['received:statement', 0],
    ]),
    currency: 'VND',
    hour: hourOf(now),
    commitment: commitment({ format: 'learning-city-statement-v1', ...facts }, ids.nonce),
    facts,
    paymentKey: `statement#${day}#${version}`,
    recordedAt: now,
    receipt: { format: 'learning-city-statement-v1', ...facts, nonce: ids.nonce },
  }
}
