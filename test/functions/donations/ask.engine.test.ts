import { describe, expect, it, vi } from 'vitest'
import { handler } from '../../../functions/donations/ask.ts'
import { type Donation, stateOf } from '../../../functions/donations/donation.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { later } from '../../../functions/time.ts'
import { draw, pledged, told } from '../gifts.ts'
import { asked, known, openAsking } from './asked.ts'

const start = '2026-11-23T07:00:00.000Z'
openAsking()

async function at(minutes: number): Promise<void> {
  vi.useFakeTimers({ now: Date.parse(later(start, minutes * 60)), toFake: ['Date'] })
  await (handler as (event: unknown, context: object) => Promise<unknown>)({}, {})
  vi.useRealTimers()
}
const referenceOf = (gift: Donation) => gift.attempts[0]!.reference
const stateNow = async (gift: Donation) => stateOf((await donationById(gift.id))!)

describe('a gift that VNPAY did not tell us of', () => {
  it('is found by asking, with the date of its order', async () => {
    const gift = await pledged({}, start)
    known.set(referenceOf(gift), { vnp_TransactionStatus: '00' })
    await at(1)
    expect(asked).toEqual([])
    await at(2)
    expect(asked).toEqual([{ reference: referenceOf(gift), transactionDate: '20261123140000' }])
    expect(await stateNow(gift)).toBe('received')
    await at(6)
    expect(asked).toHaveLength(1)
  })
  it('is asked about at 2, 5, 15 and 60 minutes, after a day and after two, and then no more', async () => {
    await pledged({}, start)
    const times: number[] = []
    for (const minutes of [1, 2, 3, 5, 10, 15, 30, 60, 90, 1_439, 1_440, 1_441, 2_819, 2_820, 2_821, 5_000]) {
      const before = asked.length
      await at(minutes)
      if (asked.length > before) times.push(minutes)
    }
    expect(times).toEqual([2, 5, 15, 60, 1_440, 2_820])
  })
  it('is asked about again after a broken network, at the next minute', async () => {
    const gift = await pledged({}, start)
    known.set(referenceOf(gift), 'down')
    await at(2)
    known.set(referenceOf(gift), { vnp_TransactionStatus: '00' })
    await at(3)
    expect(await stateNow(gift)).toBe('received')
  })
  it('waits its next turn when it cannot be asked about for ten minutes, so that it crowds out no other', async () => {
    const gift = await pledged({}, start)
    known.set(referenceOf(gift), 'down')
    for (const minutes of [2, 12, 13, 14]) await at(minutes)
    expect(asked).toHaveLength(3)
    await at(15)
    expect(asked).toHaveLength(4)
  })
  it.each([
    ['02', 'declined'],
    ['01', 'waiting'],
    ['07', 'checking'],
    ['04', 'checking'],
  ])('with status %s is %s', async (vnp_TransactionStatus, state) => {
    const gift = await pledged({}, start)
    known.set(referenceOf(gift), { vnp_TransactionStatus })
    await at(2)
    expect(await stateNow(gift)).toBe(state)
  })
  it('is not recorded while VNPAY names no transaction of its own', async () => {
    const gifts = [await pledged({}, start), await pledged({}, start)]
    for (const gift of gifts) known.set(referenceOf(gift), { vnp_TransactionStatus: '00', vnp_TransactionNo: '0' })
    await at(2)
    expect(await Promise.all(gifts.map(stateNow))).toEqual(['waiting', 'waiting'])
    for (const [place, gift] of gifts.entries())
      known.set(referenceOf(gift), { vnp_TransactionStatus: '00', vnp_TransactionNo: `77${place}` })
    await at(5)
    expect(await Promise.all(gifts.map(stateNow))).toEqual(['received', 'received'])
  })
  it('that failed at first and was paid then is found within the hour', async () => {
    const gift = await pledged({}, start)
    known.set(referenceOf(gift), { vnp_TransactionStatus: '02' })
    await at(2)
    expect(await stateNow(gift)).toBe('declined')
    known.set(referenceOf(gift), { vnp_TransactionStatus: '00' })
    await at(15)
    expect(await stateNow(gift)).toBe('received')
    const failed = await pledged({}, start)
    known.set(referenceOf(failed), { vnp_TransactionStatus: '02' })
    for (const minutes of [16, 60]) await at(minutes)
    asked.length = 0
    for (const minutes of [1_440, 2_820]) await at(minutes)
    expect(asked).toEqual([])
  })
  it('whose money did not move after all is told so', async () => {
    const gift = await pledged({}, start)
    known.set(referenceOf(gift), { vnp_TransactionStatus: '07' })
    await at(2)
    expect(await stateNow(gift)).toBe('checking')
    await record(gift.id, told(gift, { meaning: 'failed', transactionStatus: '02' }), draw, start)
    expect(await stateNow(gift)).toBe('checking')
    known.set(referenceOf(gift), { vnp_TransactionStatus: '02' })
    await at(5)
    expect(await stateNow(gift)).toBe('declined')
  })
  it('is asked about once more when VNPAY was down at the last of the times', async () => {
    const gift = await pledged({}, start)
    for (const minutes of [2, 5, 15, 60, 1_440]) await at(minutes)
    known.set(referenceOf(gift), 'down')
    for (const minutes of [2_820, 2_831, 2_832]) await at(minutes)
    known.set(referenceOf(gift), { vnp_TransactionStatus: '00' })
    await at(2_960)
    expect(await stateNow(gift)).toBe('received')
  })
  it('with another amount is recorded as what came', async () => {
    const gift = await pledged({}, start)
    known.set(referenceOf(gift), { vnp_TransactionStatus: '00', vnp_Amount: '7000000' })
    await at(2)
    expect((await donationById(gift.id))!.payments.map(({ amountVnd, flags }) => [amountVnd, flags])).toEqual([
      [70_000, ['other-amount']],
    ])
  })
})

it('a gift that VNPAY did tell us of is not asked about', async () => {
  const gift = await pledged({}, start)
  await record(gift.id, told(gift), draw, start)
  await at(2)
  expect(asked).toEqual([])
})

it('hundreds that are due are asked about in one run, and a gateway that is down is left alone', async () => {
  const gifts: Donation[] = []
  for (let from = 0; from < 700; from += 50)
    gifts.push(...(await Promise.all(Array.from({ length: 50 }, () => pledged({}, start)))))
  await at(2)
  expect(new Set(asked.map(({ reference }) => reference)).size).toBe(700)
  for (const gift of gifts) known.set(referenceOf(gift), 'down')
  asked.length = 0
  await at(5)
  expect(asked.length).toBeLessThan(50)
})

it('one broken order does not keep the others from being asked about', async () => {
  const gifts = await Promise.all(Array.from({ length: 30 }, () => pledged({}, start)))
  for (const [place, gift] of gifts.entries())
    known.set(
      referenceOf(gift),
      place % 3 ? { vnp_TransactionStatus: '00', vnp_TransactionNo: String(9_000 + place) } : 'down',
    )
  await at(2)
  const states = await Promise.all(gifts.map(stateNow))
  expect(states.filter((state) => state === 'received')).toHaveLength(20)
})
