import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handler } from '../../../functions/donations/settle-stripe.ts'
import { keepAttempt } from '../../../functions/donations/store.ts'
import { speak } from '../../call.ts'
import { onePayment } from './kept.ts'
import { account, eventOf, sessionOf, signed, v1 } from './striped.ts'
import {
  closeStripe,
  gift,
  heard,
  kept,
  leavesNothing,
  left,
  openStripe,
  received,
  reviews,
  rolled,
  tell,
  untouched,
  webhook,
} from './striped-webhook.ts'

beforeAll(openStripe)
afterAll(closeStripe)

const expired = { payment_status: 'unpaid', status: 'expired', payment_intent: null }

describe('what Stripe is answered, and what it leaves in the table', () => {
  it('a good notification is 200, and so are its repeats; an event of its own about the same money changes nothing', async () => {
    const of = await gift()
    const session = sessionOf(of)
    const body = eventOf(session)
    expect(await left(async () => expect(await tell(body)).toBe(200))).toEqual(onePayment)
    const again = [body, eventOf(session, 'checkout.session.async_payment_succeeded')]
    for (const each of again) expect(await left(async () => expect(await tell(each)).toBe(200))).toEqual([])
    expect(await kept(of)).toEqual(received)
  })
  it('fifty at once are one payment, and each is 200', async () => {
    const of = await gift()
    const body = eventOf(sessionOf(of))
    const statuses = await Promise.all(
      Array.from({ length: 50 }, async () => (await speak(handler, webhook(body, signed(body)))).statusCode),
    )
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect(await kept(of)).toEqual(received)
  })
  it('a bad signature is 400 and leaves nothing but a count', async () => {
    const of = await gift()
    const body = eventOf(sessionOf(of))
    const now = Math.floor(Date.now() / 1_000)
    const forged = [
      [body, signed(body, 'whsec_of_somebody_else')],
      [body, ''],
      [body, signed(body, account.webhookSecret, now - 310)],
      [body, signed(body, account.webhookSecret, now + 400)],
      [body, `t=${now},v0=${v1(body, now)}`],
      [body.replace('50000', '99000'), signed(body)],
      [`${body}\n`, signed(body)],
      ['', signed(body)],
    ] as const
    await leavesNothing(async () => {
      for (const [sent, header] of forged) {
        expect(await tell(sent, header)).toBe(400)
        expect(heard.join('')).toContain('ForgedNotification')
      }
    })
    expect(await tell(body)).toBe(200)
  })
  it('base64, an upper-case hash, a second v1, the secret before, foreign members and a foreign query are as good', async () => {
    const now = Math.floor(Date.now() / 1_000)
    const more = { utm_source: 'x', deeper: [{ amount_total: 1 }], customer_details: { name: 'Nguyễn Thị Ánh' } }
    const ways: [(body: string) => string, object][] = [
      [signed, { base64: true }],
      [(body) => `t=${now},v1=${v1(body, now).toUpperCase()}`, {}],
      [(body) => `t=${now},v1=${'0'.repeat(64)},v1=${v1(body, now)},v0=x`, {}],
      [(body) => signed(body, rolled), {}],
      [signed, { query: 'utm_source=x&amount_total=1' }],
    ]
    for (const [sign, way] of ways) {
      const of = await gift()
      const body = eventOf(sessionOf(of, more), undefined, more)
      expect(await left(async () => expect(await tell(body, sign(body), way)).toBe(200))).toEqual(onePayment)
      expect(await kept(of)).toEqual(received)
    }
  })
  it('a huge body is 413 before anything reads it', async () => {
    const body = eventOf({ ...sessionOf(await gift()), note: 'x'.repeat(20_000) })
    expect(await left(async () => expect(await tell(body)).toBe(413))).toEqual([])
  })
  it('an unknown order is 200; money for one is counted, for somebody must look', async () => {
    const of = sessionOf(await gift(), { client_reference_id: 'LCNOTHING' })
    const nobodys = await left(async () => {
      expect(await tell(eventOf({ ...of, ...expired }, 'checkout.session.expired'))).toBe(200)
      expect(heard.join('')).not.toContain('UnknownOrder')
      expect(await tell(eventOf(of))).toBe(200)
      expect(heard.join('')).toContain('UnknownOrder')
    })
    expect(nobodys.filter((trace) => !trace.endsWith('review'))).toEqual([])
  })
  it('events of others on the same account, and of no use, are 200 and leave nothing', async () => {
    const of = await gift()
    expect(await tell(eventOf(sessionOf(of, { client_reference_id: null })))).toBe(200)
    expect(await tell(eventOf(sessionOf(of), 'payment_intent.succeeded'))).toBe(200)
    expect(await kept(of)).toEqual(untouched)
    expect(heard.join('')).not.toMatch(/UnknownOrder|Forged|Fault/)
  })
  it('another amount is recorded as what came, flagged once', async () => {
    const of = await gift()
    const body = eventOf(sessionOf(of, { amount_total: 70_000 }))
    expect([await tell(body), await tell(body)]).toEqual([200, 200])
    expect(await kept(of)).toEqual({ state: 'received', paid: [70_000], flags: ['other-amount'] })
    expect((await reviews(of)).map(([reason]) => reason)).toEqual(['other-amount'])
  })
  it('another currency is no sum of ours: a person looks', async () => {
    const of = await gift()
    expect(await tell(eventOf(sessionOf(of, { currency: 'usd', amount_total: 1_000 })))).toBe(200)
    expect((await kept(of)).state).toBe('checking')
    expect(await reviews(of)).toEqual([['may-have-moved', 0, 'other-currency', '1000 usd']])
  })
  it('a session that ends is a failure; money after it still counts, and it is no failure after money', async () => {
    const of = await gift()
    const ended = eventOf(sessionOf(of, expired), 'checkout.session.expired')
    expect([await tell(ended), await tell(ended)]).toEqual([200, 200])
    expect((await kept(of)).state).toBe('declined')
    expect(await tell(eventOf(sessionOf(of)))).toBe(200)
    expect(await kept(of)).toEqual(received)
    expect(await tell(ended)).toBe(200)
    expect(await kept(of)).toEqual(received)
  })
  it('a failure with another amount leaves nothing', async () => {
    const of = await gift()
    const ended = eventOf(sessionOf(of, { ...expired, amount_total: 100 }), 'checkout.session.expired')
    expect(await tell(ended)).toBe(200)
    expect(await kept(of)).toEqual(untouched)
  })
  it('a slow bank is pending until its money comes, or does not', async () => {
    const [came, not] = [await gift(), await gift()]
    for (const [of, type, payment_status, then] of [
      [came, 'async_payment_succeeded', 'paid', received],
      [not, 'async_payment_failed', 'unpaid', { state: 'declined', paid: [], flags: [] }],
    ] as const) {
      const session = sessionOf(of, { payment_status: 'unpaid' })
      expect(await tell(eventOf(session))).toBe(200)
      expect(await kept(of)).toEqual(untouched)
      expect(await tell(eventOf({ ...session, payment_status }, `checkout.session.${type}`))).toBe(200)
      expect(await kept(of)).toEqual(then)
    }
  })
  it('a second payment is recorded and flagged', async () => {
    const of = await gift()
    expect([await tell(eventOf(sessionOf(of))), await tell(eventOf(sessionOf(of)))]).toEqual([200, 200])
    expect(await kept(of)).toEqual({ state: 'received', paid: [50_000, 50_000], flags: ['second'] })
    expect(await reviews(of)).toEqual([['second', 50_000, 'paid', '']])
  })
  it('money by an older attempt, and long after expiry, counts', async () => {
    const of = await gift(new Date(Date.now() - 300 * 86_400_000).toISOString())
    await keepAttempt(of, { ...of.attempts[0]!, provider: 'vnpay', reference: `LC${of.id}` })
    expect(await tell(eventOf(sessionOf(of)))).toBe(200)
    expect(await kept(of)).toEqual(received)
  })
  it.each(['amount_total', 'currency', 'payment_intent', 'payment_status'])(
    'half a session, without %s, is 500, so that Stripe tells it again and somebody hears of it',
    async (missing) => {
      const of = await gift()
      const half = eventOf({ ...sessionOf(of), [missing]: undefined })
      expect(await left(async () => expect(await tell(half)).toBe(500))).toEqual([])
      expect(heard.join('')).toContain('SettleFault')
    },
  )
  it('a fault of ours is 500, and told again it is recorded', async () => {
    const of = await gift()
    const body = eventOf(sessionOf(of))
    const name = process.env.TABLE_NAME
    process.env.TABLE_NAME = 'nowhere'
    expect(await tell(body)).toBe(500)
    expect(heard.join('')).toContain('SettleFault')
    process.env.TABLE_NAME = name
    expect(await tell(body)).toBe(200)
    expect(await kept(of)).toEqual(received)
  })
})
