import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountsIn } from '../../../infra/local/gateways/accounts.ts'
import { startSsm } from '../../../infra/local/standins/ssm.ts'
import { createdAt, openStripeGateway, order } from './stripe-shop.ts'

let shop: Awaited<ReturnType<typeof openStripeGateway>>
beforeEach(async () => {
  shop = await openStripeGateway()
})
afterEach(() => shop.close())

const { reference } = order
const payUrl = async (more: Partial<typeof order> = {}) => (await shop.city.begin({ ...order, ...more })).payUrl!
const question = { reference, createdAt, amountVnd: 50_000, requestId: '1', now: createdAt, callerAddress: '127.0.0.1' }
const back = (refundReference: string, amountVnd: number) => ({
  ...{
    refundReference,
    reference,
    amountVnd,
    createdAt,
    paidVnd: 50_000,
    now: createdAt,
    by: 'quy',
    orderedAt: '2026-11-23T08:00:00.000Z',
  },
  transactionId: shop.gate.payments()[0]!.intent!,
})

describe('a session', () => {
  it('is made once, however often it is begun, even if the first answer was lost', async () => {
    shop.line.lost = 1
    await expect(payUrl()).rejects.toThrow('fetch failed')
    const url = await payUrl()
    expect(await payUrl()).toBe(url)
    expect(shop.gate.payments()).toMatchObject([{ reference, amountVnd: 50_000, lang: 'en', status: 'open' }])
    await expect(payUrl({ amountVnd: 60_000 })).rejects.toThrow('idempotency_error')
  })
  it.each([
    [{ amountVnd: 12_000 }, 'amount_too_small'],
    [{ amountVnd: 100_000_000 }, 'parameter_invalid'],
    [{ expiresAt: '2026-11-23T16:58:58.000Z' }, 'parameter_invalid'],
  ])('is refused with %j', async (more, code) => {
    await expect(payUrl(more)).rejects.toThrow(`stripe: no session: ${code}`)
  })
  it('is nobody’s with a wrong key, and that is no refusal', async () => {
    await expect(shop.wrongKey.begin(order)).rejects.toThrow('answered HTTP 401')
  })
  it('may be begun late in its attempt', async () => {
    shop.clock.ms = Date.parse(order.expiresAt)
    expect(await payUrl()).toContain('/c/pay/cs_test_')
  })
  it('has a page where the payer decides; a declined card leaves it open', async () => {
    const url = await payUrl()
    const page = await fetch(url)
    expect(await page.text()).toMatch(/not Stripe, no real money.*50,000/s)
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:9;")
    const { id } = shop.gate.payments()[0]!
    expect(await (await shop.press('decline', id)).text()).toContain('Your card was declined')
    expect((await shop.press('approve', id)).headers.get('location')).toBe(order.returnUrl)
    expect(await (await fetch(url)).text()).toContain('This page is closed')
    await shop.gate.deliver()
    expect(shop.believed()).toEqual(['checkout.session.completed'])
  })
})

describe('asked', () => {
  it('by the page’s address, it says what became of the attempt', async () => {
    const url = await payUrl()
    const ask = () => shop.city.ask!({ ...question, payUrl: url })
    expect(await ask()).toMatchObject({ meaning: 'pending', responseCode: 'open' })
    await shop.gate.promise(reference)
    expect(await ask()).toMatchObject({ meaning: 'pending', responseCode: 'complete' })
    await shop.gate.late(reference)
    await shop.gate.tick(3_700)
    const { intent } = shop.gate.payments()[0]!
    expect(await ask()).toMatchObject({ meaning: 'received', transactionId: intent, amountVnd: 50_000 })
  })
  it('it knows a session that ended, by itself or not', async () => {
    const url = await payUrl()
    await shop.gate.tick(59 * 60)
    expect(await shop.city.ask!({ ...question, payUrl: url })).toMatchObject({
      meaning: 'failed',
      responseCode: 'expired',
    })
    await shop.gate.deliver()
    expect(shop.believed()).toEqual(['checkout.session.expired'])
  })
  it('without the address it is found among those of its hour, on any page', async () => {
    await payUrl()
    await Promise.all(Array.from({ length: 101 }, (_, at) => payUrl({ reference: `LC${at}` })))
    await shop.gate.approve(reference)
    expect(await shop.city.ask!(question)).toMatchObject({ meaning: 'received', reference })
    expect(await shop.city.ask!({ ...question, reference: 'LCNOTHING' })).toBe('nothing')
    expect(await shop.city.ask!({ ...question, createdAt: '2026-11-23T15:00:00.000Z' })).toBe('nothing')
  })
  it('about another order than the session’s, it is not believed', async () => {
    const url = await payUrl()
    await expect(shop.city.ask!({ ...question, reference: 'LC2', payUrl: url })).rejects.toThrow('another order')
    expect(await shop.city.ask!({ ...question, payUrl: url.replace(/cs_test_\w+/, 'cs_test_none') })).toBe('nothing')
  })
})

describe('a refund', () => {
  beforeEach(async () => {
    await payUrl()
    await shop.gate.approve(reference)
  })
  it('is done once, also after Stripe forgot the key; never more than there is', async () => {
    expect(await shop.city.refund!(back('R1', 20_000))).toMatchObject({ state: 'done', code: 'succeeded' })
    await shop.gate.tick(2 * 86_400)
    expect(await shop.city.refund!(back('R1', 20_000))).toMatchObject({ state: 'done' })
    expect(await shop.city.refund!(back('R2', 30_001))).toEqual({ state: 'refused', code: 'parameter_invalid' })
    expect(await shop.city.refund!(back('R3', 30_000))).toMatchObject({ state: 'done' })
    expect(await shop.city.refund!(back('R4', 1))).toEqual({ state: 'refused', code: 'charge_already_refunded' })
    expect(shop.gate.payments()[0]!.refunds.map(({ amount }) => amount)).toEqual([30_000, 20_000])
  })
  it('is accepted until the bank has done it, and may fail then', async () => {
    shop.gate.pending.refunds = true
    expect(await shop.city.refund!(back('R1', 50_000))).toMatchObject({ state: 'accepted', code: 'pending' })
    const [made] = shop.gate.payments()[0]!.refunds
    for (const [status, state] of [
      ['succeeded', 'done'],
      ['failed', 'refused'],
    ] as const) {
      made!.status = status
      expect(await shop.city.followRefund!(back('R1', 50_000))).toMatchObject({ state, transactionId: made!.id })
    }
    expect(await shop.city.followRefund!(back('R2', 50_000))).toEqual({ state: 'unknown', code: 'none' })
  })
  it('whose answer was lost is followed', async () => {
    const asked = back('R1', 50_000)
    shop.line.lost = 1
    await expect(shop.city.refund!(asked)).rejects.toThrow('fetch failed')
    expect(await shop.city.refund!(asked)).toMatchObject({ state: 'done' })
    expect(shop.gate.payments()[0]!.refunds).toHaveLength(1)
  })
})

describe('notifications', () => {
  it('repeat with growing pauses, signed anew, until a 2xx', async () => {
    await payUrl()
    shop.says.push(500, 400)
    await shop.gate.approve(reference)
    shop.clock.ms += 299_000
    await shop.gate.deliver()
    expect(shop.heard).toHaveLength(1)
    for (const ms of [1_000, 30 * 60_000, 86_400_000]) {
      shop.clock.ms += ms
      await shop.gate.deliver()
    }
    expect(shop.gate.notices()).toMatchObject([{ answers: ['500', '400', '200'], done: true }])
    expect(new Set(shop.heard.map(({ signature }) => signature)).size).toBe(3)
  })
  it('obey the switches: forged, doubled, lost, of another sum', async () => {
    await payUrl()
    Object.assign(shop.gate.switches, { forge: true, double: true, amountVnd: 70_000 })
    await shop.gate.approve(reference)
    expect(shop.believed()).toEqual(['forged', 'forged'])
    expect(JSON.parse(String(shop.heard[0]!.body)).data.object.amount_total).toBe(70_000)
    Object.assign(shop.gate.switches, { forge: false, double: false, drop: true })
    await shop.gate.suspect(reference)
    expect(shop.gate.notices().at(-1)!.answers).toEqual(['lost'])
    expect(shop.heard).toHaveLength(2)
  })
  it('tell of refunds by hand and of disputes', async () => {
    await payUrl()
    await shop.gate.approve(reference)
    await shop.gate.refundByHand(reference, 10_000)
    await shop.gate.suspect(reference)
    expect(shop.believed().slice(1)).toEqual(['charge.refunded', 'charge.dispute.created'])
  })
})

it('the city has no account there unless STRIPE=on; the stand-in is always the same', async () => {
  const ssm = await startSsm()
  try {
    const { stripe } = accountsIn(ssm, '/off')
    expect(ssm.get('/off/stripe')).toBeUndefined()
    vi.stubEnv('STRIPE', 'on')
    expect(accountsIn(ssm, '/on').stripe).toEqual(stripe)
    expect(JSON.parse(ssm.get('/on/stripe')!)).toEqual(stripe)
    expect(ssm.get('/off/vnpay')).toBeDefined()
  } finally {
    vi.unstubAllEnvs()
    await ssm.close()
  }
})
