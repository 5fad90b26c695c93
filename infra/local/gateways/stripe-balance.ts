import { chargeOf, type Payment } from './stripe-sessions.ts'

/** Cents of an account in Singapore for a đồng, and what Stripe keeps of a card from abroad: 3.4 % and 50 cents. */
const rate = 0.00495
const centsOf = (vnd: number): number => Math.round(vnd * rate)
const feeOf = (cents: number): number => Math.round(cents * 0.034) + 50

/** What moved the balance of the account, as `GET /v1/balance_transactions` lists it with its sources, the newest first. */
export function balanceOf(payments: readonly Payment[], query: URLSearchParams) {
  const moved = payments.flatMap((of) => {
    if (of.paidAt === undefined) return []
    const amount = centsOf(of.amountVnd)
    const charge = { amount, fee: feeOf(amount), reporting_category: 'charge', created: Math.floor(of.paidAt / 1_000) }
    return [
      { ...charge, id: `txn_${of.id.slice(-20)}`, source: chargeOf(of) },
      ...of.refunds
        .filter(({ status }) => status !== 'failed')
        .map((refund) => ({
          id: `txn_${refund.id.slice(-20)}`,
          ...{ amount: -centsOf(refund.amount), fee: 0, reporting_category: 'refund', created: refund.created },
          source: refund,
        })),
    ]
  })
  const [from, to] = [
    Number(query.get('created[gte]') ?? 0),
    Number(query.get('created[lt]') ?? Number.POSITIVE_INFINITY),
  ]
  return moved
    .filter(({ created }) => created >= from && created < to)
    .sort((a, b) => b.created - a.created)
    .map((of) => ({
      ...{ object: 'balance_transaction', currency: 'sgd', exchange_rate: rate / 100, net: of.amount - of.fee, ...of },
      source: query.get('expand[]') === 'data.source' ? of.source : of.source.id,
    }))
}
