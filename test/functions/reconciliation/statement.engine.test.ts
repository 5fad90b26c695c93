import { describe, expect, it } from 'vitest'
import { closeDays } from '../../../functions/reconciliation/close-store.ts'
import { digestOf, textOf } from '../../../functions/reconciliation/statement-entry.ts'
import { versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { draw } from '../gifts.ts'
import { day, differencesOf, entriesOf, folded, noon, oddDay, paid, partsOf, takeAll } from './files.ts'
import { onTable } from './stage.ts'

onTable()

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
      ...{ day, version: 1, inVnd: 279_000, feesVnd: 2_794, refundedVnd: 0, unallocatedVnd: 9_000, differences: 4 },
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
