import { describe, expect, it, vi } from 'vitest'
import { donationById } from '../../../functions/donations/store.ts'
import { closeDays } from '../../../functions/reconciliation/close-store.ts'
import { versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { draw } from '../gifts.ts'
import { crashAt } from '../ledger/crash.ts'
import { accounts, aDay, counted, ofBank, run, says, transferred, uncollected } from './collecting.ts'
import { cityTotals, day, differencesOf, entriesOf, folded, noon, openPrograms, paid, reviewsOf } from './files.ts'
import { onTable } from './stage.ts'
import { charged, moved } from './telling.ts'

const table = onTable()

describe('each hour', () => {
  it('the bank’s own words of the day are compared to the đồng, what was lost is recorded, each difference named', async () => {
    const { silent } = await aDay()
    expect(await run()).toEqual({ told: 6, changed: 1 })
    expect((await donationById(silent.id))!.payments).toMatchObject([{ key: 'bank#007.FT2.70000', amountVnd: 70_000 }])
    expect((await openIncome()).map(({ transactionId }) => transactionId)).toEqual(['007.FT3.9000'])
    expect(await ofBank()).toMatchObject({
      ...{ in: { count: 3, vnd: 129_000 }, unallocatedVnd: 9_000, recovered: 2 },
      files: { in: { count: 3, vnd: 129_000 }, outVnd: 4_000 },
    })
    expect((await differencesOf()).map(({ reason, theirsVnd }) => [reason, theirsVnd])).toEqual([
      ['unknown-out', 4_000],
    ])
    await folded()
    expect((await cityTotals()).receivedVnd).toBe(129_000)
  })
  it('the same words change nothing, and what comes late is in the next version', async () => {
    await aDay()
    await run()
    const before = await versionsOf(day)
    expect(await run('2026-11-24T18:30:00.000Z')).toMatchObject({ changed: 0 })
    expect(await versionsOf(day)).toEqual(before)
    ;(says.sepay as object[]).push(moved({ reference: 'FT9', inVnd: 11_000, at: '2026-11-24 23:59:59' }))
    expect(await run('2026-11-26T18:30:00.000Z')).toMatchObject({ changed: 1 })
    expect(await ofBank()).toMatchObject({ in: { count: 4, vnd: 140_000 }, files: { in: { count: 4, vnd: 140_000 } } })
  })
  it('no day is asked for until ten minutes after its midnight, nor once three more are over', async () => {
    await run('2026-11-24T17:09:59.000Z')
    const asked = () =>
      vi.mocked(fetch).mock.calls.map(([url]) => new URL(String(url)).searchParams.get('transaction_date_min'))
    expect(asked().filter(Boolean)).toEqual(['2026-11-23', '2026-11-22', '2026-11-21'].map((of) => `${of} 00:00:00`))
    vi.mocked(fetch).mockClear()
    await run('2026-11-24T17:10:00.000Z')
    expect(asked().filter(Boolean)).toEqual(['2026-11-24', '2026-11-23', '2026-11-22'].map((of) => `${of} 00:00:00`))
  })
  it('what Stripe kept is a line of the book, and its sums agree', async () => {
    const { donation } = await paid({ amountVnd: 250_000, provider: 'stripe' })
    const intent = (await donationById(donation.id))!.payments[0]!.key.slice('stripe#'.length)
    says.stripe = [
      charged({ intent, reference: donation.attempts[0]!.reference, amountVnd: 250_000, fee: 8_500, at: noon }),
    ]
    await folded(noon)
    await run()
    await folded()
    const of = (await versionsOf(day)).at(-1)!.providers.find(({ provider }) => provider === 'stripe')
    expect(of).toMatchObject({ in: { count: 1, vnd: 250_000 }, feesVnd: 8_500, differences: [] })
    expect(await cityTotals()).toMatchObject({ receivedVnd: 250_000, feesVnd: 8_500, leftVnd: 241_500 })
    expect((await entriesOf()).filter(({ kind }) => kind === 'fee').map(({ amountVnd }) => amountVnd)).toEqual([-8_500])
  })
  it('what the day’s own word lacks is named as missing there, for a person', async () => {
    await transferred('FT1', 50_000)
    await folded(noon)
    await closeDays(draw, '2026-11-24T17:20:00.000Z')
    await run()
    expect((await differencesOf()).map(({ reason, oursVnd }) => [reason, oursVnd])).toEqual([['missing-there', 50_000]])
    expect(await reviewsOf()).toEqual([expect.stringMatching(/^missing-there /)])
  })
  it('one that is silent holds up no other, and is told to a person once the morning is over', async () => {
    await aDay()
    says.sepay = ''
    await closeDays(draw, '2026-11-24T17:20:00.000Z')
    expect(await run()).toEqual({ told: 3, changed: 1 })
    // Of the days before, nothing was heard either.
    expect(uncollected()).toBe(2)
    expect((await versionsOf(day)).at(-1)?.providers.map(({ provider, files }) => [provider, files !== null])).toEqual([
      ['bank', false],
      ['stripe', true],
    ])
    counted.length = 0
    await run('2026-11-24T23:00:00.000Z')
    expect(uncollected()).toBe(2)
    await run('2026-11-24T23:00:01.000Z')
    expect(uncollected()).toBe(5)
  })
  it('nobody without an account is asked', async () => {
    delete accounts.bank
    delete accounts.stripe
    // Secrets are kept for five minutes.
    expect(await run('2026-12-09T17:30:00.000Z')).toEqual({ told: 0, changed: 0 })
    expect(fetch).not.toHaveBeenCalled()
  })
  it('a run that dies at any call to the table is finished by the next', async () => {
    await aDay()
    const whole = crashAt(Number.POSITIVE_INFINITY, 'before')
    await run()
    const calls = whole.calls()
    whole.mend()
    const state = async () => ({
      bank: { ...(await ofBank()), files: (await ofBank())?.files?.sha256.length },
      income: (await openIncome()).map(({ transactionId }) => transactionId),
      reviews: await reviewsOf(),
    })
    const expected = await state()
    for (let at = 1; at <= calls; at += 7) {
      await table.empty()
      await openPrograms()
      vi.useRealTimers()
      await aDay()
      const crash = crashAt(at, at % 2 === 0 ? 'before' : 'after')
      await run().catch(() => undefined)
      crash.mend()
      await run('2026-11-24T18:30:00.000Z')
      expect({ at, ...(await state()) }).toEqual({ at, ...expected })
    }
  })
})
