import { describe, expect, it } from 'vitest'
import { record } from '../../../functions/donations/payment-store.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { take } from '../../../functions/reconciliation/whole-store.ts'
import { query } from '../../../functions/store/table.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { draw, pledged, told } from '../gifts.ts'
import { crashAt } from '../ledger/crash.ts'
import {
  after,
  cityTotals,
  day,
  differencesOf,
  entriesOf,
  folded,
  noon,
  oddDay,
  openPrograms,
  paid,
  partsOf,
  reviewsOf,
  rowOf,
  takeAll,
} from './files.ts'
import { onTable } from './stage.ts'

const table = onTable()

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
      {
        ...{ reason: 'refund-differs', line: rows[5]!.line, oursVnd: 0, theirsVnd: 10_000 },
        entryId: await entryOf(good.row.transactionId),
      },
      { reason: 'settlement-differs', oursVnd: 254_000 - 10_000 - 2_794, theirsVnd: 240_000 },
    ])
    expect(await reviewsOf()).toEqual(
      [
        `amount-differs ${other.row.transactionId}`,
        `missing-there ${silent.row.transactionId}`,
        `refund-differs ${good.row.transactionId}`,
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
    // Runs are alike but for chance, so each seventeenth call, before and after it took effect, meets every kind of call.
    for (let at = 1; at <= steps; at += 17) {
      await table.empty()
      await openPrograms()
      const again = await oddDay()
      const same = partsOf(again.rows, { netVnd: 240_000 }, 4)
      const crash = crashAt(at, at % 2 === 0 ? 'before' : 'after')
      await takeAll(same).catch((error: Error) => expect(error.message).toContain('crash'))
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
    const two = [rows[3]!, rows[4]!]
    await Promise.all(Array.from({ length: 20 }, () => takeAll(partsOf(two))))
    await folded()
    const { totals, entries, income } = await everything()
    expect(totals).toMatchObject({ receivedVnd: 279_000, feesVnd: 770 + 99 })
    expect(entries).toHaveLength(6 + 2)
    expect(income).toEqual([['vnpay#900002', 9_000]])
    expect((await reviewsOf()).length).toBe(1 + 4)
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

it('a notification that comes after the file is no second payment', async () => {
  const lost = await pledged({ program: 'heo', amountVnd: 70_000 }, noon)
  await takeAll(partsOf([rowOf('900001', 70_000, { reference: lost.attempts[0]!.reference })]))
  expect(await record(lost.id, told(lost, { transactionId: '900001' }), draw, after)).toBe('known')
  await folded()
  expect(await cityTotals()).toMatchObject({ receivedVnd: 70_000 })
})
