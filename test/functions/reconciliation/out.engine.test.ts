import { describe, expect, it } from 'vitest'
import { decide, keepProposal } from '../../../functions/payouts/store.ts'
import type { Row } from '../../../functions/reconciliation/row.ts'
import { versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { reviews } from '../../../functions/review/store.ts'
import { later } from '../../../functions/time.ts'
import { draw } from '../gifts.ts'
import { after, cityTotals, day, folded, noon, paid, partsOf, rowOf, takeAll } from './files.ts'
import { onTable } from './stage.ts'

onTable()

const next = '2026-11-25'
/** A payout of 30,000 đồng, approved at noon. */
async function payOut(): Promise<void> {
  await paid({ amountVnd: 100_000 })
  await folded(noon)
  const who = { proposedBy: 'Lan', proposedAt: noon, evidence: 'ab'.repeat(32), nonce: draw.nonce() }
  const what = { program: 'heo', payee: { name: 'Công ty Vở', taxCode: '0300588569' }, amountVnd: 30_000 }
  const words = { purpose: { vi: 'vở', en: 'notebooks' }, state: 'proposed' } as const
  await keepProposal({ v: 1, id: 'ABCDEFGH', entryId: 'payout', ...who, ...what, ...words })
  await decide('ABCDEFGH', { state: 'approved', by: 'Hoa' }, noon)
  await folded(noon)
}
const left = (reference: string, amountVnd: number, text: string, at = noon): Row =>
  rowOf(`007.${reference}.${amountVnd}`, amountVnd, { provider: 'bank', kind: 'outgoing', text, at })
const take = (rows: Row[], of = day, now = after) =>
  takeAll(partsOf(rows, { provider: 'bank', days: { from: of, to: of } }), now)
const differences = async (of = day) =>
  (await versionsOf(of))
    .at(-1)!
    .providers.flatMap((each) => each.differences.map(({ reason, oursVnd, theirsVnd }) => [reason, oursVnd, theirsVnd]))
const toReview = async () =>
  (await reviews(after))
    .filter(({ resolved }) => !resolved)
    .map(({ reason, amountVnd }) => [reason, amountVnd])
    .sort()

describe('money that leaves the account', () => {
  it('by a transfer with the words of a payout is what the book says', async () => {
    await payOut()
    await take([left('FT1', 30_000, 'IBFT chi abcdefgh mua vo')])
    expect([await differences(), await toReview()]).toEqual([[], []])
    expect((await versionsOf(day)).at(-1)).toMatchObject({ paidOut: { vnd: 30_000 }, outVnd: 30_000 })
  })
  it('twice with the words of one payout is named the second time, on whichever day it left', async () => {
    await payOut()
    await take([left('FT1', 30_000, 'CHI ABCDEFGH'), left('FT2', 30_000, 'CHI ABCDEFGH', later(noon, 60))])
    expect(await differences()).toEqual([['unknown-out', 0, 30_000]])
    const [tomorrow, afterIt] = [later(noon, 86_400), later(after, 86_400)]
    await take([left('FT3', 30_000, 'CHI ABCDEFGH', tomorrow)], next, afterIt)
    expect(await differences(next)).toEqual([['unknown-out', 0, 30_000]])
    expect(await differences()).toEqual([['unknown-out', 0, 30_000]])
    expect(await toReview()).toEqual([
      ['unknown-out', 30_000],
      ['unknown-out', 30_000],
    ])
  })
  it('stands again where an earlier transfer with the same words comes to light', async () => {
    await payOut()
    await take([left('FT2', 30_000, 'CHI ABCDEFGH', later(noon, 60))])
    expect(await toReview()).toEqual([])
    await take([left('FT1', 30_000, 'CHI ABCDEFGH'), left('FT2', 30_000, 'CHI ABCDEFGH', later(noon, 60))])
    expect(await toReview()).toEqual([['unknown-out', 30_000]])
  })
  it('with other words or another sum is named, also where the sums of the day agree', async () => {
    await payOut()
    await take([left('FT1', 30_000, 'rut tien')])
    expect(await differences()).toEqual([
      ['unknown-out', 0, 30_000],
      ['not-left', 30_000, 0],
    ])
    expect(await toReview()).toEqual([
      ['not-left', 0],
      ['unknown-out', 30_000],
    ])
    await take([left('FT2', 29_000, 'CHI ABCDEFGH', later(noon, 86_400))], next, later(after, 86_400))
    expect(await differences(next)).toEqual([['unknown-out', 0, 29_000]])
  })
  it('the day after is named until it is seen; then the first day agrees, and nobody need look any more', async () => {
    await payOut()
    await take([])
    expect([await differences(), await toReview()]).toEqual([[['not-left', 30_000, 0]], [['not-left', 0]]])
    await take([left('FT1', 30_000, 'CHI ABCDEFGH', later(noon, 86_400))], next, later(after, 86_400))
    expect([await differences(), await differences(next), await toReview()]).toEqual([[], [], []])
  })
})

it('the fee of a refund that is nobody’s is named: the statement has the fees of the book', async () => {
  const rows = [
    rowOf('900002', 100_000, { reference: 'NOT-OURS', feeVnd: 1_100 }),
    rowOf('900003', 100_000, { kind: 'refund', reference: 'NOR-THIS', feeVnd: -1_100 }),
  ]
  await takeAll(partsOf(rows))
  await folded()
  const of = (await versionsOf(day)).at(-1)!
  expect([of.feesVnd, (await cityTotals()).feesVnd]).toEqual([1_100, 1_100])
  expect(await differences()).toEqual([
    ['unknown-row', 100_000, 100_000],
    ['unknown-refund', 0, 100_000],
    ['fee-differs', 0, -1_100],
  ])
  expect((await toReview()).map(([reason]) => reason).sort()).toEqual(['unknown-refund', 'unknown-row'])
})
