import { expect, it } from 'vitest'
import { providerDay } from '../../../functions/reconciliation/statement.ts'
import { day } from './files.ts'

/** A provider’s day on which nothing left. */
const nothing = { untold: [], refunds: [], wentBack: [], left: [], owed: [], outVnd: 0 } as const

it('names refunds that the book and the file do not have alike, gift by gift', () => {
  const file = { sha256: 'a', takenAt: '2026-11-25T00:00:00.000Z', computedVnd: 0 }
  const of = { ...nothing, provider: 'vnpay', paid: [], rows: [], files: [file] } as const
  const back = (giftEntryId: string, amountVnd: number) => ({
    entryId: 'r',
    id: 'R',
    provider: 'vnpay',
    giftEntryId,
    amountVnd,
  })
  const refunds = [{ line: 2, amountVnd: 10_000, giftEntryId: 'a' }]
  expect(providerDay(day, { ...of, refunds, wentBack: [back('a', 10_000)] }).differences).toEqual([])
  expect(providerDay(day, { ...of, refunds, wentBack: [back('a', 4_000)] }).differences).toEqual([
    { reason: 'refund-differs', entryId: 'a', line: 2, oursVnd: 4_000, theirsVnd: 10_000 },
  ])
  expect(providerDay(day, { ...of, refunds, wentBack: [back('b', 10_000)] }).differences).toEqual([
    { reason: 'refund-differs', entryId: 'b', oursVnd: 10_000, theirsVnd: 0 },
    { reason: 'refund-differs', entryId: 'a', line: 2, oursVnd: 0, theirsVnd: 10_000 },
  ])
  const unknown = [{ line: 3, amountVnd: 10_000, feeVnd: -110, feeUnkept: true }]
  expect(providerDay(day, { ...of, refunds: unknown })).toMatchObject({
    feesVnd: 0,
    differences: [
      { reason: 'unknown-refund', line: 3, oursVnd: 0, theirsVnd: 10_000 },
      { reason: 'fee-differs', line: 3, oursVnd: 0, theirsVnd: -110 },
    ],
  })
})

it('names what left the account without the book, and what the book says had left', () => {
  const files = [{ sha256: 'f', takenAt: '2026-11-25T02:00:00.000Z', computedVnd: -20_000 }]
  const bank = { ...nothing, provider: 'bank', paid: [], rows: [], outVnd: 20_000, files } as const
  const left = { transactionId: '007.FT1.20000', amountVnd: 20_000, line: 4 }
  const owed = { entryId: 'e', id: 'R', amountVnd: 20_000 }
  const of = (isExplained: boolean, hasLeft: boolean) =>
    providerDay(day, { ...bank, left: [{ ...left, isExplained }], owed: [{ ...owed, hasLeft }] }).differences
  expect(of(true, true)).toEqual([])
  expect(of(false, false)).toEqual([
    { reason: 'unknown-out', line: 4, oursVnd: 0, theirsVnd: 20_000 },
    { reason: 'not-left', entryId: 'e', oursVnd: 20_000, theirsVnd: 0 },
  ])
})
