import { describe, expect, it } from 'vitest'
import { stripe } from '../../../functions/donations/providers/stripe/stripe.ts'
import { account } from './striped.ts'

const at = { pay: 'https://checkout.stripe.test', api: 'https://api.stripe.test' }
const created = Date.parse('2026-11-25T03:00:00Z') / 1_000

const charge = (over: object = {}, source: object = {}) => ({
  ...{ id: 'txn_1', object: 'balance_transaction', amount: 250_000, currency: 'vnd', fee: 8_500, net: 241_500 },
  ...{ reporting_category: 'charge', created },
  source: {
    ...{ id: 'ch_1', object: 'charge', amount: 250_000, currency: 'vnd', payment_intent: 'pi_1' },
    metadata: { reference: 'LC1' },
    ...source,
  },
  ...over,
})
const refund = (source: object = {}, over: object = {}) => ({
  ...{ id: 'txn_2', amount: -50_000, currency: 'vnd', fee: 0, reporting_category: 'refund', created: created + 60 },
  source: {
    ...{ id: 're_1', object: 'refund', amount: 50_000, currency: 'vnd', payment_intent: 'pi_1' },
    metadata: { reference: 'LC1', refundReference: 'R1' },
    ...source,
  },
  ...over,
})

/** What Stripe's list says, newest first, in pages of so many; `intents`: our references by intent. */
function asked(list: object[], { perPage = 100, intents = {} as Record<string, string> } = {}) {
  const questions: URL[] = []
  const send = (async (url: string) => {
    const at = new URL(url)
    questions.push(at)
    const intent = /payment_intents\/(\w+)$/.exec(at.pathname)?.[1]
    if (intent) return Response.json({ id: intent, metadata: intents[intent] ? { reference: intents[intent] } : {} })
    const after = list.findIndex((each) => (each as { id: string }).id === at.searchParams.get('starting_after')) + 1
    return Response.json({
      object: 'list',
      data: list.slice(after, after + perPage),
      has_more: after + perPage < list.length,
    })
  }) as typeof fetch
  return { questions, lines: () => stripe.open(JSON.stringify(account), at, send).statement!('2026-11-25') }
}

describe('what Stripe says of a day', () => {
  it('is asked for from midnight to midnight of Viet Nam, with what moved', async () => {
    const { questions, lines } = asked([])
    expect(await lines()).toEqual([])
    expect(questions.map(({ pathname }) => pathname)).toEqual(['/v1/balance_transactions'])
    expect(Object.fromEntries(questions[0]!.searchParams)).toEqual({
      'created[gte]': String(Date.parse('2026-11-24T17:00:00Z') / 1_000),
      'created[lt]': String(Date.parse('2026-11-25T17:00:00Z') / 1_000),
      ...{ 'expand[]': 'data.source', limit: '100' },
    })
  })
  it('has payments by their intent with their fee, and what went back, the oldest first', async () => {
    expect(await asked([refund(), charge()]).lines()).toEqual([
      {
        ...{ kind: 'payment', transactionId: 'pi_1', reference: 'LC1', amountVnd: 250_000, feeVnd: 8_500 },
        at: '2026-11-25T03:00:00.000Z',
      },
      {
        ...{ kind: 'refund', transactionId: 're_1', of: 'pi_1', reference: 'LC1', amountVnd: 50_000, feeVnd: 0 },
        at: '2026-11-25T03:01:00.000Z',
      },
    ])
  })
  it('counts a fee in another currency at the rate at which the gift itself was taken', async () => {
    // 250,000 đồng came as 12.38 dollars, of which 0.92 were kept.
    const abroad = charge({ amount: 1_238, currency: 'sgd', fee: 92, exchange_rate: 0.0000495 })
    expect(await asked([abroad]).lines()).toMatchObject([{ amountVnd: 250_000, feeVnd: 18_578 }])
    const nothing = charge({ amount: 0, currency: 'sgd', fee: 0 })
    expect((await asked([nothing]).lines())[0]).not.toHaveProperty('feeVnd')
  })
  it('reads all pages', async () => {
    const many = Array.from({ length: 7 }, (_, n) => charge({ id: `txn_${n}` }, { payment_intent: `pi_${n}` }))
    const { lines } = asked(many, { perPage: 3 })
    expect((await lines()).map(({ transactionId }) => transactionId)).toEqual(many.map((_, n) => `pi_${6 - n}`))
  })
  it('finds whose gift it was that went back by hand, or is disputed', async () => {
    const byHand = refund({ metadata: {} })
    const disputed = refund(
      { id: 'du_1', object: 'dispute', amount: 250_000, payment_intent: 'pi_2', metadata: {} },
      { id: 'txn_3', amount: -250_000, fee: 390_000, reporting_category: 'dispute' },
    )
    const intents = { pi_1: 'LC1', pi_2: 'LC2' }
    expect(await asked([disputed, byHand], { intents }).lines()).toMatchObject([
      { kind: 'refund', transactionId: 're_1', reference: 'LC1', of: 'pi_1' },
      { kind: 'refund', transactionId: 'du_1', reference: 'LC2', of: 'pi_2', amountVnd: 250_000, feeVnd: 390_000 },
    ])
  })
  it('leaves out what is not a donor’s: payouts, other fees, others who use the account, other money', async () => {
    const others = [
      charge({ reporting_category: 'payout', source: { id: 'po_1', amount: 9, currency: 'sgd' } }),
      charge({ reporting_category: 'fee', source: null }),
      charge({}, { metadata: {}, payment_intent: 'pi_other' }),
      charge({}, { payment_intent: null }),
      charge({}, { currency: 'usd' }),
    ]
    expect(await asked(others).lines()).toEqual([])
  })
  it('is nothing at all where a part cannot be read', async () => {
    await expect(asked([charge({ source: 'ch_1' })]).lines()).rejects.toThrow()
    await expect(asked([charge({ fee: 1.5 })]).lines()).rejects.toThrow()
  })
})
