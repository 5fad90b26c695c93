import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ReferenceUsed } from '../../../functions/donations/providers/provider.ts'
import { isOwnRedirect } from '../../../functions/donations/providers/zalopay/told.ts'
import { startZalopay } from '../../../infra/local/gateways/zalopay.ts'
import { callbackMac, redirectQuery } from '../../../infra/local/gateways/zalopay-wire.ts'
import vectors from '../../vectors/payments.json' with { type: 'json' }
import { account, createdAt, openGateway } from './zalopay-shop.ts'

let at: Awaited<ReturnType<typeof openGateway>>
beforeEach(async () => {
  at = await openGateway()
})
afterEach(() => at.close())
const status = async (answer: Promise<Response>) => new URL((await answer).headers.get('location')!).searchParams

describe('the ZaloPay stand-in signs as ZaloPay does', () => {
  const { callback_official: told, redirect, public_sandbox } = vectors.zalopay
  const sandbox = { ...public_sandbox, appId: `${public_sandbox.app_id}` }
  it('in a callback', () => expect(callbackMac(told.data, sandbox)).toBe(told.expected_mac))
  it.each(redirect)('on the way back, $id', ({ query }) =>
    expect(redirectQuery(Object.fromEntries(new URLSearchParams(query)), sandbox)).toBe(query),
  )
})

describe('an order', () => {
  it('is made for the city, shown to the payer, paid, told and sent back, all of which the city believes', async () => {
    const page = await fetch(await at.begin())
    expect(page.status).toBe(200)
    expect(await page.text()).toMatch(/50\.000 ₫.*Gop ABCD heo dat.*261123_A/s)
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:9")
    expect(await at.ask()).toMatchObject({ meaning: 'pending' })
    const query = await status(at.press('approve'))
    expect(isOwnRedirect(query, account)).toBe(true)
    expect(query.get('status')).toBe('1')
    await at.gateway.deliver()
    const [payment] = at.gateway.payments()[0]!.payments
    expect(payment!.id).toMatch(/^261123\d{9}$/)
    expect(at.believed()).toEqual([
      expect.objectContaining({
        reference: '261123_A',
        amountVnd: 50_000,
        transactionId: payment!.id,
        paidAt: createdAt,
      }),
    ])
    expect(await at.ask()).toEqual(at.believed()[0])
  })
  it('that is cancelled or refused is told to nobody; asked about, it waits or has failed, and can still be paid', async () => {
    await at.begin()
    expect((await status(at.press('cancel'))).get('status')).toBe('-49')
    expect(await at.ask()).toMatchObject({ meaning: 'pending' })
    expect(isOwnRedirect(await status(at.press('decline')), account)).toBe(true)
    expect(await at.ask()).toMatchObject({ meaning: 'failed', responseCode: '2/-63' })
    expect((await at.press('close')).status).toBe(200)
    await at.gateway.deliver()
    expect(at.shop.heard).toEqual([])
    await at.gateway.approve('261123_A')
    expect(await at.ask()).toMatchObject({ meaning: 'received' })
  })
  it('is made once, on its own day, by who has the key', async () => {
    await at.begin()
    await expect(at.begin()).rejects.toThrow(ReferenceUsed)
    await expect(at.begin('261122_B')).rejects.toThrow(ReferenceUsed)
    await expect(at.begin('A')).rejects.toThrow('2/-401')
    await expect(at.begin('261123_C', { ...account, key1: account.key2 })).rejects.toThrow('2/-402')
    await expect(at.begin('261123_C', { ...account, appId: '2554' })).rejects.toThrow('2/-402')
    at.clock.ms = Date.parse('2026-11-23T17:00:00.000Z')
    await expect(at.begin('261123_D')).rejects.toThrow(ReferenceUsed)
    await at.begin('261124_D')
    expect(await at.ask('261123_NONE')).toBe('nothing')
  })
  it('expires, is paid late all the same, and is forgotten after two days', async () => {
    const page = await at.begin()
    at.gateway.late('261123_A')
    await at.gateway.tick(900)
    expect((await fetch(page)).status).toBe(410)
    expect(await at.ask()).toMatchObject({ meaning: 'failed', responseCode: '2/-54' })
    await at.gateway.tick(60)
    expect(at.believed()).toMatchObject([{ amountVnd: 50_000 }])
    await at.gateway.tick(48 * 3_600)
    expect(await at.ask()).toMatchObject({ responseCode: '2/-54' })
  })
})

describe('callbacks', () => {
  it.each<[number | 'silence', string]>([
    [0, '0'],
    [-1, '-1'],
    [502, 'HTTP 502'],
    ['silence', 'no answer'],
  ])('repeat after %s, three times at most', async (answer, noted) => {
    await at.begin()
    at.shop.says.push(...Array<typeof answer>(9).fill(answer))
    await at.gateway.approve('261123_A')
    for (let minute = 0; minute < 6; minute++) await at.gateway.tick(60)
    expect(at.gateway.notices()).toMatchObject([{ answers: [noted, noted, noted, noted], done: true }])
  })
  it.each([1, 2])('end with %i', async (answer) => {
    await at.begin()
    at.shop.says.push(answer)
    await at.gateway.approve('261123_A')
    await at.gateway.tick(3_600)
    expect(at.shop.heard).toHaveLength(1)
  })
  it('get lost, come twice, late, in another order, forged, and of another sum', async () => {
    const { switches } = at.gateway
    for (const reference of ['261123_A', '261123_B']) await at.begin(reference)
    Object.assign(switches, { drop: true })
    await at.gateway.approve('261123_A')
    expect(at.shop.heard).toEqual([])
    Object.assign(switches, { drop: false, double: true })
    await at.gateway.tick(60)
    expect(at.shop.heard).toHaveLength(2)
    Object.assign(switches, { double: false, forge: true, delaySeconds: 90 })
    await at.gateway.approve('261123_A')
    expect(at.shop.heard).toHaveLength(2)
    await at.gateway.tick(90)
    expect(at.believed()[2]).toBe('forged')
    await at.gateway.tick(600)
    Object.assign(switches, { forge: false, delaySeconds: 0, reorder: true, amountVnd: 70_000 })
    const before = at.shop.heard.length
    await at.press('approve', '261123_A')
    await at.press('approve', '261123_B')
    await at.gateway.deliver()
    expect(at.believed().slice(before)).toMatchObject([
      { reference: '261123_B', amountVnd: 70_000 },
      { reference: '261123_A', amountVnd: 70_000 },
    ])
  })
})

describe('a refund', () => {
  const paid = async () => {
    await at.begin()
    await at.gateway.approve('261123_A')
    return { transactionId: at.gateway.payments()[0]!.payments[0]!.id }
  }
  it('is accepted, done a minute later, and the same one when asked again', async () => {
    const back = at.back(await paid())
    const { refund, followRefund } = at.city()
    expect(await followRefund!(back)).toMatchObject({ state: 'unknown' })
    expect(await refund!(back)).toMatchObject({
      state: 'accepted',
      transactionId: expect.stringMatching(/^261123\d{9}$/),
    })
    expect(await refund!(back)).toEqual({ state: 'accepted', code: '2/-23' })
    expect(await followRefund!(back)).toEqual({ state: 'accepted', code: '3/2' })
    await at.gateway.tick(60)
    expect(await followRefund!(back)).toEqual({ state: 'done', code: '1/1' })
    expect(at.gateway.refunds()).toHaveLength(1)
  })
  it('is never more than was paid; what failed can be asked for anew', async () => {
    const of = await paid()
    const { refund, followRefund } = at.city()
    expect(await refund!(at.back({ ...of, amountVnd: 30_000 }))).toMatchObject({ state: 'accepted' })
    const more = at.back({ ...of, amountVnd: 20_001, refundReference: 'R2' })
    expect(await refund!(more)).toEqual({ state: 'refused', code: '2/-14' })
    at.gateway.decideRefund('261123_2553_R1', 'failed')
    expect(await followRefund!(at.back(of))).toEqual({ state: 'refused', code: '2/0' })
    expect(await refund!(more)).toMatchObject({ state: 'accepted' })
    expect(await refund!(at.back({ transactionId: '261123000000000', refundReference: 'R3' }))).toEqual({
      ...{ state: 'refused', code: '2/-101' },
    })
  })
})

it('lists orders and refunds with their levers, which can be pulled there', async () => {
  await at.begin()
  await at.press('approve', '261123_A', 'list')
  await at.gateway.deliver()
  const { id } = at.gateway.payments()[0]!.payments[0]!
  await at.city().refund!(at.back({ transactionId: id }))
  const post = (path: string, fields: Record<string, string>) =>
    fetch(at.gateway.origin + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  await post('/refund', { id: '261123_2553_R1', state: 'failed' })
  await post('/switches', { forge: 'on', amountVnd: '6000' })
  const list = await (await fetch(`${at.gateway.origin}/`)).text()
  expect(list).toMatch(/261123_A.*50\.000 ₫: 1; xong.*261123_2553_R1.*failed.*name="forge" checked/s)
  expect(at.gateway.switches).toMatchObject({ forge: true, drop: false, amountVnd: 6_000 })
})

it('says when its port is taken', async () => {
  const port = Number(new URL(at.gateway.origin).port)
  await expect(startZalopay({ account, ipnUrl: '', port })).rejects.toThrow('EADDRINUSE')
})
