import * as z from 'zod'
import type { ProviderName } from '../donations/way.ts'
import { accounts, amountOf, type LedgerItem, unallocated } from '../ledger/entry.ts'
import { readLedger } from '../ledger/store.ts'
import type { Vnd } from '../money.ts'
import { key } from '../store/keys.ts'
import { getMany } from '../store/table.ts'
import { dayOf } from '../time.ts'
import type { Paid } from './match.ts'

/** The payment fact, as far as a statement concerns it. */
const payment = z.object({
  provider: z.string(),
  transactionId: z.string(),
  donation: z.string().optional(),
  amountVnd: z.int(),
  paidAt: z.iso.datetime().optional(),
  recordedAt: z.iso.datetime(),
})
export type Payment = z.infer<typeof payment>

/** The day that a payment belongs to: when the provider says that it was paid, else when it was recorded. */
export const dayOfPayment = ({ paidAt, recordedAt }: Pick<Payment, 'paidAt' | 'recordedAt'>): string =>
  dayOf(paidAt ?? recordedAt)

/** Payments of ours by the providers’ ids; undefined where there is none. */
export const paymentsOf = async (
  ids: readonly { provider: ProviderName; transactionId: string }[],
): Promise<(Payment | undefined)[]> =>
  (await getMany(ids.map(({ provider, transactionId }) => key.payment(provider, transactionId)))).map(
    (item) => item && payment.parse(item),
  )

export const wasUnallocated = ({ postings }: Pick<LedgerItem, 'postings'>): boolean =>
  postings.some(([account, vnd]) => account === accounts.fund(unallocated) && vnd > 0)

/** What of each of these incomes was no gift: a provider had paid it over. By `<provider>#<id>`; the others are left out. */
export async function settledOf(paymentKeys: readonly string[]): Promise<Map<string, Vnd>> {
  const entries = await readLedger(paymentKeys.map((paymentKey) => `allocation#${paymentKey}`))
  return new Map(
    paymentKeys.flatMap((paymentKey, place) => {
      const entry = entries[place]
      return entry?.facts?.settlement === undefined ? [] : [[paymentKey, -amountOf(entry)] as const]
    }),
  )
}

/** Payments with their entries; those that are not there are left out. */
export async function paidOf(provider: ProviderName, ids: readonly string[]): Promise<Paid[]> {
  const keys = ids.map((transactionId) => `${provider}#${transactionId}`)
  const [payments, entries, settled] = await Promise.all([
    paymentsOf(ids.map((transactionId) => ({ provider, transactionId }))),
    readLedger(keys),
    settledOf(keys),
  ])
  return ids.flatMap((transactionId, place) => {
    const [of, entry] = [payments[place], entries[place]]
    if (!of || !entry) return []
    const { entryId } = entry
    const about = { isUnallocated: wasUnallocated(entry), settledVnd: settled.get(keys[place]!) }
    return [{ transactionId, entryId, amountVnd: of.amountVnd, day: dayOfPayment(of), ...about }]
  })
}
