import * as z from 'zod'
import { add, type Vnd } from '../money.ts'
import type { Donation } from './donation.ts'
import { type ProviderName, providers } from './way.ts'

/**
 * asked: kept, and certainly not sent. sent: the provider was called and nothing is known yet. accepted is not done.
 * unknown: no word, so it may have happened. to-transfer: a person sends it by the bank. gone: it left without us, and its
 * reference is not known yet.
 */
export const refundStates = ['asked', 'sent', 'accepted', 'unknown', 'to-transfer', 'gone', 'done', 'refused'] as const
export const refundState = z.enum(refundStates)
export type RefundState = z.infer<typeof refundState>

const instant = z.iso.datetime()

/** A refund as what it is taken from remembers it. */
export const refunded = z.object({
  id: z.string(),
  paymentKey: z.string(),
  amountVnd: z.int().positive(),
  state: refundState,
  entryId: z.string(),
  endedAt: instant.optional(),
})
export type Refunded = z.infer<typeof refunded>

/** Money that came, as far as it concerns what goes back. */
export const came = z.object({
  /** Where it is remembered: a donation by its id, a transfer without a code by its transaction. */
  from: z.enum(['donation', 'income']),
  id: z.string(),
  paymentKey: z.string(),
  provider: z.enum(providers),
  transactionId: z.string(),
  /** The attempt that it paid, and when that was made; of a transfer without a code, when it came. */
  reference: z.string(),
  createdAt: instant,
  amountVnd: z.int().positive(),
  program: z.string(),
  entryId: z.string(),
})
export type Came = z.infer<typeof came>

/** Đồng of a payment that may still go back: what came without all that goes or went back. */
export const leftOf = (
  { paymentKey, amountVnd }: Pick<Came, 'paymentKey' | 'amountVnd'>,
  refunds: readonly Refunded[],
) => add(amountVnd, ...backOf(paymentKey, refunds).map((each) => -each.amountVnd))

/** Refunds that were not refused: money that goes or went back. */
export const goingBack = (refunds: readonly Refunded[]): Refunded[] =>
  refunds.filter(({ state }) => state !== 'refused')

/** Those of a payment. */
export const backOf = (paymentKey: string, refunds: readonly Refunded[]): Refunded[] =>
  goingBack(refunds).filter((each) => each.paymentKey === paymentKey)

/** Has it no end yet? */
export const isUnderWay = ({ state }: Pick<Refunded, 'state'>): boolean => state !== 'done' && state !== 'refused'

/** Đồng that went back for certain. */
export const refundedVnd = (refunds: readonly Refunded[]): Vnd =>
  refunds.reduce((sum, { state, amountVnd }) => (state === 'done' ? sum + amountVnd : sum), 0)

/** What came by one payment of a donation. */
export function cameBy(of: Donation, payment: Donation['payments'][number]): Came {
  const [provider = '', ...rest] = payment.key.split('#')
  const reference = payment.reference ?? of.attempts[0]!.reference
  return {
    from: 'donation',
    id: of.id,
    paymentKey: payment.key,
    provider: provider as ProviderName,
    transactionId: rest.join('#'),
    reference,
    createdAt: of.attempts.find((each) => each.reference === reference)?.createdAt ?? of.createdAt,
    amountVnd: payment.amountVnd,
    program: of.program,
    entryId: payment.entryId,
  }
}
