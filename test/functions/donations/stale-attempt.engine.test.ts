import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Donation, stateOf } from '../../../functions/donations/donation.ts'
import { newAttempt, type OpenWay, pageToPay, withAttempt } from '../../../functions/donations/pay-page.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { momo as provider } from '../../../functions/donations/providers/momo/momo.ts'
import { ReferenceUsed } from '../../../functions/donations/providers/provider.ts'
import { donationById, keepAttempt } from '../../../functions/donations/store.ts'
import { later } from '../../../functions/time.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'

let table: Table
beforeAll(async () => {
  table = await openTable()
  vi.spyOn(console, 'error').mockReturnValue()
})
beforeEach(() => begin.mockReset().mockResolvedValue({ payUrl: 'https://begun.test' }))
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})

const begin = vi.fn()
const open: OpenWay = { name: 'momo', provider, gateway: { begin } }
const now = new Date().toISOString()
const here = { caller: '203.0.113.7', origin: 'https://city.test', lang: 'en' as const, now }

const read = async ({ id }: Donation) => (await donationById(id))!
const hears = async (of: Donation, meaning: 'failed' | 'moved') => {
  await record(of.id, told(of, { meaning }), draw, now)
  return read(of)
}
const stand = async (of: Donation) => {
  const kept = await read(of)
  return [stateOf(kept), kept.attempts.length]
}

describe('an attempt that is added to a gift as it was read a moment ago', () => {
  it('after a failure never wipes that money may have moved', async () => {
    const failed = await hears(await pledged(), 'failed')
    await hears(failed, 'moved')
    expect(stateOf(await keepAttempt(failed, newAttempt(open, now)))).toBe('checking')
    expect(await stand(failed)).toEqual(['checking', 1])
  })
  it('is not added where money may have moved since, so that nobody is asked to pay twice', async () => {
    const gift = await pledged()
    await hears(gift, 'moved')
    expect(stateOf(await withAttempt(gift, open, now))).toBe('checking')
    expect(await stand(gift)).toEqual(['checking', 1])
  })
  it('is added to what is there now, where a failure was told since', async () => {
    const gift = await pledged()
    await hears(gift, 'failed')
    expect((await withAttempt(gift, open, now)).attempts).toHaveLength(2)
    expect(await stand(gift)).toEqual(['waiting', 2])
  })
  it('is one at most and leaves the word in sight, whichever comes first', async () => {
    for (let round = 0; round < 20; round++) {
      const failed = await hears(await pledged(), 'failed')
      await Promise.all([withAttempt(failed, open, now), hears(failed, 'moved')])
      const kept = await read(failed)
      expect([stateOf(kept), kept.attempts.length <= 2]).toEqual(['checking', true])
    }
  })
})

describe('a gift whose money may have moved', () => {
  it('gets no other attempt, though its page closed or another way was chosen', async () => {
    const gift = await hears(await pledged(), 'moved')
    const vnpay = { ...open, name: 'vnpay' as const }
    for (const [way, at] of [
      [open, now],
      [vnpay, now],
      [vnpay, later(now, 3_600)],
    ] as const) {
      const kept = await withAttempt(gift, way, at)
      const { location } = await pageToPay(kept, way, here)
      expect([location, kept.attempts.length]).toEqual([`/receipts/${gift.receiptKey}/return?lang=en`, 1])
    }
    expect(begin).not.toHaveBeenCalled()
  })
})

describe('a reference that is used', () => {
  const momoGift = () => pledged({}, now, undefined, 'momo')
  const used = (meanwhile: () => Promise<unknown>) =>
    begin.mockImplementationOnce(async () => {
      await meanwhile()
      throw new ReferenceUsed('momo', '41')
    })
  it('gets no other where money may have moved meanwhile', async () => {
    const gift = await momoGift()
    used(() => hears(gift, 'moved'))
    const { location } = await pageToPay(gift, open, here)
    expect(location).toBe(`/receipts/${gift.receiptKey}/return?lang=en`)
    expect(await stand(gift)).toEqual(['checking', 1])
  })
  it('gets another though a failure is told at that very moment', async () => {
    const gift = await momoGift()
    used(async () => undefined)
    const [{ location }] = await Promise.all([pageToPay(gift, open, here), hears(gift, 'failed')])
    expect(location).toBe('https://begun.test')
    expect((await read(gift)).attempts).toHaveLength(2)
  })
  it('gets one other, though somebody presses twice and another way is chosen at that moment', async () => {
    const gift = await momoGift()
    const vnpay = { ...open, name: 'vnpay' as const }
    used(async () => undefined)
    const [{ location }] = await Promise.all([pageToPay(gift, open, here), withAttempt(gift, vnpay, now)])
    expect(location).toBe('https://begun.test')
    const ofMomo = begin.mock.calls.map(([{ reference }]) => reference)
    expect(new Set(ofMomo).size).toBe(2)
  })
})
