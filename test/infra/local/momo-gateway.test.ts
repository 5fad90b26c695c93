import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sign } from '../../../functions/donations/providers/momo/signature.ts'
import { digest, isSigned } from '../../../infra/local/gateways/momo-wire.ts'
import vectors from '../../vectors/payments.json' with { type: 'json' }
import { account, createdAt, openMomo } from './momo-shop.ts'

describe('two readings of MoMo’s paper', () => {
  it.each(vectors.momo.ipn_and_redirect)('know the answer of $id', ({ payload, expected }) => {
    const fields = Object.entries(payload).map(([name, value]) => [name, String(value)])
    expect(digest(Object.fromEntries(fields), account)).toBe(expected)
  })
  it.each(['create', 'query', 'refund'] as const)('agree on what %s signs, whatever the values', (message) => {
    const value = fc.string({ unit: 'grapheme' })
    const names = vectors.momo.raw_key_order[message].filter((name) => name !== 'accessKey')
    const fields = fc.record(Object.fromEntries(names.map((name) => [name, value])))
    fc.assert(
      fc.property(fields, (each) => {
        expect(isSigned(message, { ...each, signature: sign(message, each, account) }, account)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

let at: Awaited<ReturnType<typeof openMomo>>
beforeEach(async () => {
  at = await openMomo()
})
afterEach(() => at.close())

describe('an order', () => {
  it('has a page, marked as a stand-in, without script; the same request again has the same page', async () => {
    const payUrl = await at.begin()
    expect(await at.begin()).toBe(payUrl)
    const got = await fetch(payUrl)
    const text = await got.text()
    for (const part of ['50.000 ₫', 'Gop ABCD heo dat', '00:14:59 24/11/2026', 'stand-in', 'Ví không đủ tiền'])
      expect(text).toContain(part)
    expect(text).not.toMatch(/<script|style=/)
    expect(got.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:9;")
    expect(await (await fetch(await at.begin({ reference: 'LC2', lang: 'en' }))).text()).toContain('Refuse to pay')
    expect((await fetch(payUrl.replace(/t=.*/, 't=x'))).status).toBe(404)
    expect(at.momo.payments()).toHaveLength(2)
  })
  it.each([
    ['another key', {}, { ...account, secretKey: 'another-secret-xx' }, '13'],
    ['another merchant', {}, { ...account, partnerCode: 'SOMEBODY' }, '13'],
    ['less than 1,000', { amountVnd: 999 }, account, '22'],
    ['over 50,000,000', { amountVnd: 50_000_001 }, account, '22'],
    ['no text', { info: '' }, account, '20'],
    ['a reference that ends in a dash', { reference: 'LC-' }, account, '20'],
  ])('is refused with %s', async (_, more, of, code) => {
    await expect(at.begin(more, of)).rejects.toThrow(`answered ${code}`)
    expect(at.momo.payments()).toEqual([])
  })
  it('under way is answered 7000, and a slow MoMo makes it once', async () => {
    at.momo.switches.slowSeconds = 0.05
    const [first, second] = await Promise.allSettled([at.begin(), at.begin()])
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
    expect(at.momo.payments()).toHaveLength(1)
  })
})

describe('what the payer does', () => {
  it.each([
    ['approve', '0'],
    ['decline', '1001'],
    ['cancel', '1006'],
    ['authorize', '9000'],
  ])('%s is told to the city and carried back signed', async (act, resultCode) => {
    const payUrl = await at.begin()
    const back = await at.press(act)
    await at.momo.deliver()
    const expected = { reference: 'LC1', amountVnd: 50_000, resultCode, paidAt: createdAt }
    expect(at.believed()).toEqual([expect.objectContaining(expected)])
    expect(at.momo.notices()).toMatchObject([{ answers: ['204'], done: true }])
    const location = back.headers.get('location')
    expect(new URL(location!).pathname).toBe('/receipts/k/return')
    expect(at.returned(location)).toMatchObject({ forged: false, notification: expected })
    expect(location).toBe(at.momo.returnUrl('LC1'))
    expect(await (await fetch(payUrl)).text()).toContain('đã dùng xong')
  })
  it('closing the window moves nothing, and a late payment comes after the time limit', async () => {
    await at.begin()
    expect((await at.press('close')).status).toBe(200)
    expect((await at.press('late')).status).toBe(200)
    await at.momo.tick(15 * 60)
    expect(at.heard).toEqual([])
    await at.momo.tick(60)
    expect(at.believed()).toMatchObject([{ resultCode: '0', paidAt: '2026-11-23T17:15:59.000Z' }])
  })
  it('a developer can do it later from the list, and set what goes wrong', async () => {
    await at.begin()
    const set = (to: string, body: Record<string, string>) =>
      fetch(at.momo.origin + to, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' })
    await set('/switches', { amountVnd: '70000' })
    await set('/refunds', { code: '1081' })
    expect(at.momo.refunds.code).toBe(1081)
    expect((await at.press('authorize', 'LC1', 'list')).headers.get('location')).toBe('/')
    await at.press('capture', 'LC1', 'list')
    expect((await at.press('approve', 'LC9', 'list')).status).toBe(404)
    await set('/deliver', {})
    expect(at.believed()).toMatchObject([{ amountVnd: 70_000, resultCode: '9000' }, { resultCode: '0' }])
    const list = await (await fetch(at.momo.origin)).text()
    expect(list).toContain('LC1')
    expect(list).toContain(': 204; xong')
  })
})

describe('on the way to the city', () => {
  it('a word is told once, whatever the city answers', async () => {
    at.says.push(500)
    await at.begin()
    await at.momo.approve('LC1')
    await at.momo.tick(3_600)
    expect(at.momo.notices()).toMatchObject([{ answers: ['500'], done: true }])
  })
  it('it may be lost, come late, come twice, come after a later one, or be forged', async () => {
    for (const reference of ['LC1', 'LC2', 'LC3', 'LC4', 'LC5', 'LC6']) await at.begin({ reference })
    at.momo.switchesOf('LC1').drop = true
    at.momo.switchesOf('LC2').delaySeconds = 90
    at.momo.switchesOf('LC3').double = true
    at.momo.switchesOf('LC4').forge = true
    for (const reference of ['LC1', 'LC2', 'LC3', 'LC4']) await at.momo.approve(reference)
    expect(at.believed().map((said) => (said === 'forged' ? said : said.reference))).toEqual(['LC3', 'LC3', 'forged'])
    await at.momo.tick(90)
    expect(at.believed().at(-1)).toMatchObject({ reference: 'LC2' })
    at.momo.switches.reorder = true
    await Promise.all([at.press('approve', 'LC5'), at.press('approve', 'LC6')])
    await at.momo.deliver()
    expect(at.heard).toHaveLength(6)
  })
})
