import { findMemos } from '../donations/memo.ts'
import { type Alongside, type Draw, settle } from '../donations/payment-store.ts'
import { allEntities } from '../entities/store.ts'
import { keepReview } from '../review/store.ts'
import { key } from '../store/keys.ts'
import { get } from '../store/table.ts'
import { dayOf } from '../time.ts'
import { asRepeat, heldBy, hold } from './held-store.ts'
import { keepIncome, keepOutgoing } from './store.ts'
import { decidedWith, isToldBefore, MaybeSame, sayBare, ToldBefore, toldWith } from './told-store.ts'
import { isOtherDay, sameAccount, type Transfer, toldIdOf } from './transfer.ts'

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
 * is never refused for its sum or its memo. `isDecided`: a person said that it is money of its own.
 */
export async function recordTransfer(
  told: Transfer,
  draw: Draw,
  now: string,
  { isDecided = false } = {},
): Promise<TransferRecorded> {
  if (!(await isOurs(told.account))) return keepForeign(told, now)
  if (await isToldBefore(told)) return 'known'
  if (told.direction === 'out') return (await keepOutgoing(told)) ? 'outgoing' : 'known'
  const { of, isSecond } = await named(told)
  if (isSecond) return keepSecond(of, now)
  if (!isDecided && (await isHeld(of))) return 'held'
  const memos = findMemos(of.text).slice(0, mostMemos)
  const memo = memos[0] ?? ''
  if (!isDecided) await sayBare(of, memo, now)
  try {
    return await keepMoney(of, memos, draw, now, async () =>
      isDecided ? decidedWith(of, memo, now) : toldWith(of, memo, now),
    )
  } catch (error) {
    if (error instanceof ToldBefore) return 'known'
    if (error instanceof MaybeSame) return keepHeld(of, error.like, now)
    throw error
  }
}

/** A person looks at it, or looked, under either of its ids. */
const isHeld = async ({ transactionId, toldAs }: Transfer): Promise<boolean> =>
  (await heldBy(transactionId)) !== undefined ||
  (toldAs !== undefined && (await heldBy(toldIdOf(transactionId, toldAs))) !== undefined)

/** As the gift that a memo of ours names, else as money whose program nobody knows. */
async function keepMoney(
  of: Transfer,
  memos: readonly string[],
  draw: Draw,
  now: string,
  alongside: Alongside,
): Promise<'gift' | 'income' | 'known'> {
  const { transactionId, amountVnd, at: paidAt, toldAs } = of
  for (const reference of memos) {
    const said = { responseCode: '', transactionStatus: '', meaning: 'received' as const }
    const payment = { provider: 'bank' as const, reference, transactionId, amountVnd, paidAt, toldAs, ...said }
    const { settled } = await settle(payment, draw, now, alongside)
    if (settled !== 'unknown-order') return settled === 'new' ? 'gift' : 'known'
  }
  return (await keepIncome(of, draw, now, alongside)) ? 'income' : 'known'
}

/**
 * With the day in its id where another day's movement has the same reference and sum. `isSecond`: one of the same day has
 * them too, of which its teller told as of another.
 */
async function named(told: Transfer): Promise<{ of: Transfer; isSecond: boolean }> {
  const before = await standing(told.transactionId)
  const isNext = before !== undefined && isOtherDay(before.at, told.at)
  const of = isNext ? { ...told, transactionId: `${told.transactionId}.${dayOf(told.at).replaceAll('-', '')}` } : told
  const same = isNext ? await standing(of.transactionId) : before
  return { of, isSecond: same?.toldAs !== undefined && of.toldAs !== undefined && same.toldAs !== of.toldAs }
}

/** The movement of this id that is recorded, or held for a person. */
async function standing(transactionId: string): Promise<{ at: string; toldAs?: unknown } | undefined> {
  const payment = await get(key.payment('bank', transactionId))
  if (payment) return { at: String(payment.paidAt ?? payment.recordedAt), toldAs: payment.toldAs }
  return heldBy(transactionId)
}

/** Money that nobody may call lost, nor a second gift: it waits for a person. */
async function keepHeld(of: Transfer, like: string, now: string): Promise<'held'> {
  const { transactionId, amountVnd, at } = of
  const facts = { reason: 'maybe-same', provider: 'bank', transactionId, amountVnd, pledgedVnd: amountVnd }
  // First: what is held is not looked at again.
  await keepReview(at, `bank##${transactionId}#maybe-same`, { ...facts, like, at: now })
  await hold(of)
  return 'held'
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
