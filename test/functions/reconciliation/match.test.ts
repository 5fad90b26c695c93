import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareDay,
  findOf,
  netOf,
  type Paid,
  type Taken,
  unexplained,
} from '../../../functions/reconciliation/match.ts'
import { feeMoves, isKnown } from '../../../functions/reconciliation/settled.ts'
import { mostNamed, providerDay, statementOf } from '../../../functions/reconciliation/statement.ts'

const day = '2026-11-24'
const next = '2026-11-25'

/** A provider’s day on which nothing left. */
const nothing = { untold: [], refunds: [], wentBack: [], left: [], owed: [], outVnd: 0 } as const

describe('what a row is to our books', () => {
  const row = { kind: 'payment', provider: 'vnpay', amountVnd: 50_000 } as const
  it.each([
    [row, 50_000, true, 'matched'],
    [row, 50_001, true, 'amount-differs'],
    [row, undefined, true, 'recovered'],
    [row, undefined, false, 'unknown'],
    [{ ...row, provider: 'bank' }, undefined, false, 'unallocated'],
    [{ ...row, kind: 'refund' }, 50_000, true, 'refund'],
    [{ ...row, kind: 'outgoing', provider: 'bank' }, undefined, false, 'outgoing'],
  ] as const)('%j with %s is %s', (of, paidVnd, isOurs, found) => {
    expect(findOf(of, { paidVnd, isOurs })).toBe(found)
  })
})

/** Some payments and rows over two days and a handful of ids, so that they often meet. */
const ids = fc.uniqueArray(fc.integer({ min: 1, max: 12 }).map(String), { maxLength: 10 })
const some = <T>(make: (id: string) => fc.Arbitrary<T>) =>
  ids.chain((all) => fc.tuple(...all.map(make))) as fc.Arbitrary<T[]>
const vnd = fc.constantFrom(5_000, 10_000, 50_000)
const someDay = fc.constantFrom(day, next)
const paid = some((transactionId) =>
  fc.record({
    transactionId: fc.constant(transactionId),
    entryId: fc.constant(`e${transactionId}`),
    amountVnd: vnd,
    day: someDay,
    isUnallocated: fc.boolean(),
  }),
)
const rows = some((transactionId) =>
  fc.record({
    line: fc.constant(Number(transactionId)),
    transactionId: fc.constant(transactionId),
    day: someDay,
    amountVnd: vnd,
    feeVnd: fc.constantFrom(undefined, 0, 55),
    found: fc.constantFrom('matched', 'recovered', 'unknown', 'unallocated', 'maybe-same'),
  }),
) as fc.Arbitrary<Taken[]>

describe('a provider’s day', () => {
  it('puts every row and every payment into exactly one class, and the sums agree to the đồng', () => {
    fc.assert(
      fc.property(paid, rows, (paid: Paid[], rows: Taken[]) => {
        const differences = compareDay(day, paid, rows)
        const oursVnd = paid.filter((each) => each.day === day).reduce((sum, { amountVnd }) => sum + amountVnd, 0)
        const theirsVnd = rows.filter((row) => row.day === day).reduce((sum, { amountVnd }) => sum + amountVnd, 0)
        expect(unexplained(oursVnd, theirsVnd, differences)).toBe(0)
        for (const { day: on, transactionId, entryId, amountVnd } of paid.filter((each) => each.day === day)) {
          const row = rows.find((each) => each.transactionId === transactionId)
          const mine = differences.filter((each) => each.entryId === entryId)
          const agrees = row && row.day === on && row.amountVnd === amountVnd && row.found !== 'unknown'
          expect(mine).toHaveLength(agrees ? 0 : 1)
        }
        for (const row of rows.filter((row) => row.day === day)) {
          const ours = paid.find((each) => each.transactionId === row.transactionId)
          const mine = differences.filter(({ line, theirsVnd }) => line === row.line && theirsVnd > 0)
          const agrees = ours?.day === day && ours.amountVnd === row.amountVnd && row.found !== 'unknown'
          expect(mine).toHaveLength(agrees ? 0 : 1)
        }
      }),
    )
  })
  it('says which: missing there, another sum, another day, nobody’s', () => {
    const own = (transactionId: string, amountVnd: number, on = day): Paid => ({
      ...{ transactionId, amountVnd, day: on, entryId: `e${transactionId}`, isUnallocated: false },
    })
    const theirs = (transactionId: string, amountVnd: number, found: Taken['found'] = 'matched', on = day): Taken => ({
      ...{ transactionId, amountVnd, found, day: on, line: Number(transactionId) + 1 },
    })
    const all = [
      own('1', 1_000),
      own('2', 2_000),
      own('3', 3_000),
      own('4', 4_000),
      own('5', 5_000, next),
      own('6', 6_000),
    ]
    const said = [
      ...[theirs('1', 1_000), theirs('2', 2_500, 'amount-differs'), theirs('4', 4_000, 'matched', next)],
      ...[theirs('5', 5_000), theirs('6', 6_000, 'unknown')],
    ]
    expect(compareDay(day, all, said)).toEqual([
      { reason: 'amount-differs', line: 3, entryId: 'e2', oursVnd: 2_000, theirsVnd: 2_500 },
      { reason: 'other-day', line: 6, entryId: 'e5', oursVnd: 0, theirsVnd: 5_000 },
      { reason: 'unknown-row', line: 7, entryId: 'e6', oursVnd: 6_000, theirsVnd: 6_000 },
      { reason: 'missing-there', entryId: 'e3', oursVnd: 3_000, theirsVnd: 0 },
      { reason: 'other-day', line: 5, entryId: 'e4', oursVnd: 4_000, theirsVnd: 0 },
    ])
  })
  it('compares nothing while no file has come', () => {
    const of = { provider: 'vnpay', rows: [], files: [], ...nothing } as const
    const alone: Paid = { transactionId: '1', entryId: 'e1', amountVnd: 1_000, day, isUnallocated: false }
    expect(providerDay(day, { ...of, paid: [alone] })).toMatchObject({
      files: null,
      differences: [],
      in: { vnd: 1_000 },
    })
  })
  it('names a payout that is not what the rows add up to', () => {
    const rows = [
      { kind: 'payment', amountVnd: 50_000, feeVnd: 550 },
      { kind: 'payment', amountVnd: 10_000 },
      { kind: 'refund', amountVnd: 10_000, feeVnd: -110 },
    ] as const
    expect(netOf(rows)).toBe(49_560)
    const file = { sha256: 'a', takenAt: '2026-11-25T00:00:00.000Z', netVnd: 49_000, computedVnd: netOf(rows) }
    const of = { provider: 'vnpay', paid: [], rows: [], ...nothing, files: [file] } as const
    expect(providerDay(day, of).differences).toEqual([
      { reason: 'settlement-differs', oursVnd: 49_560, theirsVnd: 49_000 },
    ])
  })
})

describe('fees as files tell them', () => {
  it('are one entry, and a correction for each other fee', () => {
    const said = (...fees: (number | undefined)[]) => fees.map((feeVnd, place) => ({ ordinal: place + 1, feeVnd }))
    expect(feeMoves(said(undefined))).toEqual([])
    expect(feeMoves(said(0))).toEqual([])
    expect(feeMoves(said(undefined, 550))).toEqual([{ ordinal: 2, deltaVnd: 550, beforeVnd: undefined, feeVnd: 550 }])
    expect(feeMoves(said(0, 550)).map(({ beforeVnd }) => beforeVnd)).toEqual([0])
    expect(feeMoves(said(550, 600, 600, 0)).map(({ deltaVnd, beforeVnd }) => [deltaVnd, beforeVnd])).toEqual([
      [550, undefined],
      [50, 550],
      [-600, 600],
    ])
  })
  it('always add up to the last fee told', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(undefined, 0, 55, 60, 550)), (fees) => {
        // What is kept of a file that does not tell the fee is the fee as it was told.
        let kept: number | undefined
        const said = fees.map((fee, place) => {
          kept = fee ?? kept
          return { ordinal: place + 1, feeVnd: kept }
        })
        expect(feeMoves(said).reduce((sum, { deltaVnd }) => sum + deltaVnd, 0)).toBe(kept ?? 0)
      }),
    )
  })
  it('a file that does not tell them says nothing new', () => {
    expect(isKnown({ amountVnd: 1, feeVnd: 5 }, { amountVnd: 1 })).toBe(true)
    expect(isKnown({ amountVnd: 1, feeVnd: 5 }, { amountVnd: 1, feeVnd: 6 })).toBe(false)
    expect(isKnown({ amountVnd: 1 }, { amountVnd: 2 })).toBe(false)
  })
})

it('names so many differences that a statement fits where it is kept, and counts and sums the others', () => {
  const paid = Array.from({ length: mostNamed + 2 }, (_, nth) => ({
    ...{ transactionId: `${nth}`, entryId: `e${nth}`, amountVnd: 1_000, day, isUnallocated: false },
  }))
  const files = [{ sha256: 'f', takenAt: '2026-11-25T02:00:00.000Z', computedVnd: 1, netVnd: 2 }]
  const wentBack = [{ entryId: 'r', id: 'R', provider: 'vnpay', giftEntryId: 'g', amountVnd: 9 }]
  const of = { ...nothing, provider: 'vnpay', paid, rows: [], wentBack, files } as const
  const made = statementOf({ day, providers: [of], refunds: [], payouts: [], outVnd: 0 }, 1, files[0]!.takenAt)
  expect(made.differences).toBe(mostNamed + 4)
  const [{ differences, unnamed }] = made.providers as [(typeof made.providers)[0]]
  expect(differences.slice(-2).map(({ reason }) => reason)).toEqual(['refund-differs', 'settlement-differs'])
  expect(differences).toHaveLength(mostNamed + 2)
  expect(unnamed).toEqual({ count: 2, oursVnd: 2_000, theirsVnd: 0 })
})
