import { findMemos } from '../donations/memo.ts'
import { likeOf } from '../donations/payment.ts'
import { type Draw, settle } from '../donations/payment-store.ts'
import { donationByReference } from '../donations/store.ts'
import { allEntities } from '../entities/store.ts'
import { keepReview } from '../review/store.ts'
import { key } from '../store/keys.ts'
import { get } from '../store/table.ts'
import { dayOf } from '../time.ts'
import { asRepeat, hold } from './held-store.ts'
import { keepIncome, keepOutgoing, openIncome } from './store.ts'
import { isOtherDay, mayBeSame, sameAccount, type Transfer } from './transfer.ts'

/**
 * What became of a movement: a gift with a memo of ours; money without one; money that left; told before; held for a
 * person, for one was recorded with its reference and sum; or on an account that no entity has.
 */
export type TransferRecorded = 'gift' | 'income' | 'outgoing' | 'known' | 'held' | 'foreign'

/** Codes in one text that are looked up; more than one is rare. */
const mostMemos = 5

/** Did any entity ever take money on this account? */
export const isOurs = async (account: string): Promise<boolean> =>
  (await allEntities()).some(({ accounts }) => accounts.some(({ number }) => sameAccount(number, account)))

/**
 * Records one movement of the bank, whoever tells of it and however often: the payment fact is one for all. Money that came
 * is never refused for its sum or its memo.
 */
export async function recordTransfer(
  told: Transfer,
  draw: Draw,
  now: string,
  { isDecided = false } = {},
): Promise<TransferRecorded> {
  if (!(await isOurs(told.account))) return keepForeign(told, now)
  if (told.direction === 'out') return (await keepOutgoing(told)) ? 'outgoing' : 'known'
  const { of, isSecond } = await named(told)
  if (isSecond) return keepSecond(of, now)
  const { transactionId, amountVnd, at: paidAt, toldAs } = of
  for (const reference of findMemos(of.text).slice(0, mostMemos)) {
    const said = { responseCode: '', transactionStatus: '', meaning: 'received' as const }
    const payment = { provider: 'bank' as const, reference, transactionId, amountVnd, paidAt, toldAs, ...said }
    const { settled } = await settle({ ...payment, ...(isDecided ? { isDecided } : {}) }, draw, now)
    if (settled === 'maybe-same') return keepHeld(of, likeOf((await donationByReference('bank', reference))!, of)!, now)
    if (settled !== 'unknown-order') return settled === 'new' ? 'gift' : 'known'
  }
  const like = isDecided ? undefined : await incomeLike(of)
  if (like) return keepHeld(of, like, now)
  return (await keepIncome(of, draw, now)) ? 'income' : 'known'
}

/**
 * With the day in its id where another day's movement has the same reference and sum. `isSecond`: one of the same day has
 * them too, of which its teller told as of another.
 */
async function named(told: Transfer): Promise<{ of: Transfer; isSecond: boolean }> {
  const before = await get(key.payment('bank', told.transactionId))
  const isNext = typeof before?.paidAt === 'string' && isOtherDay(before.paidAt, told.at)
  const of = isNext ? { ...told, transactionId: `${told.transactionId}.${dayOf(told.at).replaceAll('-', '')}` } : told
  const same = isNext ? await get(key.payment('bank', of.transactionId)) : before
  return { of, isSecond: same?.toldAs !== undefined && of.toldAs !== undefined && same.toldAs !== of.toldAs }
}

/** Money that nobody may call lost, nor a second gift: it waits for a person. */
async function keepHeld(of: Transfer, like: string, now: string): Promise<'held'> {
  const { transactionId, amountVnd, at } = of
  await hold(of)
  const facts = { reason: 'maybe-same', provider: 'bank', transactionId, amountVnd, pledgedVnd: amountVnd }
  await keepReview(at, `bank##${transactionId}#maybe-same`, { ...facts, like, at: now })
  return 'held'
}

const likeWithinMs = 15 * 60_000

/** Money without a code that may be this, told once more by another teller. */
async function incomeLike({ transactionId, at }: Transfer): Promise<string | undefined> {
  const near = (await openIncome()).filter((of) => Math.abs(Date.parse(of.at) - Date.parse(at)) <= likeWithinMs)
  return near.find((of) => mayBeSame(of.transactionId, transactionId))?.transactionId
}

async function keepSecond(of: Transfer, now: string): Promise<'held' | 'known'> {
  const { repeat, isKnown } = await asRepeat(of)
  await keepHeld(repeat, of.transactionId, now)
  return isKnown ? 'known' : 'held'
}

/** Not our money, or an account that was not published: a person looks, once. */
async function keepForeign(of: Transfer, now: string): Promise<'foreign'> {
  const { transactionId, amountVnd, at } = of
  const facts = { reason: 'foreign-account', provider: 'bank', reference: '', transactionId, amountVnd }
  await keepReview(at, `bank##${transactionId}#foreign-account`, { ...facts, at: now })
  return 'foreign'
}
