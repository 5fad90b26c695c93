import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { all } from '../../../functions/donations/providers/all.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { closeDays } from '../../../functions/reconciliation/close-store.ts'
import { handler as collect } from '../../../functions/reconciliation/collect.ts'
import * as fees from '../../../functions/reconciliation/fee-store.ts'
import { handler as fetchDay } from '../../../functions/reconciliation/fetch-day.ts'
import { type Listing, partsOf } from '../../../functions/reconciliation/listing.ts'
import { keepStatement, versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { take } from '../../../functions/reconciliation/whole-store.ts'
import { recordTransfer } from '../../../functions/transfers/record-store.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { invoke } from '../acts.ts'
import { account as stripe } from '../donations/striped.ts'
import { secrets } from '../donations/transferred.ts'
import { draw, pledged } from '../gifts.ts'
import { crashAt } from '../ledger/crash.ts'
import { cityTotals, day, differencesOf, entriesOf, folded, noon, openPrograms, paid, reviewsOf } from './files.ts'
import { onTable } from './stage.ts'
import { answering, charged, moved, type Says } from './telling.ts'

const table = onTable()

const accounts: Record<string, object> = {}
mockClient(SSMClient)
  .on(GetParameterCommand)
  .callsFake(({ Name }: { Name: string }) => {
    const account = accounts[Name.split('/').at(-1)!]
    if (!account) throw new ParameterNotFound({ message: 'none', $metadata: {} })
    return { Parameter: { Value: JSON.stringify(account) } }
  })

let says: Says
const counted: string[] = []
beforeEach(() => {
  counted.length = 0
  says = { sepay: [], stripe: [] }
  Object.assign(accounts, { bank: secrets, stripe })
  answering(says)
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => counted.push(String(text)) > 0)
})
afterEach(() => vi.useRealTimers())

const run = async (now = '2026-11-24T17:30:00.000Z') => {
  vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
  return invoke(collect, {})
}
const ask = (provider: string, of = day) => invoke(fetchDay, { provider, day: of })
const ofBank = async () => (await versionsOf(day)).at(-1)?.providers.find(({ provider }) => provider === 'bank')
const uncollected = () => counted.filter((text) => text.includes('UncollectedStatement')).length

/** A gift by transfer, of which SePay told when it came. */
async function transferred(reference: string, amountVnd: number) {
  const gift = await pledged({ amountVnd }, noon, undefined, 'bank')
  const told = { account: '007', transactionId: `007.${reference}.${amountVnd}`, direction: 'in', amountVnd } as const
  await recordTransfer({ ...told, at: noon, text: gift.attempts[0]!.reference, toldAs: reference }, draw, noon)
}

/** A day at the bank: a gift that was told, one of which we never heard, money without a code, money that left. */
async function aDay() {
  await transferred('FT1', 50_000)
  const silent = await pledged({ amountVnd: 70_000 }, noon, undefined, 'bank')
  says.sepay = [
    moved({ reference: 'FT1', inVnd: 50_000 }),
    moved({ reference: 'FT2', inVnd: 70_000, text: silent.attempts[0]!.reference }),
    moved({ reference: 'FT3', inVnd: 9_000 }),
    moved({ reference: 'FT4', outVnd: 4_000, text: 'mua vo' }),
  ]
  await folded(noon)
  return { silent }
}

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
  it('a movement of which payOS told with the bank’s reference, and SePay lists without, is held, not doubled', async () => {
    await transferred('FT1', 50_000)
    await folded(noon)
    says.sepay = [{ ...moved({ reference: 'X7', inVnd: 50_000 }), reference_number: '' }]
    await run()
    expect(await openIncome()).toEqual([])
    expect((await differencesOf()).map(({ reason }) => reason)).toEqual(['maybe-same', 'missing-there'])
    expect(await reviewsOf()).toEqual(['maybe-same 007.SEPAY800007.50000', 'missing-there 007.FT1.50000'])
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
