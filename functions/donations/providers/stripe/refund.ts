import * as z from 'zod'
import type { Told } from '../../payment.ts'
import type { Back, RefundSaid } from '../provider.ts'
import { type Line, list, look, tell } from './api.ts'

const refundShape = z.object({
  id: z.string(),
  amount: z.int(),
  currency: z.string(),
  status: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
})
type Refund = z.infer<typeof refundShape>

const states: Readonly<Record<string, RefundSaid['state']>> = {
  succeeded: 'done',
  pending: 'accepted',
  requires_action: 'accepted',
  failed: 'refused',
  canceled: 'refused',
}
const saidOf = ({ id, status }: Refund): RefundSaid => ({
  state: states[status ?? ''] ?? 'unknown',
  code: status ?? 'none',
  transactionId: id,
})

const refundsOf = (paymentIntent: string, line: Line): Promise<Refund[]> =>
  list(line, 'refunds', { payment_intent: paymentIntent }, refundShape)

const ours = ({ metadata }: Refund): string | undefined => metadata?.refundReference

/** What became of a refund; `none` if Stripe has none by our name. */
export async function followRefund({ refundReference, transactionId }: Back, line: Line): Promise<RefundSaid> {
  const found = (await refundsOf(transactionId, line)).find((each) => ours(each) === refundReference)
  return found ? saidOf(found) : { state: 'unknown', code: 'none' }
}

/** Gives back all or a part. Stripe forgets a key after a day, but never our name on a refund: one that is there is not made twice. */
export async function refund(back: Back, line: Line): Promise<RefundSaid> {
  const before = await followRefund(back, line)
  if (before.code !== 'none') return before
  const fields = {
    payment_intent: back.transactionId,
    amount: String(back.amountVnd),
    reason: 'requested_by_customer',
    'metadata[refundReference]': back.refundReference,
    'metadata[reference]': back.reference,
  }
  const said = await tell(line, 'refunds', fields, back.refundReference)
  return said.refused ? { state: 'refused', code: said.code } : saidOf(refundShape.parse(said.body))
}

const intentShape = z.object({ metadata: z.record(z.string(), z.string()) })

/** Our reference of a payment intent; undefined if it was none of ours. */
export async function referenceOf(paymentIntent: string, line: Line): Promise<string | undefined> {
  const said = await look(line, `payment_intents/${paymentIntent}`)
  return said.refused ? undefined : intentShape.parse(said.body).metadata.reference
}

type Moved = Omit<Told, 'asked'>

/** Money that goes back without our asking, by the dashboard or by Stripe itself: each refund is looked at once. */
export async function foreignRefunds(paymentIntent: string, line: Line): Promise<Moved[]> {
  const reference = await referenceOf(paymentIntent, line)
  if (!reference) return []
  return (await refundsOf(paymentIntent, line))
    .filter((each) => ours(each) === undefined && states[each.status ?? ''] !== 'refused')
    .map((each) => moved(reference, each.id, each.amount, 'refunded', each.status ?? ''))
}

/** A card holder disputes a payment: Stripe takes the money back at once, and a fee. */
export async function disputed(
  { id, payment_intent, amount, reason }: { id: string; payment_intent: string; amount: number; reason: string },
  line: Line,
): Promise<Moved[]> {
  const reference = await referenceOf(payment_intent, line)
  return reference ? [moved(reference, id, amount, 'disputed', reason)] : []
}

const moved = (
  reference: string,
  transactionId: string,
  amountVnd: number,
  responseCode: string,
  transactionStatus: string,
): Moved => ({
  provider: 'stripe',
  reference,
  transactionId,
  amountVnd,
  meaning: 'moved',
  responseCode,
  transactionStatus,
})
