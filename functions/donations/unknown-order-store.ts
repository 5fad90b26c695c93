import { keepReview } from '../review/store.ts'
import type { Told } from './payment.ts'

/** What was said of an order; of money that came, its sum or its transaction may be unreadable. */
type Word = Pick<Told, 'provider' | 'reference'> & {
  [fact in 'transactionId' | 'amountVnd' | 'meaning' | 'responseCode' | 'transactionStatus']?: Told[fact] | undefined
}

/**
 * Keeps what a provider said, signed, of an order that is not ours, for a person to look at: no provider need say it
 * again. `false`: no money came, and none may have moved.
 */
export async function keepUnknownOrder(word: Word, now: string): Promise<boolean> {
  const { provider, reference, transactionId, amountVnd, meaning, responseCode, transactionStatus } = word
  if (meaning !== 'received' && meaning !== 'moved') return false
  // By the month and not the moment, so that its repeats are this same item.
  await keepReview(now.slice(0, 7), `${provider}#${reference}#${transactionId ?? ''}#unknown-order`, {
    ...{ reason: 'unknown-order', provider, reference, transactionId, amountVnd, responseCode, transactionStatus },
    at: now,
  })
  return true
}
