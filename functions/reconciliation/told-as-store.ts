import { getMany } from '../store/table.ts'
import { dayOf } from '../time.ts'
import { outgoingOn } from '../transfers/store.ts'
import { aliasKey } from '../transfers/told-store.ts'
import { accountOf, isOtherDay, isTellersOwn, toldIdOf } from '../transfers/transfer.ts'
import { paymentsOf } from './known-store.ts'
import type { Row } from './row.ts'

/** A row under the id that its transfer has in our books, with the bank's where that is another. */
export type Named = Row & { bankId?: string }

/** The id under which the row's teller may have told of it before; its own where nobody did. */
async function otherIds(rows: readonly Row[]): Promise<string[]> {
  const aliases = await getMany(rows.map(({ transactionId }) => aliasKey(transactionId)))
  return rows.map(({ transactionId, toldAs }, place) =>
    toldAs === undefined ? String(aliases[place]?.of ?? transactionId) : toldIdOf(transactionId, toldAs),
  )
}

/** Under the id by which the teller told of a transfer first, where that is the one in our books. */
export async function asTold(rows: readonly Row[]): Promise<Named[]> {
  if (rows[0]?.provider !== 'bank') return [...rows]
  const [own, ids] = await Promise.all([paymentsOf(rows), otherIds(rows)])
  const others = await paymentsOf(rows.map((row, place) => ({ ...row, transactionId: ids[place]! })))
  const outgoing = await outgoingBefore(rows, ids)
  return rows.map((row, place) => {
    const other = others[place]
    const isSame = own[place] === undefined && other && !isOtherDay(other.paidAt ?? other.recordedAt, row.at)
    const id = row.kind === 'outgoing' ? outgoing.get(row) : isSame ? ids[place] : undefined
    return id === undefined || id === row.transactionId ? row : { ...row, transactionId: id, bankId: row.transactionId }
  })
}

/**
 * The transfers that left and were told of without the bank's reference, by the rows that are theirs: the teller's number
 * says it, else the account, the sum and the day, one for one: the bank's file has all that left.
 */
async function outgoingBefore(rows: readonly Row[], ids: readonly string[]): Promise<Map<Row, string>> {
  const found = new Map<Row, string>()
  const left = rows.flatMap((row, place) => (row.kind === 'outgoing' ? [{ row, id: ids[place]! }] : []))
  for (const [day, each] of Map.groupBy(left, ({ row }) => dayOf(row.at))) {
    const kept = new Map((await outgoingOn(day)).map((of) => [of.transactionId, of]))
    for (const { row, id } of each) if (!kept.has(row.transactionId) && kept.delete(id)) found.set(row, id)
    for (const { row } of each) {
      if (kept.has(row.transactionId) || found.has(row) || row.toldAs !== undefined) continue
      const account = accountOf(row.transactionId)
      const bare = [...kept.values()].find(
        ({ transactionId: id, amountVnd }) =>
          isTellersOwn(id) && accountOf(id) === account && amountVnd === row.amountVnd,
      )
      if (bare && kept.delete(bare.transactionId)) found.set(row, bare.transactionId)
    }
  }
  return found
}
