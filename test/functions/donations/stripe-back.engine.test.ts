import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { handler as ask } from '../../../functions/donations/ask.ts'
import type { Donation } from '../../../functions/donations/donation.ts'
import { keepPayUrl } from '../../../functions/donations/store.ts'
import { later } from '../../../functions/time.ts'
import { eventOf, sessionOf } from './striped.ts'
import { closeStripe, gift, kept, openStripe, received, reviews, tell } from './striped-webhook.ts'

beforeAll(openStripe)
afterAll(closeStripe)

describe('money that goes back', () => {
  /** Stripe’s API, which knows one payment intent and its refunds. */
  const knows = (of: Donation, refunds: object[]) =>
    vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async (url) =>
        String(url).includes('/v1/refunds')
          ? Response.json({ data: refunds, has_more: false })
          : Response.json({ metadata: { reference: of.attempts[0]!.reference } }),
      )
  const refund = (id: string, amount: number, more: object = {}) => ({
    id,
    amount,
    currency: 'vnd',
    status: 'succeeded',
    ...more,
  })
  const charge = (intent: unknown) => eventOf({ payment_intent: intent, amount_refunded: 1 }, 'charge.refunded')

  it('stands for review, each refund once, unless we asked for it', async () => {
    const of = await gift()
    const session = sessionOf(of)
    await tell(eventOf(session))
    const ours = refund('re_ours', 5_000, { metadata: { refundReference: 'R1' } })
    const failed = refund('re_failed', 9_000, { status: 'failed' })
    const spied = knows(of, [ours, failed])
    expect(await tell(charge(session.payment_intent))).toBe(200)
    expect(await reviews(of)).toEqual([])
    spied.mockRestore()
    const again = knows(of, [refund('re_2', 20_000), refund('re_1', 10_000), ours])
    for (let time = 0; time < 2; time++) expect(await tell(charge(session.payment_intent))).toBe(200)
    again.mockRestore()
    expect((await reviews(of)).sort()).toEqual([
      ['may-have-moved', 10_000, 'refunded', 'succeeded'],
      ['may-have-moved', 20_000, 'refunded', 'succeeded'],
    ])
    expect(await kept(of)).toEqual(received)
  })
  it('by a dispute stands for review too', async () => {
    const of = await gift()
    const session = sessionOf(of)
    await tell(eventOf(session))
    const spied = knows(of, [])
    const dispute = { id: 'du_1', amount: 50_000, reason: 'fraudulent', payment_intent: session.payment_intent }
    expect(await tell(eventOf(dispute, 'charge.dispute.created'))).toBe(200)
    spied.mockRestore()
    expect(await reviews(of)).toEqual([['may-have-moved', 50_000, 'disputed', 'fraudulent']])
  })
  it('is 500 while Stripe’s API is silent, and nothing if the payment was none of ours', async () => {
    const silent = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'))
    expect(await tell(charge('pi_any'))).toBe(500)
    silent.mockRestore()
    const foreign = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json({ metadata: {} }))
    expect(await tell(charge('pi_foreign'))).toBe(200)
    expect(await tell(charge(null))).toBe(200)
    expect(foreign).toHaveBeenCalledTimes(1)
    foreign.mockRestore()
  })
})

describe('a gift that Stripe did not tell us of', () => {
  it('is asked about by the id in its page’s address, though another provider’s secret is broken', async () => {
    const start = new Date().toISOString()
    const of = await gift(start)
    const session = sessionOf(of)
    await keepPayUrl(of, session.client_reference_id, `https://checkout.stripe.com/c/pay/${session.id}#fid`)
    const asked: string[] = []
    const spied = vi.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
      asked.push(String(url))
      return String(url).endsWith(session.id) ? Response.json(session) : Response.json({ data: [], has_more: false })
    })
    vi.useFakeTimers({ now: Date.parse(later(start, 130)), toFake: ['Date'] })
    await (ask as (event: unknown, context: object) => Promise<unknown>)({}, {})
    vi.useRealTimers()
    spied.mockRestore()
    expect(asked).toContain(`https://api.stripe.test/v1/checkout/sessions/${session.id}`)
    expect(await kept(of)).toEqual(received)
  })
})
