import { type Draw, paymentFact } from '../donations/payment-store.ts'
import type { LedgerItem } from '../ledger/entry.ts'
import { entryWrites } from '../ledger/store.ts'
import { Refusal } from '../refusal.ts'
import { key } from '../store/keys.ts'
import { absent, ConditionFailed, get, put, query, transact, write } from '../store/table.ts'
import { dayOf } from '../time.ts'
import { type Income, income, incomeOf, type Transfer } from './transfer.ts'

const tries = 8

/** Records money without a code, once for ever. `false`: it was recorded before. A receipt number that is taken is drawn again. */
export async function keepIncome(of: Transfer, draw: Draw, now: string): Promise<boolean> {
  const { transactionId, amountVnd, at } = of
  for (let attempt = 1; ; attempt++) {
    if (await get(key.payment('bank', transactionId))) return false
    const { kept, ledger } = incomeOf(of, draw.nonce(), draw.ids(), now)
    try {
      await transact([
        paymentFact({ provider: 'bank', transactionId, reference: '', amountVnd, paidAt: at }, undefined, now),
        write.put({ ...key.number(kept.number), v: 1, entryId: kept.entryId }, absent),
        ...entryWrites(ledger),
        write.put({ ...key.unallocated('open', transactionId), ...kept }, absent),
      ])
      return true
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt >= tries) throw error
    }
  }
}

/** Money whose program nobody knows yet. */
export const openIncome = async (): Promise<Income[]> =>
  (await query(key.unallocated('open', '').pk)).map((item) => income.parse(item))

/** Refuses what is not there; what was allocated already says to whom. */
export async function incomeBy(transactionId: string): Promise<Income> {
  const item =
    (await get(key.unallocated('open', transactionId))) ?? (await get(key.unallocated('done', transactionId)))
  if (!item) throw new Refusal('unknown', 'income-unknown')
  return income.parse(item)
}

/** Moves money to its program by an entry, once: a second order for the same money changes nothing. */
export async function allocate(of: Income, entry: LedgerItem): Promise<void> {
  await transact([
    ...entryWrites(entry),
    write.put({ ...key.unallocated('done', of.transactionId), ...of, allocatedTo: entry.program }, absent),
    write.remove(key.unallocated('open', of.transactionId)),
  ])
}

/** Money that left the account, for the statement. `false`: the same movement was told before. */
export async function keepOutgoing(of: Transfer): Promise<boolean> {
  const day = dayOf(of.at)
  try {
    await put({ ...key.outgoing(day, of.transactionId), v: 1, ...of }, absent)
    return true
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    return false
  }
}
