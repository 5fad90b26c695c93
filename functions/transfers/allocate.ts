import * as z from 'zod'
import { providers } from '../donations/way.ts'
import { command } from '../door/command.ts'
import { random } from '../door/random.ts'
import type { LedgerItem } from '../ledger/entry.ts'
import { because, by, needed, plan } from '../office/order.ts'
import { programNamed } from '../programs/store.ts'
import { Refusal } from '../refusal.ts'
import { allocationOf, settlementOf } from './allocation.ts'
import { allocate, incomeBy, isGivenTo, openIncome } from './store.ts'
import { type Income, leftIn, settledBy } from './transfer.ts'

const order = z.object({
  /** Without it all money is told whose program is not known. */
  transfer: z.string().optional(),
  program: z.string().optional(),
  /** Instead of a program: the provider that paid over money of gifts that are in the book already. */
  settlement: z.enum(providers).optional(),
  because: because.optional(),
  by: by.optional(),
  plan,
})

const view = (of: Income) => {
  const { transactionId, amountVnd, feesVnd, at, text, number, allocatedTo } = of
  return { transactionId, amountVnd, feesVnd, leftVnd: leftIn(of), at, text, number, allocatedTo }
}

/** Where the money goes: to a program by an entry, or out of the fund, for it was no gift. */
async function destination({ program, settlement }: Pick<z.infer<typeof order>, 'program' | 'settlement'>) {
  type Make = (of: Income, voucher: { by: string; because: string }, now: string) => LedgerItem
  const drawn = () => [random.key(32), random.entryId()] as const
  if (settlement !== undefined) {
    const make: Make = (of, voucher, now) => settlementOf(of, settlement, voucher, ...drawn(), now)
    return { slug: settledBy(settlement), name: undefined, make }
  }
  const { slug, name } = await programNamed(needed({ program }).program)
  const make: Make = (of, voucher, now) => allocationOf(of, slug, voucher, ...drawn(), now)
  return { slug, name, make }
}

/** Gives money without a code to its program, or says that a provider paid it over; with who decided and why. The same order again changes nothing. */
export const handler = command(order, async ({ transfer, plan: onlyTells, ...asked }, now) => {
  if (transfer === undefined) return { income: (await openIncome()).map(view) }
  const said = needed({ because: asked.because, by: asked.by })
  const { slug, name, make } = await destination(asked)
  // Only the bank brings what a provider pays over; money of a provider's own file came one by one.
  if (asked.settlement !== undefined && !(await incomeBy(transfer)).paymentKey.startsWith('bank#'))
    throw new Refusal('conflict', 'settlement-not-bank')
  const told = onlyTells ? undefined : await allocate(transfer, slug, now, (of) => make(of, said, now))
  const of = told?.of ?? (await incomeBy(transfer))
  const isNew = told?.isNew ?? !isGivenTo(of, slug)
  return { isNew, ...(name ? { program: { slug, name } } : {}), income: [view(of)] }
})
