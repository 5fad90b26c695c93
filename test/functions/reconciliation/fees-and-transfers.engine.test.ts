import { describe, expect, it } from 'vitest'
import { donationById } from '../../../functions/donations/store.ts'
import { type LedgerItem, refundPostings } from '../../../functions/ledger/entry.ts'
import { entryWrites, readLedger } from '../../../functions/ledger/store.ts'
import { versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { transact } from '../../../functions/store/table.ts'
import { hourOf, later } from '../../../functions/time.ts'
import { recordTransfer } from '../../../functions/transfers/record-store.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { draw, pledged } from '../gifts.ts'
import {
  after,
  cityTotals,
  day,
  differencesOf,
  entriesOf,
  folded,
  noon,
  paid,
  partsOf,
  reviewsOf,
  rowOf,
  takeAll,
} from './files.ts'
import { onTable } from './stage.ts'

onTable()

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

describe('refunds', () => {
  it('that the book and the file have alike are no difference, and the totals add up', async () => {
    const { row } = await paid({ amountVnd: 50_000 })
    const [gift] = await readLedger([`vnpay#${row.transactionId}`])
    const refund: LedgerItem = {
      ...{ v: 1, entryId: 'refund', kind: 'refund', program: 'heo', currency: 'VND', hour: hourOf(noon) },
      ...{ postings: refundPostings('heo', 20_000), commitment: 'c', relatedEntryId: gift!.entryId },
      ...{ paymentKey: 'refund#1', recordedAt: noon, receipt: { provider: 'vnpay' } },
    }
    await transact(entryWrites(refund))
    const back = rowOf('777', 20_000, { kind: 'refund', of: row.transactionId, feeVnd: -220 })
    await takeAll(partsOf([{ ...row, feeVnd: 550 }, back], { netVnd: 50_000 - 550 - 20_000 + 220 }))
    await folded()
    expect((await versionsOf(day)).at(-1)).toMatchObject({
      ...{ differences: 0, refunded: { count: 1, vnd: 20_000 }, feesVnd: 330 },
      providers: [{ files: { refunded: { count: 1, vnd: 20_000 } } }],
    })
    expect(await cityTotals()).toEqual({ receivedVnd: 50_000, refundedVnd: 20_000, feesVnd: 330, leftVnd: 29_670 })
    expect(await reviewsOf()).toEqual([])
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
    expect(of).toMatchObject({ in: { vnd: 32_000 }, unallocatedVnd: 12_000, outVnd: 7_000, differences: 1 })
    expect(await reviewsOf()).toEqual(['unknown-out 007.FT3.7000'])
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
      ['foreign-account', 0, 5_000],
    ])
    expect(await reviewsOf()).toEqual(['foreign-account 999.FT1.5000'])
  })
  it('does not record again what a teller told of without the bank’s reference: a person looks', async () => {
    const told = { account: '007', direction: 'in', text: 'ung ho', amountVnd: 12_000, at: noon } as const
    await recordTransfer({ ...told, transactionId: '007.SEPAY42.12000' }, draw, noon)
    await folded(noon)
    const rows = [
      transfer('FT1', 12_000, 'ung ho'),
      transfer('FT2', 13_000, 'ung ho'),
      transfer('FT3', 12_000, 'ung ho', { at: later(noon, -37 * 3_600) }),
    ]
    for (let time = 0; time < 2; time++)
      expect((await takeAll(partsOf(rows))).tally.found).toMatchObject({
        ...{ 'maybe-same': { count: 1, vnd: 12_000 }, unallocated: { count: 2, vnd: 25_000 } },
      })
    expect((await openIncome()).map(({ transactionId }) => transactionId)).toEqual([
      ...['007.FT2.13000', '007.FT3.12000', '007.SEPAY42.12000'],
    ])
    expect(await reviewsOf()).toEqual(['maybe-same 007.FT1.12000', 'missing-there 007.SEPAY42.12000'])
    expect((await versionsOf(day)).at(-1)).toMatchObject({ in: { vnd: 25_000 }, differences: 2 })
    expect((await differencesOf()).map(({ reason, oursVnd, theirsVnd }) => [reason, oursVnd, theirsVnd])).toEqual([
      ['maybe-same', 0, 12_000],
      ['missing-there', 12_000, 0],
    ])
  })
})
