import { createHash } from 'node:crypto'
import type { ProviderName } from '../donations/way.ts'
import { accountOf, movementOf } from '../transfers/transfer.ts'
import type { Row } from './row.ts'
import { maxRows, type Order } from './taken.ts'

/** Rows in parts. Those of one movement stay in one part as far as it holds them, for they are judged together. */
function cut(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [[]]
  for (const together of Map.groupBy(rows, ({ transactionId }) => movementOf(transactionId)).values()) {
    const { length } = parts.at(-1)!
    if (length > 0 && length + together.length > maxRows) parts.push([])
    for (const row of together) {
      if (parts.at(-1)!.length === maxRows) parts.push([])
      parts.at(-1)!.push(row)
    }
  }
  return parts
}

/** A file is known by its bytes; what is read of it with an account that does not stand in it is another listing. */
export const digestOf = (bytes: Uint8Array, account = ''): string =>
  createHash('sha256').update(account).update(bytes).digest('hex')

/** A file of the bank tells of the accounts in it, and of no other. */
export const coverOf = (provider: ProviderName, rows: readonly Row[]): Pick<Order, 'accounts'> =>
  provider === 'bank' && rows.length > 0
    ? { accounts: [...new Set(rows.map(({ transactionId }) => accountOf(transactionId)))] }
    : {}

/** What a provider or bank says of some days, from a file or by its API. */
export type Listing = Omit<Order, 'chunk' | 'chunks' | 'dry'>

/** What a statement says, in parts that are taken one by one; one without rows has one part too. */
export function partsOf(of: Listing): Order[] {
  const parts = cut(of.rows)
  return parts.map((rows, chunk) => ({ ...of, rows, chunk, chunks: parts.length }))
}
