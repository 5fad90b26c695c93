import { describe, expect, it } from 'vitest'
import { handler as finish } from '../../../functions/donations/finish-refund.ts'
import { handler as follow } from '../../../functions/donations/follow-refunds.ts'
import { askFor } from '../../../functions/donations/refund.ts'
import { handler as refundGift } from '../../../functions/donations/refund-gift.ts'
import { keepRefund, openRefunds, refundById } from '../../../functions/donations/refund-store.ts'
import { cameBy } from '../../../functions/donations/refundable.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { readHold } from '../../../functions/ledger/hold-store.ts'
import { handler as review } from '../../../functions/review/resolve.ts'
import { keepIncome, keepOutgoing } from '../../../functions/transfers/store.ts'
import { clock, commands } from '../../../functions/triggers.ts'
import { draw } from '../gifts.ts'
import { crashAt } from '../ledger/crash.ts'
import { at, now, openRefunding, provider, received, refund, refusedBy, run, sums } from './refunding.ts'

openRefunding()

describe('races and crashes', () => {
  it('twenty equal orders at once are one refund, sent once', async () => {
    const gift = await received()
    const told = await Promise.all(Array.from({ length: 20 }, () => refund(gift.code)))
    expect(told.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect([provider.sent.length, (await openRefunds()).length]).toEqual([1, 1])
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
    provider.says = Array(20).fill({ state: 'done', code: '06' })
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
      provider.sent = []
      const crash = crashAt(step, 'after')
      await refund(gift.code).catch((error: Error) => expect(error.message).toBe('crash'))
      crash.mend()
      at(90)
      await run(follow)
      const after = (await refund(gift.code)).refund
      const mine = provider.sent.filter(({ reference }) => reference === gift.attempts[0]!.reference)
      expect([step, mine.length <= 1]).toEqual([step, true])
      // Only an order that was marked and perhaps never sent is in doubt; it stays followed.
      expect(['accepted', 'sent']).toContain(after.state)
      expect((await donationById(gift.id))!.refunds).toHaveLength(1)
    }
  })
  it('none is begun that might not end before its function does', async () => {
    const gift = await received()
    const order = { amountVnd: 20_000, because: 'trả trùng', by: 'Lan' }
    for (const nth of [1, 2])
      await keepRefund(askFor(cameBy(gift, gift.payments[0]!), { ...order, nth }, 'asked', `e${nth}`, now))
    at(90)
    provider.takesMs = 29_000
    for (const sent of [1, 2]) {
      await run(follow)
      expect(provider.sent).toHaveLength(sent)
    }
    const limitOf = (verb: string) =>
      [...clock, ...commands].find(({ run }) => run === verb) as { timeoutSeconds: number }
    expect(limitOf('donations/refund-gift').timeoutSeconds).toBeGreaterThan(30 + 10)
    expect(limitOf('donations/follow-refunds').timeoutSeconds).toBeGreaterThan(12 + 30)
  })
})

describe('a refund by hand', () => {
  const transfer = { account: '001', amountVnd: 70_000, at: now, text: 'ung ho', direction: 'in' as const }
  const income = async (transactionId: string) => {
    at(0)
    const of = { ...transfer, transactionId }
    await keepIncome(of, draw, now)
  }
  const give = (over: object = {}) =>
    run(refundGift, { transfer: 'FT1', because: 'gửi nhầm', by: 'Lan', amountVnd: 20_000, ...over })

  it('that was transferred with another sum waits on, and a person is told', async () => {
    await income('FT1')
    const { refund: made, memo } = await give()
    const out = { ...transfer, direction: 'out' as const, text: `MB ${memo}` }
    await keepOutgoing({ ...out, transactionId: 'OUT1', amountVnd: 2_000 })
    for (const seconds of [90, 400]) {
      at(seconds)
      expect(await run(follow)).toMatchObject({ due: 1, ended: 0 })
    }
    expect((await run(review)).reviews).toMatchObject([
      { reason: 'refund-other-sum', refund: made.id, reference: 'OUT1', amountVnd: 2_000, pledgedVnd: 20_000 },
    ])
    const sent = [{ reference: 'OUT1', vnd: 2_000 }]
    expect((await run(finish)).refunds).toMatchObject([{ id: made.id, memo, sent, came: 'FT1' }])
    expect((await run(finish, { id: made.id, end: 'refused', by: 'Lan', plan: true })).refunds).toMatchObject([
      { sent },
    ])
    // The right sum ends it, and does not take the other one out of sight.
    await keepOutgoing({ ...out, transactionId: 'OUT2', amountVnd: 20_000 })
    at(2_000)
    await keepOutgoing({ ...out, transactionId: 'OUT3', amountVnd: 20_000 })
    expect(await run(follow)).toMatchObject({ due: 1, ended: 1 })
    const { reviews } = await run(review)
    expect(reviews.map(({ reference }: { reference: string }) => reference).sort()).toEqual(['OUT1', 'OUT3'])
  })
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
    expect((await run(review)).reviews).toEqual([])
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
