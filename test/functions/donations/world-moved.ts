import type { ProviderName } from '../../../functions/donations/way.ts'
import { balanceOf } from '../../../infra/local/gateways/stripe-balance.ts'
import type { World } from './world.ts'

/** What a payer writes who has lost the memo. */
export const lostMemo = 'ung ho'

/** Money that moved, as its provider knows it: the order, the key that our fact of it must have, and the sum. */
export interface Moved {
  provider: ProviderName
  reference: string
  key: string
  amountVnd: number
}

const at =
  (provider: ProviderName) =>
  (reference: string, id: unknown, amountVnd: number): Moved => ({
    ...{ provider, reference, amountVnd },
    key: `${provider}#${id}`,
  })

/** Every payment that the stand-ins moved, by their own lists; no word of the city is in it. */
export function movedAt({ standIns: { vnpay, momo, zalopay, stripe, bank }, account }: World): Moved[] {
  return [
    ...vnpay.payments().flatMap(({ reference, transactions }) => {
      const paid = transactions.filter(({ status }) => status === '00')
      return paid.map(({ number, amountVnd }) => at('vnpay')(reference, number, amountVnd))
    }),
    ...momo.payments().flatMap(({ reference, transactions }) => {
      const paid = transactions.filter(({ code }) => code === 0)
      return paid.map(({ number, amountVnd }) => at('momo')(reference, number, amountVnd))
    }),
    ...zalopay
      .payments()
      .flatMap(({ reference, payments }) =>
        payments.map(({ id, amountVnd }) => at('zalopay')(reference, id, amountVnd)),
      ),
    ...stripe
      .payments()
      .filter(({ paymentStatus }) => paymentStatus === 'paid')
      .map(({ reference, intent, amountVnd }) => at('stripe')(reference, intent, amountVnd)),
    ...bank
      .movements()
      .map(({ text, reference, amountVnd }) => at('bank')(text, `${account}.${reference}.${amountVnd}`, amountVnd)),
  ]
}

/** What went back by each stand-in's own list. */
export function refundedAt({ standIns: { vnpay, momo, zalopay, stripe } }: World): Record<string, number[]> {
  const sums = (refunds: readonly { amountVnd: number }[]) => refunds.map(({ amountVnd }) => amountVnd)
  return {
    vnpay: sums(vnpay.payments().flatMap(({ refunds }) => refunds.filter(({ status }) => status === '06'))),
    momo: sums(momo.payments().flatMap(({ refunds }) => refunds.filter(({ code }) => code === 0))),
    zalopay: sums(zalopay.refunds().filter(({ state }) => state === 'done')),
    stripe: stripe
      .payments()
      .flatMap(({ refunds }) => refunds.filter(({ status }) => status === 'succeeded').map(({ amount }) => amount)),
  }
}

export interface Sum {
  count: number
  vnd: number
}
/** Sums by whatever they are asked to be of. */
export function sumsBy<T extends { amountVnd: number }>(all: readonly T[], of: (each: T) => string) {
  const sums: Record<string, Sum> = {}
  for (const each of all) {
    const { count, vnd } = sums[of(each)] ?? { count: 0, vnd: 0 }
    sums[of(each)] = { count: count + 1, vnd: vnd + each.amountVnd }
  }
  return sums
}

/** What Stripe kept of each payment, in đồng at the rate of the payment itself. */
export const feesAt = ({ standIns: { stripe } }: World): number[] =>
  balanceOf(stripe.payments(), new URLSearchParams())
    .filter(({ reporting_category: category }) => category === 'charge')
    .map(({ amount, fee, id }) => {
      const { amountVnd } = stripe.payments().find((of) => id.endsWith(of.id.slice(-20)))!
      return Math.round((amountVnd * fee) / amount)
    })
