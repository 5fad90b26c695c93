import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attemptAt, type Donation, pledge } from '../../../functions/donations/donation.ts'
import type { RefundSaid } from '../../../functions/donations/providers/provider.ts'
import {
  askFor,
  backTo,
  heardOf,
  isFinal,
  isUnclear,
  memoOf,
  moved,
  namesRefund,
  nextLook,
  type Refund,
  refund,
  refundEntry,
  refundId,
  remembered,
} from '../../../functions/donations/refund.ts'
import { cameBy, leftOf, type Refunded, refundStates } from '../../../functions/donations/refundable.ts'
import { ledgerItem } from '../../../functions/ledger/entry.ts'
import { later } from '../../../functions/time.ts'
import { makeGift } from '../../make.ts'

const now = '2026-11-23T07:05:09.000Z'
const nonce = Buffer.alloc(32, 1).toString('base64url')
const payment = {
  key: 'vnpay#14422574',
  reference: 'LC1',
  amountVnd: 50_000,
  receivedAt: now,
  entryId: 'gift1',
  number: '20261123-4839-2075-1',
  flags: [],
}
const ids = { donation: 'd1', receiptKey: 'k', code: 'ABCDEFGH', nameId: 'n' }
const donation: Donation = {
  ...pledge(makeGift(), ids, attemptAt({ provider: 'vnpay' }, 'LC1', 900, now), now),
  payments: [payment],
}
const came = cameBy(donation, payment)
const order = { amountVnd: 20_000, because: 'trả trùng', by: 'Lan', nth: 1 }
const asked = askFor(came, order, 'asked', 'e1', now)
const states = fc.constantFrom('done', 'accepted', 'refused', 'unknown')

describe('a refund', () => {
  it('knows what it is taken from', () => {
    expect(came).toEqual({
      ...{ from: 'donation', id: 'd1', paymentKey: 'vnpay#14422574', provider: 'vnpay', transactionId: '14422574' },
      ...{ reference: 'LC1', createdAt: now, amountVnd: 50_000, program: 'heo', entryId: 'gift1' },
    })
    expect(refund.parse(asked)).toEqual(asked)
  })
  it('is the same for the same order, and another one for another sum, payment or count', () => {
    const again = askFor(came, { ...order, by: 'Hoa' }, 'asked', 'e2', later(now, 5))
    expect([again.id, again.refundReference]).toEqual([asked.id, asked.refundReference])
    const others = [
      refundId(came.paymentKey, { amountVnd: 20_001, nth: 1 }),
      refundId(came.paymentKey, { amountVnd: 20_000, nth: 2 }),
      refundId('vnpay#1', { amountVnd: 20_000, nth: 1 }),
    ]
    expect(new Set([asked.id, ...others]).size).toBe(4)
    expect(asked.refundReference).toMatch(/^RF261123[A-Z]{18}$/)
  })
  it('never leaves an end, and never goes back to a state in which it could be sent', () => {
    fc.assert(
      fc.property(fc.array(states, { maxLength: 12 }), fc.boolean(), (words, hand) => {
        let of: Refund = hand ? askFor(came, order, 'to-transfer', 'e1', now) : moved(asked, 'sent', now)
        for (const [place, state] of words.entries()) {
          const before = of
          of = heardOf(of, { state, code: 'x' } satisfies RefundSaid, later(now, place + 1))
          expect(of.state).not.toBe('asked')
          if (before.state !== 'sent') expect(of.state).not.toBe('sent')
          if (isFinal(before.state)) expect(of.state).toBe(before.state)
          if (before.state === 'accepted') expect(of.state).not.toBe('unknown')
          expect(of.endedAt !== undefined).toBe(isFinal(of.state))
        }
      }),
    )
    for (const state of refundStates) expect(() => moved({ ...asked, state: 'done' }, state, now)).toThrow('never')
    expect(() => moved(asked, 'done', now)).toThrow('from asked never to done')
  })
  it('is never more than came, whatever is asked for and however it ends', () => {
    const step = fc.record({
      amountVnd: fc.integer({ min: 1, max: 40_000 }),
      ends: fc.constantFrom('done', 'refused', 'sent'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const refunds: Refunded[] = []
        for (const [nth, { amountVnd, ends }] of steps.entries()) {
          if (amountVnd > leftOf(came, refunds)) continue
          const made = askFor(came, { ...order, amountVnd, nth }, 'asked', `e${nth}`, now)
          const sent = moved(made, 'sent', now)
          refunds.push(remembered(ends === 'sent' ? sent : moved(sent, ends, now)))
        }
        const gone = refunds
          .filter(({ state }) => state !== 'refused')
          .reduce((sum, { amountVnd }) => sum + amountVnd, 0)
        expect(gone).toBeLessThanOrEqual(came.amountVnd)
        expect(leftOf(came, refunds)).toBe(came.amountVnd - gone)
      }),
    )
  })
  it('counts only what was taken from the same payment', () => {
    const other = remembered({ ...asked, came: { ...came, paymentKey: 'momo#1' } })
    expect(leftOf(came, [other, remembered(asked)])).toBe(30_000)
  })
  it('tells a provider whether it is the only one of its payment, ever and under way, and whether it was confirmed', () => {
    const [first, second] = [asked, askFor(came, { ...order, nth: 2 }, 'asked', 'e2', now)]
    const both = [remembered(first), remembered(second)]
    const ofAnother = remembered({ ...second, id: 'X', came: { ...came, paymentKey: 'vnpay#1' } })
    expect(backTo(first, [both[0]!, ofAnother], now)).toMatchObject({ isOnly: true, isOnlyOpen: true, paidVnd: 50_000 })
    for (const each of [first, second])
      expect(backTo(each, both, now)).toMatchObject({ isOnly: false, isOnlyOpen: false, isAccepted: false })
    for (const state of ['refused', 'done'] as const)
      for (const each of [first, second]) {
        const others = both.map((of) => (of.id === each.id ? of : { ...of, state }))
        expect(backTo(each, others, now)).toMatchObject({ isOnly: false, isOnlyOpen: true })
      }
    expect(backTo({ ...first, state: 'accepted' }, both, now).isAccepted).toBe(true)
  })
  it('is looked after with growing waits, and by a person after three days, or two weeks if it was accepted', () => {
    const sent = moved(asked, 'sent', now)
    expect([30, 60, 300, 3_600, 90_000].map((at) => nextLook(now, later(now, at)))).toEqual(
      [60, 300, 900, 21_600, 90_000 + 21_600].map((at) => later(now, at)),
    )
    const day = 86_400
    expect([3 * day - 1, 3 * day].map((at) => isUnclear(sent, later(now, at)))).toEqual([false, true])
    const accepted = heardOf(sent, { state: 'accepted', code: '05' }, now)
    expect([3 * day, 14 * day].map((at) => isUnclear(accepted, later(now, at)))).toEqual([false, true])
    expect(isUnclear(asked, later(now, 30 * day))).toBe(false)
    expect(isUnclear(heardOf(sent, { state: 'done', code: '06' }, now), later(now, 30 * day))).toBe(false)
  })
  it('that left without us waits for a person only, and ends as they say', () => {
    const gone = refund.parse(askFor(came, order, 'gone', 'e1', now))
    for (const end of ['done', 'refused'] as const) expect(moved(gone, end, now).endedAt).toBe(now)
    for (const state of ['asked', 'sent', 'to-transfer'] as const)
      expect(() => moved(gone, state, now)).toThrow('from gone never')
  })
  it('by hand is found on the account again, whatever the bank made of its words', () => {
    const byHand = askFor(came, order, 'to-transfer', 'e1', now)
    expect([byHand.state, memoOf(byHand)]).toEqual(['to-transfer', `HOAN ${byHand.id}`])
    const out = {
      direction: 'out',
      text: `MBVCB.99.hoan${byHand.id.toLowerCase()} CT tu 001`,
    } as const
    expect(namesRefund(byHand, out)).toBe(true)
    for (const other of [{ direction: 'in' as const }, { text: 'HOAN' }, { text: byHand.id }])
      expect(namesRefund(byHand, { ...out, ...other })).toBe(false)
  })
  it('done is one entry, opposite to its gift', () => {
    const done = moved(moved(asked, 'sent', now), 'done', later(now, 60))
    const entry = ledgerItem.parse(refundEntry(done, nonce))
    expect(entry).toMatchObject({
      ...{ kind: 'refund', program: 'heo', relatedEntryId: 'gift1', paymentKey: `refund#${asked.id}`, entryId: 'e1' },
      postings: [
        ['program:heo', -20_000],
        ['refunded:heo', 20_000],
      ],
    })
    expect(JSON.stringify(entry)).not.toMatch(/Lan|trả trùng/)
  })
})
