import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Donation, stateOf } from '../../../functions/donations/donation.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { reasonOf } from '../../../functions/donations/reason.ts'
import { returnedWrite } from '../../../functions/donations/returned-store.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { handler as resolve } from '../../../functions/review/resolve.ts'
import { keepResolved, reviewBy } from '../../../functions/review/store.ts'
import { openTable, type Table } from '../../table.ts'
import { refusedBy, run } from '../donations/refunding.ts'
import { draw, pledged, told } from '../gifts.ts'

let table: Table
beforeAll(async () => {
  table = await openTable()
  vi.spyOn(console, 'info').mockReturnValue()
})
afterEach(() => table.empty())
afterAll(() => table.close())

const now = new Date().toISOString()
const said = { because: 'VNPAY đã trả lại', by: 'Lan' }
const returned = { ...said, outcome: 'returned' }
const movedWord = (of: Donation) => told(of, { meaning: 'moved', responseCode: '07', transactionId: '77', asked: true })

/** A gift whose money may have moved, and the review that stands for it. */
async function inDoubt() {
  const gift = await pledged({}, now)
  await record(gift.id, movedWord(gift), draw, now)
  const { at, reviews } = await run(resolve)
  expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(now))
  expect(stateOf((await donationById(gift.id))!)).toBe('checking')
  return { gift, id: reviews[0].id as string }
}
const kept = async ({ id }: Donation) => (await donationById(id))!

describe('money that may have moved', () => {
  it('and went back is told to its donor as not received, with why, whatever its provider repeats', async () => {
    const { gift, id } = await inDoubt()
    expect((await run(resolve, { id, ...returned, plan: true })).isNew).toBe(true)
    expect(stateOf(await kept(gift))).toBe('checking')
    expect((await run(resolve, { id, ...returned })).isNew).toBe(true)
    expect((await run(resolve, { id, ...returned })).isNew).toBe(false)
    const { heard, ...of } = await kept(gift)
    expect([stateOf({ ...of, heard }), heard!.promisedOn, reasonOf('vnpay', heard!.responseCode)]).toEqual([
      ...['declined', undefined, 'returned'],
    ])
    expect(await record(gift.id, movedWord(gift), draw, now)).toBe('known')
    expect(stateOf(await kept(gift))).toBe('declined')
    // Money outweighs what a person found out.
    await record(gift.id, told(gift), draw, now)
    expect(stateOf(await kept(gift))).toBe('received')
  })
  it('is only looked at without that outcome: the donor’s page stays', async () => {
    const { gift, id } = await inDoubt()
    expect((await run(resolve, { id, ...said })).isNew).toBe(true)
    expect(stateOf(await kept(gift))).toBe('checking')
  })
  it('is never said to be back where money came, before or at the same moment, or another thing stands for review', async () => {
    const { gift, id } = await inDoubt()
    const of = await reviewBy(id, now)
    await record(gift.id, told(gift), draw, now)
    for (const plan of [true, false])
      expect(refusedBy(await run(resolve, { id, ...returned, plan }))).toBe('review-outcome')
    expect(await keepResolved(of, { by: 'Lan', because: 'x', at: now }, [returnedWrite(gift.id, now)])).toBe(false)
    expect((await reviewBy(id, now)).resolved).toBeUndefined()
    await record(gift.id, told(gift), draw, now)
    const { reviews } = await run(resolve)
    const second = reviews.find(({ reason }: { reason: string }) => reason === 'second')
    expect(refusedBy(await run(resolve, { id: second.id, ...returned }))).toBe('review-outcome')
    expect((await run(resolve, { id, ...said })).isNew).toBe(true)
  })
  it('refuses an outcome that it does not know, by what there is', async () => {
    const { id } = await inDoubt()
    const { refused } = await run(resolve, { id, ...said, outcome: 'gone' })
    expect(refused.vi.fields).toMatchObject([{ field: 'outcome', message: expect.stringContaining('returned') }])
  })
})
