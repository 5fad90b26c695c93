import { type Alongside, type Draw, paymentFact } from '../donations/payment-store.ts'
import { isUnderWay } from '../donations/refundable.ts'
import type { LedgerItem } from '../ledger/entry.ts'
import { entryWrites } from '../ledger/store.ts'
import type { Vnd } from '../money.ts'
import { Refusal } from '../refusal.ts'
import { key } from '../store/keys.ts'
import { absent, ConditionFailed, get, query, transact, type Write, write } from '../store/table.ts'
import { dayOf } from '../time.ts'
import { aliasOf } from './told-store.ts'
import { type Income, income, incomeOf, leftIn, type Transfer, transfer, voucherUntil } from './transfer.ts'

/** An officer and a notification may meet on one item; whoever loses reads it again. */
const tries = 20

/** Records money without a code, once for ever. `false`: it was recorded before. A receipt number that is taken is drawn again. */
export async function keepIncome(
  of: Transfer,
  draw: Draw,
  now: string,
  alongside: Alongside = async () => [],
): Promise<boolean> {
  const { transactionId, amountVnd, at, toldAs } = of
  for (let attempt = 1; ; attempt++) {
    if (await get(key.payment('bank', transactionId))) return false
    const { kept, ledger } = incomeOf(of, draw.nonce(), draw.ids(), now)
    try {
      await transact([
        ...(await alongside()),
        paymentFact({ provider: 'bank', transactionId, reference: '', amountVnd, paidAt: at, toldAs }, undefined, now),
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
  const of = await incomeIf(transactionId)
  if (!of) throw new Refusal('unknown', 'income-unknown')
  return of
}

/**
 * Has it gone where this order sends it? Refuses what went elsewhere, what is all back with its payer, and what is partly
 * on its way back: if that is refused, it must lie in the fund that it was taken from.
 */
export function isGivenTo(of: Income, program: string): boolean {
  if (of.allocatedTo === program) return true
  if (of.allocatedTo !== undefined) throw new Refusal('conflict', 'income-given', { with: { program: of.allocatedTo } })
  if (of.refunds.some(isUnderWay)) throw new Refusal('conflict', 'income-going-back')
  if (leftIn(of) === 0) throw new Refusal('conflict', 'income-empty')
  return false
}

/**
 * Moves money to its program by an entry, once: whoever is second is told where it went. `made` makes the entry of what
 * is kept now, for a part may be back with the payer.
 */
export async function allocate(transactionId: string, program: string, now: string, made: (of: Income) => LedgerItem) {
  for (let attempt = 1; ; attempt++) {
    const of = await incomeBy(transactionId)
    if (isGivenTo(of, program)) return { of, isNew: false }
    const given: Income = { ...of, allocatedTo: program }
    try {
      await transact([
        ...entryWrites(made(of)),
        write.put({ ...key.unallocated('done', transactionId), ...given, ...voucherUntil(now) }, absent),
        write.remove(key.unallocated('open', transactionId), unchanged(of)),
      ])
      return { of: given, isNew: true }
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt >= tries) throw error
    }
  }
}

/** Nobody asked for a part of it back meanwhile, no such order went on, and no fee was told. */
const unchanged = ({ refunds, feesVnd }: Income) => {
  // What was kept before there were refunds, or fees, has none of them.
  const as = (name: string, none: boolean) =>
    none ? `(attribute_not_exists(${name}) OR ${name} = :${name})` : `${name} = :${name}`
  return {
    ConditionExpression: `attribute_exists(pk) AND ${as('refunds', refunds.length === 0)} AND ${as('feesVnd', feesVnd === 0)}`,
    ExpressionAttributeValues: { ':refunds': refunds, ':feesVnd': feesVnd },
  }
}

/** The income of a payment without a program, if it is one. */
export async function incomeIf(transactionId: string): Promise<Income | undefined> {
  const item =
    (await get(key.unallocated('open', transactionId))) ?? (await get(key.unallocated('done', transactionId)))
  return item && income.parse(item)
}

/** What a fee adds where it is taken from money that nobody gave to a program yet: it fails once somebody did. */
export const feeWrite = ({ transactionId }: Income, deltaVnd: Vnd): Write =>
  write.update(key.unallocated('open', transactionId), {
    UpdateExpression: 'SET feesVnd = if_not_exists(feesVnd, :none) + :delta',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':delta': deltaVnd, ':none': 0 },
  })

/** Transfers that left the account on a day. */
export const outgoingOn = async (day: string): Promise<Transfer[]> =>
  (await query(key.outgoing(day, '').pk)).map((item) => transfer.parse(item))

/** Money that left the account, for the statement. `false`: the same movement was told before. */
export async function keepOutgoing(of: Transfer): Promise<boolean> {
  const item = { ...key.outgoing(dayOf(of.at), of.transactionId), v: 1, ...of, ...voucherUntil(of.at) }
  try {
    await transact([write.put(item, absent), ...aliasOf(of)])
    return true
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    return false
  }
}
