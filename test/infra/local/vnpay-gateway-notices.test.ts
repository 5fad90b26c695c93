import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startVnpay } from '../../../infra/local/gateways/vnpay.ts'
import { account, openGateway } from './shop.ts'

let gateway: Awaited<ReturnType<typeof openGateway>>
beforeEach(async () => {
  gateway = await openGateway()
})
afterEach(() => gateway.close())

describe('notifications', () => {
  it.each([['00'], ['02']])('end with %s', async (answer) => {
    await gateway.visit()
    gateway.shop.says.push(answer)
    await gateway.vnpay.approve('LC1')
    await gateway.vnpay.tick(3_600)
    expect(gateway.shop.heard.length).toBe(1)
  })
  it.each<[string | number, string]>([
    ['01', '01'],
    ['04', '04'],
    ['97', '97'],
    ['99', '99'],
    [502, 'HTTP 502'],
    ['silence', 'no answer'],
  ])('repeat after %s, five minutes later and not before, until a final answer', async (answer, noted) => {
    await gateway.visit()
    gateway.shop.says.push(answer, answer)
    await gateway.vnpay.approve('LC1')
    await gateway.vnpay.tick(299)
    expect(gateway.shop.heard.length).toBe(1)
    await gateway.vnpay.tick(1)
    await gateway.vnpay.tick(300)
    await gateway.vnpay.tick(300)
    expect(gateway.shop.heard.length).toBe(3)
    expect(gateway.vnpay.notices()).toMatchObject([{ answers: [noted, noted, '00'], done: true }])
  })
  it('repeat ten times at most', async () => {
    await gateway.visit()
    gateway.shop.says.push(...Array<string>(20).fill('99'))
    await gateway.vnpay.approve('LC1')
    for (let minute = 0; minute < 75; minute += 5) await gateway.vnpay.tick(300)
    expect(gateway.shop.heard.length).toBe(11)
    expect(new Set(gateway.shop.heard.map(String)).size).toBe(1)
  })
  it('go out by themselves, without anybody asking', async () => {
    await gateway.visit()
    await gateway.press('approve')
    await expect.poll(() => gateway.shop.heard.length).toBe(1)
  })
})

describe('faults', () => {
  beforeEach(async () => {
    await gateway.visit()
  })
  it('drop: nothing arrives, the repeat does', async () => {
    gateway.vnpay.switches.drop = true
    await gateway.vnpay.approve('LC1')
    expect(gateway.shop.heard).toEqual([])
    gateway.vnpay.switches.drop = false
    await gateway.vnpay.tick(300)
    expect(gateway.vnpay.notices()).toMatchObject([{ answers: ['lost', '00'] }])
  })
  it('delay: later', async () => {
    gateway.vnpay.switches.delaySeconds = 90
    await gateway.vnpay.approve('LC1')
    expect(gateway.shop.heard).toEqual([])
    await gateway.vnpay.tick(90)
    expect(gateway.shop.heard.length).toBe(1)
  })
  it('double: the same twice', async () => {
    gateway.vnpay.switches.double = true
    await gateway.vnpay.approve('LC1')
    expect(gateway.shop.heard.map(String)).toEqual([String(gateway.shop.heard[0]), String(gateway.shop.heard[0])])
  })
  it('reorder: the later one first', async () => {
    gateway.vnpay.switches.reorder = true
    await gateway.press('decline')
    await gateway.press('approve')
    await gateway.vnpay.deliver()
    expect(gateway.shop.heard.map((query) => query.get('vnp_ResponseCode'))).toEqual(['00', '51'])
  })
  it('forge: not believed', async () => {
    gateway.vnpay.switches.forge = true
    await gateway.vnpay.approve('LC1')
    expect(gateway.believed()).toEqual(['forged'])
  })
  it('another amount: signed as true, and told in every way', async () => {
    gateway.vnpay.switches.amountVnd = 70_000
    await gateway.vnpay.approve('LC1')
    expect(gateway.believed()).toMatchObject([{ amountVnd: 70_000, meaning: 'received' }])
    expect(new URL(gateway.vnpay.returnUrl('LC1')).searchParams.get('vnp_Amount')).toBe('7000000')
  })
  it('for one order only', async () => {
    await gateway.visit({ reference: 'LC2' })
    gateway.vnpay.switchesOf('LC2').drop = true
    await gateway.vnpay.approve('LC2')
    await gateway.vnpay.approve('LC1')
    expect(gateway.shop.heard.map((query) => query.get('vnp_TxnRef'))).toEqual(['LC1'])
  })
  it('can be set on the page', async () => {
    const set = (fields: Record<string, string>) =>
      fetch(`${gateway.vnpay.origin}/switches`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      })
    await set({ forge: 'on', delaySeconds: '5', amountVnd: '6000' })
    expect(gateway.vnpay.switches).toMatchObject({ forge: true, drop: false, delaySeconds: 5, amountVnd: 6_000 })
    await set({ delaySeconds: '', amountVnd: '' })
    expect(gateway.vnpay.switches).toMatchObject({ forge: false, delaySeconds: 0, amountVnd: undefined })
  })
})

it('says when its port is taken', async () => {
  const port = Number(new URL(gateway.vnpay.origin).port)
  await expect(startVnpay({ account, ipnUrl: gateway.shop.ipnUrl, port })).rejects.toThrow('EADDRINUSE')
})
