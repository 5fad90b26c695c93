import { expect, it } from 'vitest'
import { attemptAt, needsAttempt, pledge } from '../../../functions/donations/donation.ts'
import { hear } from '../../../functions/donations/payment.ts'
import { makeGift } from '../../make.ts'
import { told } from '../gifts.ts'

it('after a failure one tries again by another attempt, for a page is good for one try, whoever made it', () => {
  const now = '2026-11-23T07:05:09.000Z'
  const momo = { provider: 'momo' as const }
  const ids = { donation: 'd', receiptKey: 'k', code: 'ABCDEFGH', nameId: 'n' }
  const ours = pledge(makeGift(), ids, attemptAt(momo, 'LC1', 600, now), now)
  const theirs = { ...ours, attempts: [{ ...ours.attempts[0]!, payUrl: 'https://pay.test/1' }] }
  const heard = hear(theirs, told(theirs, { meaning: 'failed', responseCode: '1006' }), now)!
  expect(needsAttempt(theirs, momo, now)).toBe(false)
  expect(needsAttempt({ ...theirs, heard }, momo, now)).toBe(true)
  expect(needsAttempt({ ...ours, heard }, momo, now)).toBe(true)
  expect([needsAttempt(ours, momo, now), needsAttempt(ours, momo, now, 'LC1')]).toEqual([false, true])
  expect(needsAttempt({ ...theirs, heard: { ...heard, meaning: 'moved' } }, momo, now)).toBe(false)
})
