import { findMemos } from '../donations/memo.ts'
import { type Draw, settle } from '../donations/payment-store.ts'
import { allEntities } from '../entities/store.ts'
import { key } from '../store/keys.ts'
import { absent, ConditionFailed, get, put } from '../store/table.ts'
import { dayOf } from '../time.ts'
import { keepIncome, keepOutgoing } from './store.ts'
import { isOtherDay, sameAccount, type Transfer } from './transfer.ts'

/**
 * What became of a movement: a gift with a memo of ours; money without one; money that left; told before; or on an account
 * that no entity has.
 */
export type TransferRecorded = 'gift' | 'income' | 'outgoing' | 'known' | 'foreign'

/** Codes in one text that are looked up; more than one is rare. */
const mostMemos = 5

/** Did any entity ever take money on this account? */
export const isOurs = async (account: string): Promise<boolean> =>
  (await allEntities()).some(({ accounts }) => accounts.some(({ number }) => sameAccount(number, account)))

/**
 * Records one movement of the bank, whoever tells of it and however often: the payment fact is one for all. Money that came
 * is never refused for its sum or its memo.
 */
export async function recordTransfer(told: Transfer, draw: Draw, now: string): Promise<TransferRecorded> {
  if (!(await isOurs(told.account))) return keepForeign(told, now)
  if (told.direction === 'out') return (await keepOutgoing(told)) ? 'outgoing' : 'known'
  const of = await named(told)
  const { transactionId, amountVnd, at: paidAt } = of
  for (const reference of findMemos(of.text).slice(0, mostMemos)) {
    const said = { responseCode: '', transactionStatus: '', meaning: 'received' as const }
    const { settled } = await settle(
      { provider: 'bank', reference, transactionId, amountVnd, paidAt, ...said },
      draw,
      now,
    )
    if (settled !== 'unknown-order') return settled === 'new' ? 'gift' : 'known'
  }
  return (await keepIncome(of, draw, now)) ? 'income' : 'known'
}

/** With the day in its id where another day's movement has the same reference and sum. */
async function named(of: Transfer): Promise<Transfer> {
  const before = await get(key.payment('bank', of.transactionId))
  const isNext = typeof before?.paidAt === 'string' && isOtherDay(before.paidAt, of.at)
  return isNext ? { ...of, transactionId: `${of.transactionId}.${dayOf(of.at).replaceAll('-', '')}` } : of
}

/** Not our money, or an account that was not published: a person looks, once. */
async function keepForeign(of: Transfer, now: string): Promise<'foreign'> {
  const { transactionId, account, direction, amountVnd, at } = of
  await put(
    {
      ...key.review(at.slice(0, 7), at, `bank##${transactionId}#foreign-account`),
      v: 1,
      reason: 'foreign-account',
      provider: 'bank',
      reference: '',
      ...{ transactionId, account, direction, amountVnd, movedAt: at, at: now },
    },
    absent,
  ).catch((error: unknown) => {
    if (!(error instanceof ConditionFailed)) throw error
  })
  return 'foreign'
}
