import { keepReview } from '../review/store.ts'
import { dayOf, later } from '../time.ts'
import { outgoingOn } from '../transfers/store.ts'
import type { Transfer } from '../transfers/transfer.ts'
import type { Back, Gateway, RefundSaid } from './providers/provider.ts'
import { backTo, heardOf, moved, namesRefund, nextLook, type Refund } from './refund.ts'
import { keepStep, refundById, sourceOf } from './refund-store.ts'

/** What taking a refund on needs beside the table. */
export interface Hands {
  nonce: () => string
  /** Notes a provider's silence; it is no fault of ours. */
  note: (error: unknown) => void
}

/**
 * Sends an order that certainly was not sent: who marks it first sends it, and nobody ever sends it again. Without an
 * answer it may have happened, and is followed.
 */
export async function sendRefund(asked: Refund, { refund }: Pick<Gateway, 'refund'>, hands: Hands, now: string) {
  if (!refund) throw new Error('donations: this provider gives nothing back')
  const sent = moved(asked, 'sent', now)
  if (!(await keepStep(asked, sent, hands.nonce))) return (await refundById(asked.id)) ?? asked
  return hear(sent, (back) => refund(back), hands, now)
}

/** Asks what became of an order that was sent. */
export const followRefund = (
  of: Refund,
  { followRefund: follow }: Pick<Gateway, 'followRefund'>,
  hands: Hands,
  now: string,
) => hear(of, async (back) => (follow ? follow(back) : { state: 'unknown', code: 'nobody to ask' }), hands, now)

async function hear(of: Refund, say: (back: Back) => Promise<RefundSaid>, hands: Hands, now: string): Promise<Refund> {
  const { refunds } = await sourceOf(of.came)
  const said = await say(backTo(of, refunds, now)).catch((error: unknown): RefundSaid => {
    hands.note(error)
    return { state: 'unknown', code: 'no answer' }
  })
  const after = heardOf(of, said, now)
  await keepStep(of, after, hands.nonce)
  return after
}

const searchedDays = 60
/** Officers wait for it, and a transfer that is not seen is made twice. */
const lookAgainSeconds = 3_600

/** Transfers that left the account since a refund was asked for and carry its words, whatever their sum; the first one first. */
export async function transfersOf(of: Pick<Refund, 'id' | 'askedAt'>, now: string): Promise<Transfer[]> {
  const days = Array.from({ length: searchedDays }, (_, back) => dayOf(later(now, -back * 86_400)))
  const found = await Promise.all(days.filter((day) => day >= dayOf(of.askedAt)).map(outgoingOn))
  const earlier = (a: Transfer, b: Transfer) => (`${a.at} ${a.transactionId}` < `${b.at} ${b.transactionId}` ? -1 : 1)
  return found
    .flat()
    .filter((each) => namesRefund(of, each))
    .sort(earlier)
}

/** Another sum went than the book would say, or one more: a person must look. */
const otherSum = ({ id, askedAt, came, amountVnd }: Refund, sent: Transfer, now: string) =>
  keepReview(askedAt, `refund#${id}#${sent.transactionId}`, {
    reason: 'refund-other-sum',
    ...(came.from === 'donation' ? { donation: came.id } : {}),
    ...{ refund: id, program: came.program, provider: 'bank', reference: sent.transactionId, at: now },
    ...{ transactionId: came.transactionId, amountVnd: sent.amountVnd, pledgedVnd: amountVnd },
  })

/** Ends a refund by hand if a transfer that left the account carries its words and its sum; any other is for a person. */
export async function lookForTransfer(of: Refund, hands: Hands, now: string): Promise<Refund> {
  const named = await transfersOf(of, now)
  const carried = named.find(({ amountVnd }) => amountVnd === of.amountVnd)
  const after = carried
    ? moved(of, 'done', now, { transactionId: carried.transactionId, endedBy: 'bank' })
    : { ...of, nextAt: [nextLook(of.askedAt, now), later(now, lookAgainSeconds)].sort()[0]! }
  for (const each of named) if (each !== carried) await otherSum(of, each, now)
  await keepStep(of, after, hands.nonce)
  return after
}
