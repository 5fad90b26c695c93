import { describe, expect, it, vi } from 'vitest'
import { all } from '../../../functions/donations/providers/all.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { closeDays } from '../../../functions/reconciliation/close-store.ts'
import * as fees from '../../../functions/reconciliation/fee-store.ts'
import { type Listing, partsOf } from '../../../functions/reconciliation/listing.ts'
import { keepStatement, versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { take } from '../../../functions/reconciliation/whole-store.ts'
import { recordTransfer } from '../../../functions/transfers/record-store.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { draw, pledged } from '../gifts.ts'
import { aDay, ask, counted, ofBank, run, says, transferred, uncollected } from './collecting.ts'
import { after, day, differencesOf, partsOf as filed, folded, noon, paid, reviewsOf, rowOf, takeAll } from './files.ts'
import { onTable } from './stage.ts'
import { charged, moved } from './telling.ts'

onTable()

describe('on an odd day', () => {
  it('what SePay told of without the bank’s reference, and lists with it, is one movement and no difference', async () => {
    await transferred('SEPAY800001', 50_000)
    await folded(noon)
    says.sepay = [moved({ reference: 'FT1', inVnd: 50_000 })]
    await run()
    await closeDays(draw, '2026-11-24T17:40:00.000Z')
    expect(await ofBank()).toMatchObject({ in: { count: 1, vnd: 50_000 }, recovered: 0, differences: [] })
    expect(await reviewsOf()).toEqual([])
    // The officer’s own look takes the same listing.
    const told = (await ask('bank')) as Listing
    expect(await take(partsOf(told)[0]!, draw, '2026-11-25T02:00:00.000Z')).toMatchObject({ statements: [] })
  })
  it('what the list told first is known when SePay tells of it late, without the bank’s reference', async () => {
    const gift = await pledged({ amountVnd: 50_000 }, noon, undefined, 'bank')
    const text = gift.attempts[0]!.reference
    says.sepay = [moved({ reference: 'FT1', inVnd: 50_000, text })]
    await run()
    const of = { account: '007', direction: 'in', amountVnd: 50_000, at: noon, text } as const
    const late = { ...of, transactionId: '007.SEPAY800001.50000', toldAs: 'SEPAY800001' }
    expect(await recordTransfer(late, draw, after)).toBe('known')
    expect((await donationById(gift.id))!.payments).toHaveLength(1)
    // payOS, late and bare: nobody knows whether it is the same.
    expect(await recordTransfer({ ...of, transactionId: '007.PAYOSX.50000' }, draw, after)).toBe('held')
  })
  it('what the bank’s own file names too is one movement, whichever id it has in the book', async () => {
    await transferred('SEPAY800001', 50_000)
    await folded(noon)
    says.sepay = [moved({ reference: 'FT1', inVnd: 50_000 })]
    await run()
    const file = filed([rowOf('007.FT1.50000', 50_000, { provider: 'bank', at: noon })], { provider: 'bank' })
    for (let time = 0; time < 2; time++) await takeAll(file)
    expect(await ofBank()).toMatchObject({ in: { vnd: 50_000 }, files: { in: { count: 1 } }, differences: [] })
  })
  it('what left is one movement too, under both ids', async () => {
    const out = { account: '007', direction: 'out', amountVnd: 4_000, at: noon, text: 'mua vo' } as const
    await recordTransfer({ ...out, transactionId: '007.SEPAY800002.4000', toldAs: 'SEPAY800002' }, draw, noon)
    await folded(noon)
    says.sepay = [moved({ reference: 'FT2', outVnd: 4_000, text: 'mua vo' })]
    await run()
    expect((await versionsOf(day)).at(-1)).toMatchObject({ outVnd: 4_000, differences: 1 })
    expect(await reviewsOf()).toEqual(['unknown-out 007.SEPAY800002.4000'])
  })
  it('another movement days later, to which the bank gave the same reference and sum, is its own', async () => {
    await transferred('SEPAY800001', 50_000)
    await folded(noon)
    says.sepay = [moved({ reference: 'FT1', inVnd: 50_000 })]
    await run()
    const later = '2026-11-29T05:00:00.000Z'
    const row = rowOf('007.FT1.50000', 50_000, { provider: 'bank', at: later, text: 'ung ho' })
    const days = { from: '2026-11-29', to: '2026-11-29' }
    await takeAll(filed([row], { provider: 'bank', days }), '2026-11-30T02:00:00.000Z')
    expect((await openIncome()).map(({ amountVnd }) => amountVnd)).toEqual([50_000])
  })
  it('what left is one movement in the bank’s own file too, though nobody numbers it', async () => {
    const out = { account: '007', direction: 'out', amountVnd: 4_000, at: noon, text: 'mua vo' } as const
    await recordTransfer({ ...out, transactionId: '007.SEPAY800002.4000', toldAs: 'SEPAY800002' }, draw, noon)
    await folded(noon)
    const row = rowOf('007.FT2.4000', 4_000, { provider: 'bank', kind: 'outgoing', at: noon, text: 'mua vo' })
    await takeAll(filed([row], { provider: 'bank' }))
    expect((await versionsOf(day)).at(-1)).toMatchObject({ outVnd: 4_000, differences: 1 })
  })
  it('a movement of which payOS told with the bank’s reference, and SePay lists without, is held, not doubled', async () => {
    await transferred('FT1', 50_000)
    await folded(noon)
    says.sepay = [{ ...moved({ reference: 'X7', inVnd: 50_000 }), reference_number: '' }]
    await run()
    expect(await openIncome()).toEqual([])
    expect((await differencesOf()).map(({ reason }) => reason)).toEqual(['maybe-same', 'missing-there'])
    expect(await reviewsOf()).toEqual(['maybe-same 007.SEPAY800007.50000', 'missing-there 007.FT1.50000'])
  })
  it('a day that was told of rings no more, though the provider is silent later', async () => {
    await aDay()
    await closeDays(draw, '2026-11-24T17:20:00.000Z')
    for (const of of ['2026-11-22', '2026-11-23']) await keepStatement(of, draw, '2026-11-24T17:20:00.000Z')
    await run()
    says.sepay = ''
    counted.length = 0
    await run('2026-11-25T08:00:00.000Z')
    expect(uncollected()).toBe(0)
  })
  it('days that were missed for longer are asked for once the provider speaks again', async () => {
    await aDay()
    await closeDays(draw, '2026-11-24T17:20:00.000Z')
    for (const of of ['2026-11-24', '2026-11-30']) await keepStatement(of, draw, '2026-12-01T17:20:00.000Z')
    await run('2026-12-02T17:30:00.000Z')
    expect((await openIncome()).map(({ amountVnd }) => amountVnd)).toEqual([9_000])
    expect(await ofBank()).toMatchObject({ files: { in: { count: 3, vnd: 129_000 } } })
    vi.mocked(fetch).mockClear()
    await run('2026-12-02T18:30:00.000Z')
    // Only the last three days of both, for what was missed is told of now.
    expect(vi.mocked(fetch).mock.calls).toHaveLength(6)
  })
  it('a broken secret keeps nobody else from being asked, and fails the run', async () => {
    await aDay()
    vi.spyOn(all.stripe, 'open').mockImplementationOnce(() => {
      throw new Error('the secret is not stripe')
    })
    await expect(run()).rejects.toThrow('not stripe')
    expect(await ofBank()).toMatchObject({ recovered: 2 })
  })
  it('what one provider says that cannot be taken holds up no other, and fails the run', async () => {
    await aDay()
    const { donation } = await paid({ amountVnd: 250_000, provider: 'stripe' })
    const line = { reference: donation.attempts[0]!.reference, amountVnd: 250_000, fee: 1, at: noon }
    const intent = (await donationById(donation.id))!.payments[0]!.key.slice('stripe#'.length)
    says.stripe = [charged({ ...line, intent })]
    await folded(noon)
    vi.spyOn(fees, 'keepFees').mockImplementationOnce(async () => {
      throw new Error('broken')
    })
    await expect(run()).rejects.toThrow('is not taken')
    const [first] = (await versionsOf(day)).at(-1)!.providers.filter(({ files }) => files)
    expect(first).toBeDefined()
    expect(await run('2026-11-24T18:30:00.000Z')).toMatchObject({ changed: 1 })
    expect((await versionsOf(day)).at(-1)!.providers.every(({ files }) => files !== null)).toBe(true)
  })
})

describe('an officer who asks', () => {
  it('is told what moved on a day that is over, and nothing is kept', async () => {
    await aDay()
    vi.useFakeTimers({ now: new Date('2026-11-24T17:00:00.000Z'), toFake: ['Date'] })
    expect(await ask('bank')).toMatchObject({ provider: 'bank', days: { from: day, to: day }, rows: { length: 4 } })
    expect(await openIncome()).toEqual([])
    expect(await ask('bank', '2026-11-25')).toMatchObject({
      refused: { en: { title: expect.stringMatching(/not over/) } },
    })
  })
  it('is led to a file where nobody tells', async () => {
    expect(await ask('vnpay')).toMatchObject({ refused: { en: { title: expect.stringMatching(/--file/) } } })
  })
})
