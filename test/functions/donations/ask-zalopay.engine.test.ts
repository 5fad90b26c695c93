import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { handler } from '../../../functions/donations/ask.ts'
import type { Donation } from '../../../functions/donations/donation.ts'
import type { Told } from '../../../functions/donations/payment.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { eventOf, speak } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { draw } from '../gifts.ts'
import { called, counted, dataOf, kept, openZalopay, pledged, received, tell, untouched } from './zalopay-called.ts'

let table: Table
beforeAll(async () => {
  table = await openTable()
  openZalopay()
})
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})

const failed = (of: Donation, code: string): Told => ({
  ...{ provider: 'zalopay', reference: of.attempts[0]!.reference, transactionId: '0', amountVnd: of.amountVnd },
  ...{ meaning: 'failed', responseCode: code, transactionStatus: '', asked: true },
})

describe('of ZaloPay, by asking', () => {
  const asked = async (of: Donation, secondsLater: number, said: object) => {
    counted.length = 0
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
      expect(String(url)).toMatch(/\/query$/)
      const form = new URLSearchParams(String(init?.body))
      return Response.json(form.get('app_trans_id') === of.attempts[0]!.reference ? said : { return_code: 3 })
    })
    vi.useFakeTimers({ now: Date.parse(of.createdAt) + secondsLater * 1_000, toFake: ['Date'] })
    await speak(handler, eventOf({}))
    vi.useRealTimers()
  }
  /** VNPAY, MoMo and Stripe: their secrets are broken here. */
  const others = 3
  const times = (metric: string) => counted.filter((line) => line.includes(metric)).length
  it('another provider’s broken secret does not keep ZaloPay from being asked', async () => {
    const gift = await pledged()
    vi.spyOn(console, 'error').mockReturnValue()
    await asked(gift, 121, { return_code: 1, amount: 50_000, zp_trans_id: dataOf(gift).zp_trans_id })
    expect([times('LostAccount'), times('UnansweredQuestion')]).toEqual([others, 0])
    expect(await kept(gift)).toEqual(received)
  })
  it('pending, then final: the same payment as its callback, told late, is one', async () => {
    const gift = await pledged()
    await asked(gift, 121, { return_code: 3, sub_return_code: 0, is_processing: true, amount: 0, zp_trans_id: 0 })
    expect(await kept(gift)).toEqual(untouched)
    const data = dataOf(gift)
    await asked(gift, 301, { return_code: 1, amount: 50_000, zp_trans_id: data.zp_trans_id, discount_amount: 1_000 })
    expect(await kept(gift)).toEqual(received)
    expect(await tell(called(data))).toBe('2 duplicate')
    expect(await kept(gift)).toEqual(received)
  })
  it('failed: an order whose time is over is declined; it was never told', async () => {
    const gift = await pledged()
    await asked(gift, 901, { return_code: 2, sub_return_code: -54, amount: 0 })
    expect((await kept(gift)).state).toBe('declined')
    expect((await donationById(gift.id))!.heard?.responseCode).toBe('2/-54')
  })
  it('no answer says nothing of the gift', async () => {
    const gift = await pledged()
    await asked(gift, 121, { return_code: 2, sub_return_code: -402 })
    expect([times('LostAccount'), times('UnansweredQuestion')]).toEqual([others, 1])
    expect(await kept(gift)).toEqual(untouched)
  })
  it('money after a failure that we found by asking counts', async () => {
    const gift = await pledged()
    await record(gift.id, failed(gift, '2/-54'), draw, new Date().toISOString())
    expect((await kept(gift)).state).toBe('declined')
    expect(await tell(called(dataOf(gift)))).toBe('1 success')
    expect(await kept(gift)).toEqual(received)
    await record(gift.id, failed(gift, '2/-54'), draw, new Date().toISOString())
    expect(await kept(gift)).toEqual(received)
  })
})
