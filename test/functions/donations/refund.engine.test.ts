import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { handler as finish } from '../../../functions/donations/finish-refund.ts'
import { handler as follow } from '../../../functions/donations/follow-refunds.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { all } from '../../../functions/donations/providers/all.ts'
import type { Back, RefundSaid } from '../../../functions/donations/providers/provider.ts'
import { handler as refundGift } from '../../../functions/donations/refund-gift.ts'
import { openRefunds, refundById } from '../../../functions/donations/refund-store.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { fold } from '../../../functions/ledger/fold.ts'
import { readHold } from '../../../functions/ledger/hold-store.ts'
import { readLedger, readTotals } from '../../../functions/ledger/store.ts'
import { handler as review } from '../../../functions/review/resolve.ts'
import { keepIncome, keepOutgoing } from '../../../functions/transfers/store.ts'
import { incomeOf } from '../../../functions/transfers/transfer.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'
import { crashAt } from '../ledger/crash.ts'

let table: Table
const account = { tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' }
/** What the provider says to each order and question, in turn; then `last` for ever. */
let says: (RefundSaid | 'down')[] = []
let sent: Back[] = []
let followed: Back[] = []
const say = async (heard: Back[], back: Back): Promise<RefundSaid> => {
  heard.push(back)
  const said = says.shift() ?? { state: 'accepted', code: '05' }
  if (said === 'down') throw new TypeError('fetch failed')
  return said
}

beforeAll(async () => {
  table = await openTable()
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .callsFake(({ Name }: { Name: string }) => {
      if (Name.endsWith('/vnpay')) return { Parameter: { Value: JSON.stringify(account) } }
      throw Object.assign(new Error('no'), { name: 'ParameterNotFound' })
    })
  for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const open = all.vnpay!.open
  vi.spyOn(all.vnpay!, 'open').mockImplementation((...args) => ({
    ...open(...args),
    refund: (back) => say(sent, back),
    followRefund: (back) => say(followed, back),
  }))
})
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})
beforeEach(() => {
  says = []
  sent = []
  followed = []
})
afterEach(async () => {
  vi.useRealTimers()
  await table.empty()
})

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the command said
const run = (verb: unknown, input: object = {}): Promise<any> =>
  (verb as (event: unknown, context: object) => Promise<unknown>)(input, {})
const now = '2026-11-23T07:05:09.000Z'
const at = (seconds: number) => vi.useFakeTimers({ now: Date.parse(now) + seconds * 1_000, toFake: ['Date'] })

async function received(amountVnd = 50_000) {
  at(0)
  const gift = await pledged({ amountVnd }, now)
  await record(gift.id, told(gift), draw, now)
  return (await donationById(gift.id))!
}
const refund = (code: string, over: object = {}) =>
  run(refundGift, { code, amountVnd: 20_000, because: 'trả trùng', by: 'Lan', ...over })
const refusedBy = (said: { refused?: { en: { code: string } } }) => said.refused?.en.code
async function sums(program = 'heo') {
  await fold(now)
  const { receivedVnd, refundedVnd, leftVnd } = (await readTotals([program])).get(program)!
  return { receivedVnd, refundedVnd, leftVnd }
}

describe('a refund by its provider', () => {
  it('is told first, then ordered, followed and done: one entry, opposite to the gift', async () => {
    const gift = await received()
    const told = await refund(gift.code, { plan: true })
    expect(told).toMatchObject({
      isNew: true,
      refund: { state: 'asked' },
      came: { amountVnd: 50_000, leftVnd: 50_000 },
    })
    expect([await openRefunds(), sent]).toEqual([[], []])
    const { refund: made } = await refund(gift.code)
    expect(made).toMatchObject({ state: 'accepted', code: '05', amountVnd: 20_000 })
    expect(sent).toMatchObject([{ amountVnd: 20_000, paidVnd: 50_000, by: 'Lan', createdAt: now }])
    at(90)
    says = [{ state: 'accepted', code: '05' }]
    expect(await run(follow)).toMatchObject({ due: 1, ended: 0 })
    expect(await run(follow)).toMatchObject({ due: 0 })
    at(400)
    says = [{ state: 'done', code: '06' }]
    expect(await run(follow)).toMatchObject({ due: 1, ended: 1 })
    expect(await run(follow)).toMatchObject({ due: 0 })
    expect(await sums()).toEqual({ receivedVnd: 50_000, refundedVnd: 20_000, leftVnd: 30_000 })
    const [entry] = await readLedger([`refund#${made.id}`])
    expect(entry).toMatchObject({ kind: 'refund', relatedEntryId: gift.payments[0]!.entryId })
    expect((await donationById(gift.id))!.refunds).toMatchObject([
      { id: made.id, state: 'done', entryId: entry!.entryId },
    ])
    expect((await readHold('heo')).held).toEqual([])
    expect(sent).toHaveLength(1)
  })
  it('refused leaves the money where it was, and it may be asked for again', async () => {
    const gift = await received()
    says = [{ state: 'refused', code: '95' }]
    expect((await refund(gift.code, { amountVnd: 50_000 })).refund.state).toBe('refused')
    expect((await refund(gift.code, { amountVnd: 50_000 })).isNew).toBe(false)
    expect((await refund(gift.code, { amountVnd: 50_000, nth: 2 })).refund.state).toBe('accepted')
    expect(await sums()).toMatchObject({ refundedVnd: 0, leftVnd: 50_000 })
    expect((await readHold('heo')).held).toMatchObject([{ amountVnd: 50_000 }])
  })
  it('refuses an unknown code, a gift without money, more than is left, and a provider without an account', async () => {
    const gift = await received()
    expect(refusedBy(await refund('ZZZZZZZZ'))).toBe('gift-unknown')
    expect(refusedBy(await refund('no'))).toBe('gift-unknown')
    expect(refusedBy(await refund((await pledged({}, now)).code))).toBe('gift-not-received')
    expect(refusedBy(await refund(gift.code, { amountVnd: 50_001 }))).toBe('refund-too-much')
    await refund(gift.code)
    expect(refusedBy(await refund(gift.code, { amountVnd: 30_001, plan: true }))).toBe('refund-too-much')
    expect((await refund(gift.code, { amountVnd: undefined })).refund.amountVnd).toBe(30_000)
    expect(refusedBy(await refund(gift.code, { amountVnd: undefined, nth: 2 }))).toBe('refund-too-much')
    expect(sent).toHaveLength(2)
  })
  it('of a gift with two payments takes the one that is named', async () => {
    const gift = await received()
    await record(gift.id, told(gift), draw, now)
    const [, second] = (await donationById(gift.id))!.payments
    expect(refusedBy(await refund(gift.code))).toBe('refund-choose')
    await refund(gift.code, { number: second!.number, amountVnd: 50_000 })
    expect((await donationById(gift.id))!.refunds).toMatchObject([{ paymentKey: second!.key, amountVnd: 50_000 }])
  })
  it('whose answer was lost is followed, never sent again, and a person’s after three days', async () => {
    const gift = await received()
    says = ['down']
    expect((await refund(gift.code)).refund).toMatchObject({ state: 'unknown', code: 'no answer' })
    for (const days of [0.01, 1, 2, 3.1, 3.5]) {
      at(days * 86_400)
      says = ['down']
      await run(follow)
    }
    expect([sent.length, followed.length]).toEqual([1, 5])
    const { reviews } = await run(review)
    expect(reviews).toMatchObject([{ reason: 'refund-unclear', code: gift.code, amountVnd: 20_000 }])
    const { id } = (await openRefunds())[0]!
    expect(refusedBy(await run(finish, { id, by: 'Hoa' }))).toBe('fields')
    expect((await run(finish, { id, by: 'Hoa', reference: 'FT1', plan: true })).refunds[0].state).toBe('unknown')
    const ended = await run(finish, { id, by: 'Hoa', reference: 'FT1' })
    expect(ended).toMatchObject({ isNew: true, refunds: [{ state: 'done', transactionId: 'FT1' }] })
    expect((await run(finish, { id, by: 'Hoa', reference: 'FT1' })).isNew).toBe(false)
    expect(refusedBy(await run(finish, { id, by: 'Hoa', reference: 'FT2' }))).toBe('refund-ended')
    expect(await sums()).toMatchObject({ refundedVnd: 20_000, leftVnd: 30_000 })
    expect((await run(review, { id: reviews[0].id, because: 'đã hỏi VNPAY', by: 'Hoa' })).isNew).toBe(true)
    expect((await run(review, { id: reviews[0].id, because: 'lần nữa', by: 'Lan' })).reviews[0].resolved.by).toBe('Hoa')
    expect((await run(review)).reviews).toEqual([])
  })
})

describe('races and crashes', () => {
  it('twenty equal orders at once are one refund, sent once', async () => {
    const gift = await received()
    const told = await Promise.all(Array.from({ length: 20 }, () => refund(gift.code)))
    expect(told.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect([sent.length, (await openRefunds()).length]).toEqual([1, 1])
  })
  it('twenty different orders at once never give back more than came', async () => {
    const gift = await received()
    const told = await Promise.all(Array.from({ length: 20 }, (_, nth) => refund(gift.code, { nth: nth + 1 })))
    expect(told.filter(({ isNew }) => isNew)).toHaveLength(2)
    expect(told.map(refusedBy).filter(Boolean)).toEqual(Array(18).fill('refund-too-much'))
    expect((await readHold('heo')).held.map(({ amountVnd }) => amountVnd)).toEqual([20_000, 20_000])
  })
  it('twenty who hear that it is done at once write one entry', async () => {
    const gift = await received()
    const { refund: made } = await refund(gift.code)
    at(90)
    says = Array(20).fill({ state: 'done', code: '06' })
    await Promise.all(Array.from({ length: 20 }, () => run(follow)))
    expect((await refundById(made.id))!.state).toBe('done')
    expect(await sums()).toMatchObject({ refundedVnd: 20_000, leftVnd: 30_000 })
  })
  it('a crash at any call to the table never sends twice and never loses an order that was kept', async () => {
    const probe = await received()
    const whole = crashAt(Number.POSITIVE_INFINITY, 'before')
    await refund(probe.code)
    whole.mend()
    const steps = whole.calls()
    expect(steps).toBeGreaterThan(8)
    // After one call is before the next.
    for (let step = 1; step <= steps; step++) {
      const gift = await received()
      sent = []
      const crash = crashAt(step, 'after')
      await refund(gift.code).catch((error: Error) => expect(error.message).toBe('crash'))
      crash.mend()
      at(90)
      await run(follow)
      const after = (await refund(gift.code)).refund
      const mine = sent.filter(({ reference }) => reference === gift.attempts[0]!.reference)
      expect([step, mine.length <= 1]).toEqual([step, true])
      // Only an order that was marked and perhaps never sent is in doubt; it stays followed.
      expect(['accepted', 'sent']).toContain(after.state)
      expect((await donationById(gift.id))!.refunds).toHaveLength(1)
    }
  })
})

describe('a refund by hand', () => {
  const transfer = { account: '001', amountVnd: 70_000, at: now, text: 'ung ho', direction: 'in' as const }
  const income = async (transactionId: string) => {
    at(0)
    const of = { ...transfer, transactionId }
    await keepIncome(of, incomeOf(of, draw.nonce(), draw.ids(), now), now)
  }
  const give = (over: object = {}) =>
    run(refundGift, { transfer: 'FT1', because: 'gửi nhầm', by: 'Lan', amountVnd: 20_000, ...over })

  it('of money without a code waits for a person, and ends with the transfer that carries its words', async () => {
    await income('FT1')
    const { refund: made, memo } = await give()
    expect([made.state, memo]).toEqual(['to-transfer', `HOAN ${made.id}`])
    at(90)
    await keepOutgoing({ ...transfer, transactionId: 'OUT0', direction: 'out', amountVnd: 20_000, text: 'tien dien' })
    expect(await run(follow)).toMatchObject({ due: 1, ended: 0 })
    await keepOutgoing({
      ...transfer,
      transactionId: 'OUT1',
      direction: 'out',
      amountVnd: 20_000,
      text: `mb ${memo}.ct`,
    })
    at(400)
    expect(await run(follow)).toMatchObject({ due: 1, ended: 1 })
    expect(await refundById(made.id)).toMatchObject({ state: 'done', transactionId: 'OUT1', endedBy: 'bank' })
    expect(await sums('unallocated')).toEqual({ receivedVnd: 70_000, refundedVnd: 20_000, leftVnd: 50_000 })
    expect(refusedBy(await give({ amountVnd: 50_001 }))).toBe('refund-too-much')
  })
  it('is ended by a person with the bank’s reference, or taken back', async () => {
    await income('FT1')
    const [first, second] = [(await give()).refund, (await give({ nth: 2 })).refund]
    expect((await run(finish)).refunds).toHaveLength(2)
    await run(finish, { id: first.id.toLowerCase(), reference: 'REF1', by: 'Hoa' })
    await run(finish, { id: second.id, end: 'refused', by: 'Hoa' })
    expect(await sums('unallocated')).toEqual({ receivedVnd: 70_000, refundedVnd: 20_000, leftVnd: 50_000 })
    expect((await give({ amountVnd: undefined })).refund.amountVnd).toBe(50_000)
    expect(refusedBy(await run(finish, { id: 'NOBODY', by: 'Hoa', reference: 'x' }))).toBe('refund-unknown')
  })
})
