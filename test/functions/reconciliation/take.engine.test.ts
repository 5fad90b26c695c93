import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { record } from '../../../functions/donations/payment-store.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { readBook } from '../../../functions/ledger/book-store.ts'
import { closeDays } from '../../../functions/reconciliation/close-store.ts'
import { digestOf, textOf } from '../../../functions/reconciliation/statement.ts'
import { versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { take } from '../../../functions/reconciliation/whole-store.ts'
import { query } from '../../../functions/store/table.ts'
import { later } from '../../../functions/time.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'
import { crashAt } from '../ledger/crash.ts'
import {
  after,
  cityTotals,
  day,
  folded,
  noon,
  openPrograms,
  paid,
  partsOf,
  reviewsOf,
  rowOf,
  takeAll,
} from './files.ts'

let table: Table
beforeAll(async () => {
  table = await openTable()
})
afterAll(() => table.close())
beforeEach(async () => {
  await table.empty()
  await openPrograms()
})

/** A day with one of everything, and VNPAY’s file of it. */
async function oddDay() {
  const good = await paid({ amountVnd: 50_000, name: 'Bà Tư' })
  const bySponsor = await paid({ program: 'sach', amountVnd: 100_000 })
  const other = await paid({ amountVnd: 20_000 })
  const silent = await paid({ amountVnd: 30_000 })
  const lost = await pledged({ program: 'heo', amountVnd: 70_000 }, noon)
  const rows = [
    { ...good.row, feeVnd: 550 },
    { ...bySponsor.row, feeVnd: 1_100 },
    { ...other.row, amountVnd: 25_000, feeVnd: 275 },
    rowOf('900001', 70_000, { reference: lost.attempts[0]!.reference, feeVnd: 770 }),
    rowOf('900002', 9_000, { reference: 'LC-NOT-OURS', feeVnd: 99, text: 'Nguyen Van A 0903000000' }),
    rowOf('900003', 10_000, { kind: 'refund', of: good.row.transactionId }),
  ]
  return { good, bySponsor, other, silent, lost, rows }
}

const differencesOf = async () => (await versionsOf(day)).at(-1)!.providers.flatMap((each) => each.differences)
const entriesOf = async () => (await readBook({}, undefined, 1_000)).lines
const everything = async () => ({
  reviews: await reviewsOf(),
  totals: await cityTotals(),
  entries: (await entriesOf())
    .filter(({ kind }) => kind !== 'statement')
    .map(({ kind, amountVnd }) => `${kind} ${amountVnd}`)
    .sort(),
  income: (await openIncome()).map(({ paymentKey, amountVnd }) => [paymentKey, amountVnd]),
  differences: (await differencesOf()).map(({ reason, oursVnd, theirsVnd }) => [reason, oursVnd, theirsVnd]),
})

describe('a provider’s file', () => {
  it('of a day with all kinds of differences reconciles to the đồng, each difference named', async () => {
    const { good, other, silent, lost, rows } = await oddDay()
    await folded(noon)
    const dry = await take({ ...partsOf(rows)[0]!, dry: true }, draw, after)
    expect(await query(`review#2026-11`)).toEqual([])
    const done = await takeAll(partsOf(rows, { netVnd: 240_000 }))
    expect(done.tally).toEqual(dry.tally)
    expect(done.tally.found).toMatchObject({
      matched: { count: 2, vnd: 150_000 },
      'amount-differs': { count: 1, vnd: 25_000 },
      recovered: { count: 1, vnd: 70_000 },
      unknown: { count: 1, vnd: 9_000 },
      refund: { count: 1, vnd: 10_000 },
    })
    expect((await donationById(lost.id))!.payments).toMatchObject([{ key: 'vnpay#900001', amountVnd: 70_000 }])
    await folded()
    // 50 + 100 + 20 + 30 from notifications, 70 recovered, 9 unallocated; fees of the sponsored program do not touch its fund
    expect(await cityTotals()).toEqual({
      receivedVnd: 279_000,
      refundedVnd: 0,
      feesVnd: 550 + 275 + 770 + 99,
      leftVnd: 279_000 - 1_694,
    })
    const [of] = (await versionsOf(day)).at(-1)!.providers
    expect(of).toMatchObject({
      in: { count: 6, vnd: 279_000 },
      unallocatedVnd: 9_000,
      feesVnd: 2_794,
      recovered: 2,
      files: { in: { count: 5, vnd: 254_000 }, refunded: { count: 1, vnd: 10_000 } },
    })
    const entryOf = async (transactionId: string) => (await query(`ledger#vnpay#${transactionId}`))[0]!.entryId
    expect(of!.differences).toEqual([
      {
        ...{ reason: 'amount-differs', line: rows[2]!.line, oursVnd: 20_000, theirsVnd: 25_000 },
        entryId: await entryOf(other.row.transactionId),
      },
      {
        ...{ reason: 'unknown-row', line: rows[4]!.line, oursVnd: 9_000, theirsVnd: 9_000 },
        entryId: await entryOf('900002'),
      },
      {
        ...{ reason: 'missing-there', oursVnd: 30_000, theirsVnd: 0 },
        entryId: await entryOf(silent.row.transactionId),
      },
      { reason: 'settlement-differs', oursVnd: 254_000 - 10_000 - 2_794, theirsVnd: 240_000 },
    ])
    expect(await reviewsOf()).toEqual(
      [
        `amount-differs ${other.row.transactionId}`,
        `missing-there ${silent.row.transactionId}`,
        'settlement-differs 2026-11-24.240000',
        'unknown-row 900002',
      ].sort(),
    )
    expect((await donationById(good.donation.id))!.payments).toHaveLength(1)
  })

  it('taken twice changes nothing', async () => {
    const { rows } = await oddDay()
    const first = await takeAll(partsOf(rows))
    await folded()
    const before = await everything()
    const second = await takeAll(partsOf(rows), '2026-11-26T02:00:00.000Z')
    await folded()
    expect(await everything()).toEqual(before)
    expect(second).toEqual({ ...first, statements: [] })
    expect(await versionsOf(day)).toHaveLength(1)
  })

  it('is finished by the next run, wherever a run died', async () => {
    const { rows } = await oddDay()
    const parts = partsOf(rows, { netVnd: 240_000 }, 4)
    const whole = crashAt(Number.POSITIVE_INFINITY, 'before')
    await takeAll(parts)
    whole.mend()
    await folded()
    const expected = await everything()
    const steps = whole.calls()
    expect(steps).toBeGreaterThan(60)
    // Runs are alike but for chance, so each thirteenth call, before and after it took effect, meets every kind of call.
    for (let at = 1; at <= steps; at += 13) {
      await table.empty()
      await openPrograms()
      const again = await oddDay()
      const same = partsOf(again.rows, { netVnd: 240_000 }, 4)
      const crash = crashAt(at, at % 2 === 0 ? 'before' : 'after')
      await takeAll(same).catch((error: Error) => expect(error.message).toBe('crash'))
      crash.mend()
      await takeAll(same)
      await folded()
      const { reviews, ...rest } = await everything()
      expect([at, { ...rest, reviews: reviews.length }]).toEqual([
        at,
        { ...expected, reviews: expected.reviews.length },
      ])
    }
  })

  it('taken by twenty at once is taken once', async () => {
    const { rows } = await oddDay()
    const three = [rows[0]!, rows[3]!, rows[4]!]
    await Promise.all(Array.from({ length: 20 }, () => takeAll(partsOf(three))))
    await folded()
    const { totals, entries, income } = await everything()
    expect(totals).toMatchObject({ receivedVnd: 279_000, feesVnd: 550 + 770 + 99 })
    expect(entries).toHaveLength(6 + 3)
    expect(income).toEqual([['vnpay#900002', 9_000]])
    expect((await reviewsOf()).length).toBe(1 + 3)
    expect(await versionsOf(day)).toHaveLength(1)
  })

  it('closes only when all its parts are here, in whichever order they came', async () => {
    const gifts = await Promise.all([1, 2, 3].map(() => paid({ amountVnd: 10_000 })))
    const parts = partsOf(
      gifts.map(({ row }) => row),
      {},
      1,
    )
    expect((await take(parts[2]!, draw, after)).isWhole).toBe(false)
    expect((await take(parts[0]!, draw, after)).isWhole).toBe(false)
    expect(await versionsOf(day)).toEqual([])
    expect(await take(parts[1]!, draw, after)).toMatchObject({ isWhole: true, statements: [{ day, differences: 0 }] })
  })

  it('is refused if a part of it comes with other rows', async () => {
    const { row } = await paid()
    const [part] = partsOf([row])
    await take(part!, draw, after)
    await expect(take({ ...part!, rows: [{ ...row, amountVnd: 1 }] }, draw, after)).rejects.toThrow('file-chunk')
    await expect(take({ ...part!, provider: 'momo' }, draw, after)).rejects.toThrow('file-chunk')
  })
})

describe('fees', () => {
  it('are entries of their own with who bears them; another fee later is a correction and stands for review', async () => {
    const { row } = await paid({ amountVnd: 50_000 })
    const sponsored = await paid({ program: 'sach', amountVnd: 50_000 })
    await takeAll(partsOf([row, sponsored.row]))
    await takeAll(
      partsOf([
        { ...row, feeVnd: 550 },
        { ...sponsored.row, feeVnd: 550 },
      ]),
    )
    await folded()
    expect(await cityTotals()).toEqual({ receivedVnd: 100_000, refundedVnd: 0, feesVnd: 550, leftVnd: 99_450 })
    await takeAll(partsOf([{ ...row, feeVnd: 600 }]), later(after, 60))
    await takeAll(partsOf([{ ...row, feeVnd: 600 }, sponsored.row]), later(after, 120))
    await folded()
    expect(await cityTotals()).toEqual({ receivedVnd: 100_000, refundedVnd: 0, feesVnd: 600, leftVnd: 99_400 })
    const lines = (await entriesOf()).filter(({ kind }) => kind === 'fee' || kind === 'correction')
    expect(lines.map(({ kind, program, amountVnd, facts }) => [kind, program, amountVnd, facts]).sort()).toEqual([
      ['correction', 'heo', -50, { feeVnd: 600, paidBy: 'fund' }],
      ['fee', 'heo', -550, { feeVnd: 550, paidBy: 'fund' }],
      ['fee', 'sach', 0, { feeVnd: 550, paidBy: 'sponsor' }],
    ])
    const gift = (await entriesOf()).find(({ kind, program }) => kind === 'gift' && program === 'heo')!
    const fee = lines.find(({ kind, program }) => kind === 'fee' && program === 'heo')!
    expect(fee.relatedLine).toBe(gift.line)
    expect(lines.find(({ kind }) => kind === 'correction')!.relatedLine).toBe(fee.line)
    expect(await reviewsOf()).toEqual([`fee-differs ${row.transactionId}`])
    expect((await versionsOf(day)).at(-1)!.feesVnd).toBe(1_150)
  })
})

describe('the bank’s file', () => {
  const transfer = (id: string, amountVnd: number, text: string, over = {}) =>
    rowOf(`007.${id}.${amountVnd}`, amountVnd, { provider: 'bank', text, ...over })
  it('gives transfers with a code to their gift, and keeps the others as income; money out is kept too', async () => {
    const lost = await pledged({ program: 'heo', amountVnd: 40_000 }, noon, crypto.randomUUID(), 'bank')
    const { row } = await paid({ provider: 'bank', amountVnd: 15_000 })
    const rows = [
      row,
      transfer('FT1', 12_000, 'ung ho'),
      transfer('FT2', 5_000, `MBVCB.123 ${lost.attempts[0]!.reference.toLowerCase()} GD 42`),
      transfer('FT3', 7_000, 'mua vo', { kind: 'outgoing' }),
    ]
    const { tally } = await takeAll(partsOf(rows))
    expect(tally.found).toMatchObject({
      ...{ matched: { count: 1 }, recovered: { count: 1 }, unallocated: { count: 1 }, outgoing: { vnd: 7_000 } },
    })
    expect((await donationById(lost.id))!.payments).toMatchObject([{ amountVnd: 5_000 }])
    expect((await openIncome()).map(({ amountVnd }) => amountVnd)).toEqual([12_000])
    const [of] = await versionsOf(day)
    expect(of).toMatchObject({ in: { vnd: 32_000 }, unallocatedVnd: 12_000, outVnd: 7_000, differences: 0 })
    expect(await reviewsOf()).toEqual([])
  })
  it('tells two movements apart that have one reference on different days', async () => {
    const rows = [
      transfer('1', 12_000, 'mot', { at: '2026-11-20T05:00:00.000Z' }),
      transfer('1', 12_000, 'hai', { at: '2026-11-24T05:00:00.000Z' }),
    ]
    const parts = partsOf(rows, { days: { from: '2026-11-20', to: day } })
    for (let time = 0; time < 2; time++)
      expect((await takeAll(parts)).tally.found.unallocated).toMatchObject({ count: 2 })
    expect((await openIncome()).map(({ transactionId }) => transactionId)).toEqual([
      '007.1.12000',
      '007.1.12000.20261124',
    ])
    expect((await versionsOf(day)).at(-1)).toMatchObject({ in: { vnd: 12_000 }, differences: 0 })
  })
  it('names money on an account that no entity has, and a person looks', async () => {
    await takeAll(partsOf([rowOf('999.FT1.5000', 5_000, { provider: 'bank', text: 'x' })]))
    expect(await openIncome()).toEqual([])
    expect((await differencesOf()).map(({ reason, oursVnd, theirsVnd }) => [reason, oursVnd, theirsVnd])).toEqual([
      ['unknown-row', 0, 5_000],
    ])
    expect(await reviewsOf()).toEqual(['foreign-account 999.FT1.5000'])
  })
})

describe('the public statement', () => {
  it('holds no person, no provider’s id and no memo, and the book names its digest', async () => {
    const { good, rows, lost } = await oddDay()
    await takeAll(partsOf(rows))
    await folded()
    const of = (await versionsOf(day)).at(-1)!
    const text = textOf(of)
    const secret = [
      ...rows.flatMap(({ transactionId, reference, text }) => [transactionId, reference, text]),
      ...[good.donation.id, good.donation.code, good.donation.receiptKey, lost.receiptKey, 'Bà Tư', '0903'],
    ]
    for (const each of secret) if (each) expect(text).not.toContain(each)
    const line = (await entriesOf()).find(({ kind }) => kind === 'statement')!
    expect(line).toMatchObject({ amountVnd: 0, program: 'city' })
    expect(line.facts).toEqual({
      ...{ day, version: 1, inVnd: 279_000, feesVnd: 2_794, refundedVnd: 0, unallocatedVnd: 9_000, differences: 3 },
      sha256: digestOf(of),
    })
  })
  it('says that no file has come, then becomes its next version when one does; the first stays', async () => {
    const { row } = await paid({ amountVnd: 50_000 })
    await folded(noon)
    await closeDays(draw, '2026-11-24T18:00:00.000Z')
    expect((await versionsOf(day))[0]).toMatchObject({
      version: 1,
      differences: 0,
      providers: [{ provider: 'vnpay', in: { count: 1, vnd: 50_000 }, files: null }],
    })
    await takeAll(partsOf([{ ...row, feeVnd: 550 }]))
    const [first, second] = await versionsOf(day)
    expect(first).toMatchObject({ version: 1, feesVnd: 0, providers: [{ files: null }] })
    expect(second).toMatchObject({ version: 2, feesVnd: 550, providers: [{ files: { in: { vnd: 50_000 } } }] })
  })
  it('takes a payment on the other side of midnight for what it is', async () => {
    const late = await paid({ amountVnd: 5_000 }, '2026-11-24T16:59:59.000Z')
    const early = await paid({ amountVnd: 6_000 }, '2026-11-24T17:00:00.000Z')
    await takeAll(partsOf([late.row]))
    expect((await versionsOf(day)).at(-1)).toMatchObject({ in: { vnd: 5_000 }, differences: 0 })
    const tomorrow = { days: { from: '2026-11-25', to: '2026-11-25' } }
    await takeAll(partsOf([early.row], tomorrow), '2026-11-26T02:00:00.000Z')
    expect((await versionsOf('2026-11-25')).at(-1)).toMatchObject({ in: { vnd: 6_000 }, differences: 0 })
  })
  it('drops what was missing there once the next day’s file names it', async () => {
    const late = await paid({ amountVnd: 5_000 }, '2026-11-24T16:59:59.000Z')
    await takeAll(partsOf([], { sha256: '0'.repeat(64) }))
    expect((await differencesOf()).map(({ reason }) => reason)).toEqual(['missing-there'])
    const next = { ...late.row, at: '2026-11-24T17:00:01.000Z' }
    const tomorrow = { days: { from: '2026-11-25', to: '2026-11-25' } }
    await takeAll(partsOf([next], tomorrow), '2026-11-26T02:00:00.000Z')
    expect((await differencesOf()).map(({ reason }) => reason)).toEqual(['other-day'])
    expect((await versionsOf('2026-11-25')).at(-1)!.providers[0]!.differences).toMatchObject([
      { reason: 'other-day', oursVnd: 0, theirsVnd: 5_000 },
    ])
  })
  it('does not take an edge of a file for the whole day', async () => {
    const { row } = await paid({ amountVnd: 5_000 }, '2026-11-24T17:00:05.000Z')
    await paid({ amountVnd: 9_000 }, '2026-11-25T05:00:00.000Z')
    await takeAll(partsOf([row]), '2026-11-26T02:00:00.000Z')
    expect((await versionsOf('2026-11-25')).at(-1)).toMatchObject({ differences: 0, providers: [{ files: null }] })
  })
})

it('a notification that comes after the file is no second payment', async () => {
  const lost = await pledged({ program: 'heo', amountVnd: 70_000 }, noon)
  await takeAll(partsOf([rowOf('900001', 70_000, { reference: lost.attempts[0]!.reference })]))
  expect(await record(lost.id, told(lost, { transactionId: '900001' }), draw, after)).toBe('known')
  await folded()
  expect(await cityTotals()).toMatchObject({ receivedVnd: 70_000 })
})
