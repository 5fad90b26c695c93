import { describe, expect, it } from 'vitest'
import { handler as finish } from '../../../functions/donations/finish-refund.ts'
import { handler as follow } from '../../../functions/donations/follow-refunds.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { memoOf } from '../../../functions/donations/refund.ts'
import { openRefunds } from '../../../functions/donations/refund-store.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { readHold } from '../../../functions/ledger/hold-store.ts'
import { readLedger } from '../../../functions/ledger/store.ts'
import { handler as review } from '../../../functions/review/resolve.ts'
import { keepOutgoing } from '../../../functions/transfers/store.ts'
import { draw, pledged, told } from '../gifts.ts'
import { at, now, openRefunding, provider, received, refund, refusedBy, run, sums } from './refunding.ts'

openRefunding()
const out = { account: '1', transactionId: 'OUT', direction: 'out', at: now } as const

describe('a refund by its provider', () => {
  it('is told first, then ordered, followed and done: one entry, opposite to the gift', async () => {
    const gift = await received()
    const told = await refund(gift.code, { plan: true })
    expect(told).toMatchObject({
      isNew: true,
      refund: { state: 'asked' },
      came: { amountVnd: 50_000, leftVnd: 50_000 },
    })
    expect([await openRefunds(), provider.sent]).toEqual([[], []])
    const { refund: made } = await refund(gift.code)
    expect(made).toMatchObject({ state: 'accepted', code: '05', amountVnd: 20_000 })
    expect(provider.sent).toMatchObject([{ amountVnd: 20_000, paidVnd: 50_000, by: 'Lan', createdAt: now }])
    at(90)
    provider.says = [{ state: 'accepted', code: '05' }]
    expect(await run(follow)).toMatchObject({ due: 1, ended: 0 })
    expect(await run(follow)).toMatchObject({ due: 0 })
    at(400)
    provider.says = [{ state: 'done', code: '06' }]
    expect(await run(follow)).toMatchObject({ due: 1, ended: 1 })
    expect(await run(follow)).toMatchObject({ due: 0 })
    expect(await sums()).toEqual({ receivedVnd: 50_000, refundedVnd: 20_000, leftVnd: 30_000 })
    const [entry] = await readLedger([`refund#${made.id}`])
    expect(entry).toMatchObject({ kind: 'refund', relatedEntryId: gift.payments[0]!.entryId })
    expect((await donationById(gift.id))!.refunds).toMatchObject([
      { id: made.id, state: 'done', entryId: entry!.entryId },
    ])
    expect((await readHold('heo')).held).toEqual([])
    expect(provider.sent).toHaveLength(1)
  })
  it('that went without us is booked by a person and no provider is called', async () => {
    const gift = await received()
    const { refund: made } = await refund(gift.code, { outside: true, amountVnd: 50_000 })
    expect([made.state, provider.sent]).toEqual(['gone', []])
    // The other officer is not told to transfer it, and no transfer that leaves now is taken for it.
    expect((await run(finish)).refunds[0]).not.toHaveProperty('memo')
    await keepOutgoing({ ...out, amountVnd: 50_000, text: memoOf(made) })
    at(90)
    expect(await run(follow)).toMatchObject({ due: 0 })
    await run(finish, { id: made.id, end: 'done', reference: 'dp_1', by: 'Lan' })
    expect(await sums()).toEqual({ receivedVnd: 50_000, refundedVnd: 50_000, leftVnd: 0 })
    expect(refusedBy(await refund(gift.code, { amountVnd: 1_000 }))).toBe('refund-too-much')
    expect(provider.sent).toEqual([])
  })
  it('refused leaves the money where it was, and it may be asked for again', async () => {
    const gift = await received()
    provider.says = [{ state: 'refused', code: '95' }]
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
    expect(refusedBy(await refund('ZZZZZZZZ', { because: 'x' }))).toBe('gift-unknown')
    const short = await refund(gift.code, { because: 'x', plan: true })
    expect(short.refused.vi.fields).toMatchObject([{ field: 'because', message: 'Ghi ít nhất 2 ký tự' }])
    expect((await refund(gift.code, { nth: null })).refused.vi.fields[0].message).toBe('Ghi một số từ 1 tới 99')
    expect(refusedBy(await refund((await pledged({}, now)).code))).toBe('gift-not-received')
    expect(refusedBy(await refund(gift.code, { amountVnd: 50_001 }))).toBe('refund-too-much')
    await refund(gift.code)
    expect(refusedBy(await refund(gift.code, { amountVnd: 30_001, plan: true }))).toBe('refund-too-much')
    expect(provider.sent).toHaveLength(1)
  })
  it('of all that is left is a new one beside an equal one before, and told again once nothing is left', async () => {
    const gift = await received()
    const rest = (over: object = {}) => refund(gift.code, { amountVnd: undefined, ...over })
    const { refund: half } = await refund(gift.code, { amountVnd: 25_000 })
    expect(await rest({ plan: true })).toMatchObject({ isNew: true, nth: 2, refund: { amountVnd: 25_000 } })
    const { isNew, refund: made } = await rest()
    expect([isNew, made.amountVnd, made.id === half.id]).toEqual([true, 25_000, false])
    expect(refusedBy(await rest({ nth: 2 }))).toBe('refund-too-much')
    for (const over of [{}, { plan: true }])
      expect(await rest(over)).toMatchObject({ isNew: false, refund: { id: made.id, state: 'accepted' } })
    expect(provider.sent).toHaveLength(2)
  })
  it('of all that is left is one, however many order it at once', async () => {
    const gift = await received()
    const told = await Promise.all(Array.from({ length: 10 }, () => refund(gift.code, { amountVnd: undefined })))
    expect(told.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(new Set(told.map(({ refund: made }) => made.id)).size).toBe(1)
    expect(provider.sent).toHaveLength(1)
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
    provider.says = ['down']
    expect((await refund(gift.code)).refund).toMatchObject({ state: 'unknown', code: 'no answer' })
    for (const days of [0.01, 1, 2, 3.1, 3.5]) {
      at(days * 86_400)
      provider.says = ['down']
      await run(follow)
    }
    expect([provider.sent.length, provider.followed.length]).toEqual([1, 5])
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
