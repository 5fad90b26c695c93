import { memoOf, namesRefund, type Refund } from '../donations/refund.ts'
import { refundById } from '../donations/refund-store.ts'
import { isPayoutTransfer, type Payout, payoutMemo } from '../payouts/payout.ts'
import { knownPayout } from '../payouts/store.ts'
import { dayOf } from '../time.ts'
import { outgoingOn } from '../transfers/store.ts'
import { carries, type Transfer } from '../transfers/transfer.ts'
import type { Left, Owed, WentOut } from './out.ts'
import { dayAfter, type TakenRow } from './taken.ts'

/** Days after an entry in which its transfer is looked for. */
const searchedDays = 10

/** Ids of so many letters behind a word, wherever a bank put it; overlapping ones too. */
const idsBehind = (word: string, length: number, { text }: Transfer): string[] => [
  ...new Set(
    [
      ...text
        .toUpperCase()
        .replace(/[^A-Z]/g, '')
        .matchAll(new RegExp(`${word}(?=([A-Z]{${length}}))`, 'g')),
    ].map((found) => found[1]!),
  ),
]

const isRefund = (of: Refund | undefined, transfer: Transfer): boolean =>
  of !== undefined && of.state !== 'refused' && of.amountVnd === transfer.amountVnd && namesRefund(of, transfer)
const isPayout = (of: Payout | undefined, transfer: Transfer): boolean =>
  of !== undefined && of.state === 'approved' && isPayoutTransfer(of, transfer)

/** A transfer later than this is no one's: by then a person was told that nothing had left. */
const carriesWithinDays = 62

/**
 * Is it the first transfer that carries an entry of this day? An entry is carried out once: what leaves with its words
 * again is money of its own.
 */
async function isFirst(own: Transfer, entryDay: string, isIt: (transfer: Transfer) => boolean): Promise<boolean> {
  const last = dayOf(own.at)
  const first = dayAfter(entryDay, -2)
  if (last < first || last > dayAfter(entryDay, carriesWithinDays)) return false
  const nameOf = ({ at, transactionId }: Transfer) => `${at} ${transactionId}`
  for (let day = first; day <= last; day = dayAfter(day))
    if ((await outgoingOn(day)).some((other) => isIt(other) && nameOf(other) < nameOf(own))) return false
  return true
}

/** The payout or refund that a transfer carried out, by the words in it: the day of its entry; undefined if none. */
export async function carriedBy(transfer: Transfer): Promise<string | undefined> {
  for (const id of idsBehind('CHI', 8, transfer)) {
    const of = await knownPayout(id)
    if (!of || !isPayout(of, transfer)) continue
    const day = dayOf(of.decidedAt ?? of.proposedAt)
    if (await isFirst(transfer, day, (each) => isPayout(of, each))) return day
  }
  for (const id of idsBehind('HOAN', 10, transfer)) {
    const of = await refundById(id)
    if (!of || !isRefund(of, transfer)) continue
    // It may leave as soon as it is asked for; its entry comes when it is seen.
    if (await isFirst(transfer, dayOf(of.askedAt), (each) => isRefund(of, each))) return dayOf(of.endedAt ?? of.askedAt)
  }
  return undefined
}

/** The days of the payouts and refunds that the transfers of some days carried out: their statements change. */
export async function daysCarried(days: readonly string[]): Promise<string[]> {
  const left = (await Promise.all(days.map(outgoingOn))).flat()
  return (await Promise.all(left.map(carriedBy))).flatMap((day) => day ?? [])
}

/** What left the account on a day, each with what explains it; `rows`: what the files say of it. */
export async function leftOn(day: string, rows: readonly TakenRow[]): Promise<Left[]> {
  const lines = new Map(rows.map(({ transactionId, line }) => [transactionId, line]))
  return Promise.all(
    (await outgoingOn(day)).map(async (of) => ({
      ...{ transactionId: of.transactionId, amountVnd: of.amountVnd, line: lines.get(of.transactionId) },
      isExplained: (await carriedBy(of)) !== undefined,
    })),
  )
}

/** Which of a day’s payouts and refunds by transfer a transfer carried, on that day or soon after; before it, a refund’s. */
export async function owedOn(day: string, payouts: readonly WentOut[], refunds: readonly WentOut[]): Promise<Owed[]> {
  if (payouts.length + refunds.length === 0) return []
  const days = Array.from({ length: searchedDays + 2 }, (_, place) => dayAfter(day, place - 2))
  const left = (await Promise.all(days.map(outgoingOn))).flat()
  const owed = (memo: (of: WentOut) => string) => (of: WentOut) => ({
    ...of,
    hasLeft: left.some((each) => each.amountVnd === of.amountVnd && carries(each, memo(of))),
  })
  return [...payouts.map(owed(payoutMemo)), ...refunds.map(owed(memoOf))]
}
