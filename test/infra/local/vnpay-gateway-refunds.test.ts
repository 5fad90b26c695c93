import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Back } from '../../../functions/donations/providers/provider.ts'
import { vnpay as provider } from '../../../functions/donations/providers/vnpay/vnpay.ts'
import { account, createdAt, openGateway } from './shop.ts'

let desk: Awaited<ReturnType<typeof openGateway>>
let transactionId = ''
beforeEach(async () => {
  desk = await openGateway()
  await desk.visit()
  await desk.vnpay.approve('LC1')
  transactionId = desk.vnpay.payments()[0]!.transactions[0]!.number
})
afterEach(() => desk.close())

const gateway = () => provider.open(JSON.stringify({ ...account }), { pay: desk.vnpay.payUrl, api: desk.vnpay.apiUrl })
let nth = 0
const back = (over: Partial<Back> = {}): Back => ({
  refundReference: `RF261123ABCDEFGHJKLMNPQR${String(++nth).padStart(2, '0')}`,
  reference: 'LC1',
  transactionId,
  amountVnd: 20_000,
  paidVnd: 50_000,
  createdAt,
  orderedAt: createdAt,
  now: new Date(desk.clock.ms).toISOString(),
  by: 'Đỗ Thị Ánh',
  ...over,
})
const refund = (over: Partial<Back> = {}) => gateway().refund!(back(over))
const follow = (over: Partial<Back> = {}) => {
  desk.clock.ms += 1_000
  return gateway().followRefund!(back(over))
}

describe('a refund at VNPAY', () => {
  it('is accepted, then sent on to the bank; more parts follow until all went back', async () => {
    expect(await refund()).toMatchObject({ state: 'accepted', code: '00/05', transactionId })
    expect(await follow()).toEqual({ state: 'accepted', code: '05' })
    desk.clock.ms += 60_000
    expect(await follow()).toEqual({ state: 'done', code: '06' })
    expect((await refund({ amountVnd: 30_000 })).state).toBe('accepted')
    desk.clock.ms += 60_000
    expect(await refund({ amountVnd: 1_000 })).toEqual({ state: 'refused', code: '95' })
  })
  it('of the whole is of the whole, and refused where it is not', async () => {
    expect((await refund({ amountVnd: 40_000, paidVnd: 40_000 })).code).toBe('03')
    expect((await refund({ amountVnd: 50_000 })).state).toBe('accepted')
  })
  it('under way is known: a second order meanwhile and the same request again are 94, so nobody knows', async () => {
    const same = back()
    expect((await gateway().refund!(same)).state).toBe('accepted')
    expect(await gateway().refund!(same)).toEqual({ state: 'unknown', code: '94' })
    expect(await refund()).toEqual({ state: 'unknown', code: '94' })
    expect(desk.vnpay.payments()[0]!.refunds).toHaveLength(1)
  })
  it('may be refused by the bank after it was accepted', async () => {
    desk.vnpay.refunds.refuse = true
    await refund()
    desk.clock.ms += 60_000
    expect(await follow()).toEqual({ state: 'refused', code: '09' })
    desk.vnpay.refunds.refuse = false
    expect((await refund({ amountVnd: 50_000 })).state).toBe('accepted')
  })
  it.each([
    ['an order that is not there', { reference: 'LC2' }, '91'],
    ['another create date', { createdAt: '2026-11-23T17:00:00.000Z' }, '91'],
    ['another transaction', { transactionId: '1' }, '91'],
    ['more than came', { amountVnd: 60_000 }, '95'],
    ['nothing', { amountVnd: 0 }, '03'],
  ])('is refused for %s', async (_, over, code) => {
    expect(await refund(over)).toEqual({ state: 'refused', code })
  })
  it('is off as in the sandbox when it is told so: nobody knows', async () => {
    desk.vnpay.refunds.off = true
    expect(await refund()).toEqual({ state: 'unknown', code: '99' })
    expect(await follow()).toEqual({ state: 'unknown', code: '00' })
  })
  it('beside others is taken for done only if it was accepted itself and none of them is under way', async () => {
    await refund()
    desk.clock.ms += 60_000
    expect((await follow()).state).toBe('done')
    expect(await follow({ isOnly: false })).toEqual({ state: 'unknown', code: '06' })
    expect((await follow({ isOnly: false, isAccepted: true })).state).toBe('done')
    expect((await follow({ isOnly: false, isAccepted: true, isOnlyOpen: false })).state).toBe('unknown')
  })
  it('beside others is never taken for refused, nor ended by the answer to its order', async () => {
    desk.vnpay.refunds.refuse = true
    await refund()
    desk.clock.ms += 60_000
    expect(await follow({ isOnly: false, isAccepted: true })).toEqual({ state: 'unknown', code: '09' })
    expect((await follow()).state).toBe('refused')
    Object.assign(desk.vnpay.refunds, { refuse: false, doneAfterSeconds: 0 })
    expect((await refund({ isOnly: false })).state).toBe('accepted')
  })
  it('is brought to its end by a button', async () => {
    await refund()
    await fetch(`${desk.vnpay.origin}/refunds`, { method: 'POST', body: new URLSearchParams({ now: 'yes' }) })
    expect((await follow()).state).toBe('done')
    expect(await (await fetch(`${desk.vnpay.origin}/`)).text()).toContain('Hoàn 20.000 ₫: 06')
  })
})
