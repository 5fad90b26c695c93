import { beforeAll, describe, expect, it, vi } from 'vitest'
import { handler } from '../../../functions/donations/ask.ts'
import { leavesOpen } from '../../../functions/donations/asking.ts'
import { type Donation, stateOf } from '../../../functions/donations/donation.ts'
import * as payments from '../../../functions/donations/payment-store.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { reviews } from '../../../functions/review/store.ts'
import * as store from '../../../functions/store/table.ts'
import { later } from '../../../functions/time.ts'
import { invoke } from '../acts.ts'
import { pledged, told } from '../gifts.ts'
import { asked, known, openAsking } from './asked.ts'

const start = '2026-11-23T07:00:00.000Z'
const last = 2_820
const turns = [2, 5, 15, 60, 1_440, last]
openAsking()
beforeAll(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})

async function at(...minutes: number[]): Promise<void> {
  for (const each of minutes) {
    vi.useFakeTimers({ now: Date.parse(later(start, each * 60)), toFake: ['Date'] })
    await invoke(handler, {})
    vi.useRealTimers()
  }
}
const says = (gift: Donation, said: Record<string, string> | 'down') => known.set(gift.attempts[0]!.reference, said)
const stateNow = async (gift: Donation) => stateOf((await donationById(gift.id))!)
const open = async () => (await reviews(later(start, 30 * 86_400))).map(({ id: _, key: __, ...of }) => of)

describe('when VNPAY was asked to the last', () => {
  it.each([
    ['05', { vnp_TransactionStatus: '05' }, { responseCode: '00', transactionStatus: '05' }],
    ['06', { vnp_TransactionStatus: '06' }, { transactionStatus: '06' }],
    ['09', { vnp_TransactionStatus: '09' }, { transactionStatus: '09' }],
    ['paid without a transaction', { vnp_TransactionStatus: '00', vnp_TransactionNo: '0' }, { responseCode: 'half' }],
    ['half an answer', { vnp_TransactionStatus: '' }, { responseCode: 'half' }],
    ['a sum that cannot be read', { vnp_TransactionStatus: '00', vnp_Amount: '5' }, { responseCode: 'amount' }],
  ])('and still says %s, a person must look, once and not before', async (_, said, codes) => {
    const gift = await pledged({}, start)
    says(gift, said)
    await at(...turns.slice(0, -1))
    expect(await open()).toEqual([])
    await at(last, last + 1, 5_000)
    expect(asked).toHaveLength(turns.length)
    const { reference } = gift.attempts[0]!
    expect(await open()).toMatchObject([
      {
        ...{ reason: 'unanswered', donation: gift.id, program: gift.program, pledgedVnd: 50_000 },
        ...{ provider: 'vnpay', reference, at: later(start, last * 60), ...codes },
      },
    ])
    expect(await stateNow(gift)).toBe('waiting')
  })
  it.each([
    ['nobody paid', { vnp_TransactionStatus: '01' }, 'waiting'],
    ['it failed', { vnp_TransactionStatus: '02' }, 'declined'],
    ['it was paid', { vnp_TransactionStatus: '00' }, 'received'],
  ])('and %s, nothing stands for review', async (_, said, state) => {
    const gift = await pledged({}, start)
    says(gift, said)
    await at(...turns, 5_000)
    expect(await open()).toEqual([])
    expect(await stateNow(gift)).toBe(state)
  })
  it('and never heard of the order, nothing stands for review', async () => {
    await pledged({}, start)
    await at(...turns, 5_000)
    expect([await open(), asked.length]).toEqual([[], turns.length])
  })
  it('and money may have moved, that stands for review and nothing beside it', async () => {
    const gift = await pledged({}, start)
    says(gift, { vnp_TransactionStatus: '07' })
    await at(...turns, 5_000)
    expect(await open()).toMatchObject([{ reason: 'may-have-moved' }])
  })
  it('and the table breaks between the review and the end, it is one review after the next minute', async () => {
    const gift = await pledged({}, start)
    says(gift, { vnp_TransactionStatus: '05' })
    await at(...turns.slice(0, -1))
    const spied = vi.spyOn(store, 'transact').mockRejectedValueOnce(new Error('throttled'))
    await at(last)
    spied.mockRestore()
    expect(await open()).toHaveLength(1)
    await at(last + 1, last + 2)
    expect(await open()).toMatchObject([{ at: later(start, last * 60) }])
    expect(asked).toHaveLength(turns.length + 1)
  })
})

describe('a provider that is down', () => {
  it('at its last turn is asked on; after three days a person must look, once, and an answer still counts', async () => {
    const gift = await pledged({}, start)
    await at(...turns.slice(0, -1))
    says(gift, 'down')
    await at(last, last + 11, last + 75, last + 90)
    expect(await open()).toEqual([])
    for (const minutes of [4_321, 4_400, 4_480]) await at(minutes)
    expect(await open()).toMatchObject([{ reason: 'unanswered', donation: gift.id, provider: 'vnpay' }])
    says(gift, { vnp_TransactionStatus: '00' })
    await at(4_600)
    expect(await stateNow(gift)).toBe('received')
  })
})

it('money that VNPAY tells of and that is not recorded for three days is looked at, once', async () => {
  const gift = await pledged({}, start)
  says(gift, { vnp_TransactionStatus: '00' })
  const spied = vi.spyOn(payments, 'record').mockRejectedValue(new Error('cannot be kept'))
  await at(2, ...turns.map((turn) => turn + 11), 4_400, 4_480)
  spied.mockRestore()
  expect(await open()).toMatchObject([{ reason: 'unanswered', donation: gift.id }])
  await at(4_600)
  expect(await stateNow(gift)).toBe('received')
})

it('what a last answer leaves open is told apart from what nobody paid', async () => {
  const gift = await pledged({}, start)
  const of = (provider: 'momo' | 'stripe' | 'zalopay', meaning: 'pending' | 'failed', responseCode: string) =>
    leavesOpen(told(gift, { provider, meaning, responseCode, transactionStatus: '' }))
  expect([of('momo', 'pending', '1000'), of('stripe', 'pending', 'open')]).toEqual([false, false])
  expect([of('momo', 'pending', '7002'), of('momo', 'pending', '4711')]).toEqual([true, true])
  expect([of('stripe', 'pending', 'complete'), of('zalopay', 'pending', '3/0')]).toEqual([true, true])
  expect([of('momo', 'failed', '1006'), leavesOpen('nothing'), leavesOpen('too-late')]).toEqual([false, false, true])
})
