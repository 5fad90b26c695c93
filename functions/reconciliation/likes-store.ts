import { dayOf } from '../time.ts'
import { accountOf, isOtherDay, isTellersOwn, movementOf, nearMs, tellerOf } from '../transfers/transfer.ts'
import { transfersIn } from './book-day-store.ts'
import type { Payment } from './known-store.ts'
import type { Row } from './row.ts'
import { dayAfter } from './taken.ts'

/**
 * May a transfer of ours be what a row tells? One of the two lacks the bank’s reference (a row that does has the bank's
 * time); or both have it, with another sum.
 */
function isLike(row: Row, of: Payment): boolean {
  const paidAt = of.paidAt ?? of.recordedAt
  if (isOtherDay(paidAt, row.at)) return false
  if (tellerOf(of.transactionId) === tellerOf(row.transactionId))
    return movementOf(of.transactionId) === movementOf(row.transactionId) && of.amountVnd !== row.amountVnd
  const isNear = isTellersOwn(of.transactionId) || Math.abs(Date.parse(paidAt) - Date.parse(row.at)) <= nearMs
  return isNear && accountOf(of.transactionId) === accountOf(row.transactionId) && of.amountVnd === row.amountVnd
}

/**
 * The transfer in our books that a missing row of the bank’s file may be. A transfer that another row of `all` names is
 * that row’s: a bank may give one reference to several movements, and then its file has them all.
 */
export async function likesOf(missing: readonly Row[], all: readonly Row[]): Promise<Map<Row, Payment>> {
  const rows = missing.filter(({ provider }) => provider === 'bank')
  const times = rows.map(({ at }) => at).sort()
  if (times.length === 0) return new Map()
  const movements = new Set(rows.map(({ transactionId }) => movementOf(transactionId)))
  const named = new Set(all.map(({ transactionId }) => transactionId))
  const bare = new Set(rows.flatMap(({ transactionId: id }) => (isTellersOwn(id) ? [accountOf(id)] : [])))
  const isMeant = (id: string) =>
    !named.has(id) && (isTellersOwn(id) || movements.has(movementOf(id)) || bare.has(accountOf(id)))
  const told = await transfersIn(dayAfter(dayOf(times[0]!), -2), dayAfter(dayOf(times.at(-1)!), 2), isMeant)
  return new Map(
    rows.flatMap((row) => {
      const like = told.find((of) => isLike(row, of))
      return like ? [[row, like] as const] : []
    }),
  )
}
