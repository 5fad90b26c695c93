import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stateOf } from '../../../functions/donations/donation.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import {
  donationById,
  donationByReceiptKey,
  donationByReference,
  dueBy,
  hideName,
  personOf,
} from '../../../functions/donations/store.ts'
import { key } from '../../../functions/store/keys.ts'
import { get, query } from '../../../functions/store/table.ts'
import { later } from '../../../functions/time.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'

let table: Table
beforeAll(async () => {
  table = await openTable()
})
afterAll(() => table.close())

const now = '2026-11-23T07:05:09.000Z'
const waitingFor = async (program: string) =>
  (await Promise.all(Array.from({ length: 16 }, (_, shard) => query(`outbox#${shard}`))))
    .flat()
    .filter((item) => item.program === program)

describe('a pledge', () => {
  it('is found by receipt key and by provider reference', async () => {
    const made = await pledged({ name: 'Bà Tư' }, now)
    expect(await donationByReceiptKey(made.receiptKey)).toEqual(made)
    expect(await donationByReference('vnpay', made.attempts[0]!.reference)).toEqual(made)
    expect((await personOf(made)).name).toBe('Bà Tư')
    await expect(donationByReceiptKey('A'.repeat(22))).rejects.toThrow('receipt-unknown')
    await expect(donationByReceiptKey('../x')).rejects.toThrow('receipt-unknown')
  })
  it('is one, however often one attempt arrives at once', async () => {
    const attempt = randomUUID()
    const made = await Promise.all(Array.from({ length: 20 }, () => pledged({}, now, attempt)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  })
  it('waits to be asked about after two minutes, not before', async () => {
    const made = await pledged({}, '2026-01-05T00:00:00.000Z')
    const { reference } = made.attempts[0]!
    const due = async (at: string) =>
      (await dueBy('vnpay', at, 100)).filter((each) => each.reference === reference).length
    expect(await due('2026-01-05T00:01:59.000Z')).toBe(0)
    expect(await due('2026-01-05T00:02:00.000Z')).toBe(1)
  })
  it('loses the person after 30 days and keeps the money’s side 400 days', async () => {
    const made = await pledged({ name: 'Bà Tư' }, now)
    const start = Date.parse(now) / 1_000
    expect((await get(key.name(made.nameId!)))?.expiresAtSeconds).toBe(start + 30 * 86_400)
    expect((await get(key.donor(made.id)))?.expiresAtSeconds).toBe(start + 30 * 86_400)
    expect((await get(key.donation(made.id)))?.expiresAtSeconds).toBe(start + 400 * 86_400)
    await record(made.id, told(made), draw, now)
    for (const at of [key.name(made.nameId!), key.donor(made.id), key.donation(made.id), key.receipt(made.receiptKey)])
      expect((await get(at))?.expiresAtSeconds).toBeGreaterThan(start + 3_650 * 86_400)
  })
})

describe('one payment', () => {
  it('is one payment when the same notification comes 50 times at once', async () => {
    const made = await pledged({ program: 'fifty' }, now)
    const same = told(made)
    const recorded = await Promise.all(Array.from({ length: 50 }, () => record(made.id, same, draw, now)))
    expect(recorded.filter((each) => each === 'new')).toHaveLength(1)
    expect((await donationById(made.id))?.payments).toHaveLength(1)
    expect(await waitingFor('fifty')).toHaveLength(1)
  })
  it('counts after a failure, after expiry and beside another payment, which is flagged for review', async () => {
    const made = await pledged({ program: 'late' }, now)
    expect(await record(made.id, told(made, { meaning: 'failed', responseCode: '24' }), draw, now)).toBe('new')
    expect(stateOf((await donationById(made.id))!)).toBe('declined')
    await record(made.id, told(made), draw, later(now, 86_400))
    await record(made.id, told(made, { amountVnd: 70_000 }), draw, later(now, 86_401))
    const end = (await donationById(made.id))!
    expect(stateOf(end)).toBe('received')
    expect(end.payments.map(({ amountVnd, flags }) => [amountVnd, flags])).toEqual([
      [50_000, []],
      [70_000, ['other-amount', 'second']],
    ])
    expect(
      (await query('review#2026-11'))
        .filter(({ donation }) => donation === made.id)
        .map(({ reason }) => reason)
        .sort(),
    ).toEqual(['other-amount', 'second'])
    expect(await waitingFor('late')).toHaveLength(2)
  })
  it('two different payments at once are both kept, one of them as the second', async () => {
    const made = await pledged({ program: 'both' }, now)
    await Promise.all([record(made.id, told(made), draw, now), record(made.id, told(made), draw, now)])
    expect((await donationById(made.id))!.payments.map(({ flags }) => flags)).toEqual([[], ['second']])
  })
  it('a failure after money changes nothing; money that may have moved stands in review once', async () => {
    const paid = await pledged({}, now)
    await record(paid.id, told(paid), draw, now)
    expect(await record(paid.id, told(paid, { meaning: 'failed' }), draw, now)).toBe('known')
    expect(stateOf((await donationById(paid.id))!)).toBe('received')
    const moved = await pledged({}, now)
    const said = told(moved, { meaning: 'moved', transactionStatus: '07' })
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => record(moved.id, said, draw, now)))
    expect(outcomes.filter((each) => each === 'new')).toHaveLength(1)
    expect((await query('review#2026-11')).filter(({ donation }) => donation === moved.id)).toHaveLength(1)
    expect(stateOf((await donationById(moved.id))!)).toBe('checking')
  })
  it('a receipt number that is taken is drawn again', async () => {
    const first = await pledged({}, now)
    const second = await pledged({}, now)
    const digits = ['11112222', '11112222', '33334444']
    const fixed = { ...draw, ids: () => ({ ...draw.ids(), digits: digits.shift()! }) }
    await record(first.id, told(first), fixed, now)
    await record(second.id, told(second), fixed, now)
    expect((await donationById(second.id))!.payments[0]!.number).toContain('3333-4444')
  })
  it('is kept though the person was erased before it came; a new nonce stands in the donor’s item', async () => {
    const made = await pledged({ name: 'Bà Tư' }, now)
    await table.erase(key.name(made.nameId!), key.donor(made.id))
    expect(await record(made.id, told(made), draw, now)).toBe('new')
    expect(await personOf(made)).toMatchObject({ name: undefined, nonce: expect.stringMatching(/^[\w-]{43}$/) })
  })
  it('a name hidden while the money arrives stays hidden', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => pledged({ name: 'Bà Tư' }, now)))
    await Promise.all(made.flatMap((each) => [record(each.id, told(each), draw, now), hideName(each)]))
    for (const each of made)
      expect([(await personOf(each)).name, stateOf((await donationById(each.id))!)]).toEqual([undefined, 'received'])
  })
})
