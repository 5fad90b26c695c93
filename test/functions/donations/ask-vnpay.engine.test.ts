import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { handler } from '../../../functions/donations/ask-vnpay.ts'
import { type Donation, stateOf } from '../../../functions/donations/donation.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { hmac } from '../../../functions/donations/providers/vnpay-signature.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { later } from '../../../functions/time.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'

const account = { tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' }
const start = '2026-11-23T07:00:00.000Z'
const names = [
  'ResponseId',
  'Command',
  'ResponseCode',
  'Message',
  'TmnCode',
  'TxnRef',
  'Amount',
  'BankCode',
  'PayDate',
  'TransactionNo',
  'TransactionType',
  'TransactionStatus',
  'OrderInfo',
  'PromotionCode',
  'PromotionAmount',
]
/** What VNPAY knows of each order; without an entry it knows none. 'down' is a broken network. */
const known = new Map<string, Record<string, string> | 'down'>()
let asked: { reference: string; transactionDate: string }[] = []

let table: Table
beforeAll(async () => {
  table = await openTable()
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: JSON.stringify(account) } })
  for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    const { vnp_TxnRef: reference, vnp_TransactionDate: transactionDate } = JSON.parse(String(init?.body))
    asked.push({ reference, transactionDate })
    const knows = known.get(reference)
    if (knows === 'down') throw new TypeError('fetch failed')
    const said: Record<string, string> = {
      vnp_ResponseCode: knows ? '00' : '91',
      vnp_TxnRef: reference,
      vnp_Amount: '5000000',
      vnp_TransactionNo: reference.replace(/\D/g, '').slice(0, 10) || '1',
      ...knows,
    }
    return Response.json({
      ...said,
      vnp_SecureHash: hmac(names.map((name) => said[`vnp_${name}`] ?? '').join('|'), account.hashSecret),
    })
  })
})
beforeEach(async () => {
  await table.empty()
  known.clear()
  asked = []
})
afterEach(() => vi.useRealTimers())
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})

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
    for (const minutes of [1, 2, 3, 5, 10, 15, 30, 60, 90, 1_439, 1_440, 1_441, 2_879, 2_880, 2_881, 5_000]) {
      const before = asked.length
      await at(minutes)
      if (asked.length > before) times.push(minutes)
    }
    expect(times).toEqual([2, 5, 15, 60, 1_440, 2_880])
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
