import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { account, createdAt, expiresAt, openGateway } from './shop.ts'

let gateway: Awaited<ReturnType<typeof openGateway>>
beforeEach(async () => {
  gateway = await openGateway()
})
afterEach(() => gateway.close())

describe('the payment page', () => {
  it('shows the order that the city signed, marked as a stand-in, without script', async () => {
    const { status, text, csp } = await gateway.visit()
    expect(status).toBe(200)
    for (const part of ['50.000 ₫', 'Gop ABCD heo dat', '00:14:59 24/11/2026', 'stand-in', 'Ngân hàng từ chối'])
      expect(text).toContain(part)
    expect(text).not.toMatch(/<script|style=/)
    expect(csp).toContain("default-src 'none'")
    expect(csp).toContain("form-action 'self' http://127.0.0.1:9;")
    expect((await gateway.visit({ reference: 'LC2', lang: 'en' })).text).toContain('Bank declines')
  })
  it.each([
    ['another key', {}, { ...account, hashSecret: 'wrong' }, '70'],
    ['another merchant', {}, { ...account, tmnCode: 'SOMEBODY' }, '72'],
    ['less than 5,000', { amountVnd: 4_999 }, account, '04'],
    ['1 billion', { amountVnd: 1_000_000_000 }, account, '04'],
    ['an empty text', { info: '?' }, account, '03: '],
    ['a reference with a dash', { reference: 'LC-1' }, account, '03'],
    ['no time to pay', { expiresAt: createdAt }, account, '03'],
    ['a return address that is none', { returnUrl: 'javascript:alert(1)' }, account, '03'],
  ])('refuses %s', async (_, more, of, code) => {
    const { status, text } = await gateway.visit(more, of)
    expect([status, text.includes(`<p>${code}`)]).toEqual([400, true])
    expect(gateway.vnpay.payments()).toEqual([])
  })
  it('opens again while nothing is paid, refuses another order of that name on that day, and takes it the next day', async () => {
    await gateway.visit()
    expect((await gateway.visit()).status).toBe(200)
    expect((await gateway.visit({ amountVnd: 60_000 })).text).toContain('<p>01')
    await gateway.vnpay.approve('LC1')
    expect((await gateway.visit()).text).toContain('<p>01')
    gateway.clock.ms += 86_400_000
    const next = { createdAt: '2026-11-24T17:00:00.000Z', expiresAt: '2026-11-24T17:15:00.000Z' }
    expect((await gateway.visit(next)).status).toBe(200)
  })
  it('is over when its time is', async () => {
    gateway.clock.ms = Date.parse(expiresAt)
    expect((await gateway.visit()).text).toContain('<p>15')
  })
  it('knows days by Viet Nam’s clock: 16:59:59Z and 17:00:00Z are two', async () => {
    await gateway.visit()
    gateway.clock.ms = Date.parse('2026-11-23T17:00:00.000Z')
    expect((await gateway.visit({ createdAt: '2026-11-23T17:00:00.000Z' })).status).toBe(200)
  })
})

describe('what the payer does', () => {
  it.each([
    ['approve', '00', '00', 'received'],
    ['decline', '51', '02', 'failed'],
    ['cancel', '24', '02', 'failed'],
    ['suspect', '07', '07', 'moved'],
  ])('%s is told to the city and carried back signed', async (act, responseCode, transactionStatus, meaning) => {
    await gateway.visit()
    const back = await gateway.press(act)
    expect(back.status).toBe(303)
    await gateway.vnpay.deliver()
    const expected = {
      reference: 'LC1',
      amountVnd: 50_000,
      responseCode,
      transactionStatus,
      meaning,
      paidAt: createdAt,
    }
    expect(gateway.believed()).toEqual([expect.objectContaining(expected)])
    const returned = new URL(back.headers.get('location')!)
    expect(returned.pathname).toBe('/receipts/k/return')
    expect(gateway.read(returned.searchParams)).toMatchObject({ forged: false, notification: expected })
    expect(returned.href).toBe(gateway.vnpay.returnUrl('LC1'))
  })
  it('closing the window moves nothing', async () => {
    await gateway.visit()
    expect((await gateway.press('close')).status).toBe(200)
    await gateway.vnpay.tick(3_600)
    expect(gateway.shop.heard).toEqual([])
  })
  it('a late payment comes after the time limit and not before', async () => {
    await gateway.visit()
    expect((await gateway.press('late')).status).toBe(200)
    await gateway.vnpay.tick(15 * 60)
    expect(gateway.shop.heard).toEqual([])
    await gateway.vnpay.tick(60)
    expect(gateway.believed()).toMatchObject([{ meaning: 'received', paidAt: '2026-11-23T17:15:59.000Z' }])
  })
  it('two payments of one order have two numbers', async () => {
    await gateway.visit()
    await gateway.vnpay.approve('LC1')
    await gateway.vnpay.approve('LC1')
    const numbers = gateway.shop.heard.map((query) => query.get('vnp_TransactionNo'))
    expect(new Set(numbers).size).toBe(2)
    for (const number of numbers) expect(number).toMatch(/^\d{1,15}$/)
  })
  it('a developer can do it later from the list', async () => {
    await gateway.visit()
    const list = await (await fetch(gateway.vnpay.origin)).text()
    expect(list).toContain('LC1')
    expect((await gateway.press('approve', 'LC1', 'list')).headers.get('location')).toBe('/')
    expect((await gateway.press('approve', 'LC9', 'list')).status).toBe(404)
    await gateway.vnpay.deliver()
    expect(await (await fetch(gateway.vnpay.origin)).text()).toContain(': 00; xong')
  })
})
