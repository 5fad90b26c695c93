import * as z from 'zod'
import { later, seconds } from '../../../time.ts'
import type { Told } from '../../payment.ts'
import type { Order, Question, Said } from '../provider.ts'
import { type Line, list, look, tell } from './api.ts'

/** A Checkout Session, as far as we read it. `client_reference_id` is our reference. */
export const session = z.object({
  id: z.string(),
  client_reference_id: z.string().nullish(),
  amount_total: z.int().nullish(),
  currency: z.string().nullish(),
  payment_intent: z.string().nullish(),
  /** `paid`, `unpaid` or `no_payment_required` */
  payment_status: z.string(),
  /** `open`, `complete` or `expired` */
  status: z.string().nullish(),
  url: z.url().nullish(),
})
export type Session = z.infer<typeof session>

/** Stripe wants a session to stay open for 30 minutes at least; one that is begun again may begin this late. */
const staysOpenSeconds = 31 * 60

/** The same attempt always makes the same fields: the same key with others would be refused. */
export const sessionForm = (order: Order): Record<string, string> => ({
  mode: 'payment',
  submit_type: 'donate',
  // Cards and the wallets that hold them; others take days, and fail after the donor has left.
  'payment_method_types[0]': 'card',
  // The donor pays đồng, and the book shows what was paid.
  'adaptive_pricing[enabled]': 'false',
  client_reference_id: order.reference,
  'metadata[reference]': order.reference,
  'payment_intent_data[metadata][reference]': order.reference,
  'payment_intent_data[description]': order.info,
  'line_items[0][quantity]': '1',
  'line_items[0][price_data][currency]': 'vnd',
  'line_items[0][price_data][unit_amount]': String(order.amountVnd),
  'line_items[0][price_data][product_data][name]': order.info,
  locale: order.lang,
  expires_at: String(seconds(later(order.expiresAt, staysOpenSeconds))),
  success_url: order.returnUrl,
  cancel_url: order.returnUrl,
})

/** The page to pay. Throws if Stripe refuses, or leads to an origin that the city's pages may not lead to. */
export async function begin(order: Order, line: Line, payOrigin: string): Promise<string> {
  const said = await tell(line, 'checkout/sessions', sessionForm(order), order.reference)
  if (said.refused) throw new Error(`stripe: no session: ${said.code}`)
  const { url } = session.parse(said.body)
  if (!url || new URL(url).origin !== new URL(payOrigin).origin)
    throw new Error('stripe: the page stands at another origin than the stage says')
  return url
}

/** What a session says, as a fact to record. Money of another currency is no sum of ours: a person must look. */
export function toldBy(of: Session, paidAt?: string): Omit<Told, 'asked'> | 'half' | 'amount' {
  const { client_reference_id: reference, amount_total: amountVnd, payment_intent, payment_status, currency } = of
  const isPaid = payment_status === 'paid'
  if (!reference || !currency) return 'half'
  const told = { provider: 'stripe' as const, reference, transactionId: payment_intent ?? of.id }
  if (isPaid && !payment_intent) return 'half'
  if (isPaid && currency !== 'vnd') {
    const transactionStatus = `${amountVnd ?? '?'} ${currency}`
    return { ...told, amountVnd: 0, meaning: 'moved', responseCode: 'other-currency', transactionStatus }
  }
  if (!amountVnd || amountVnd < 0 || currency !== 'vnd') return 'amount'
  return {
    ...told,
    amountVnd,
    meaning: isPaid ? 'received' : of.status === 'expired' ? 'failed' : 'pending',
    responseCode: isPaid ? payment_status : (of.status ?? payment_status),
    transactionStatus: '',
    ...(isPaid && paidAt ? { paidAt } : {}),
  }
}

const idIn = (payUrl: string): string | undefined => /\/(cs_\w+)/.exec(new URL(payUrl).pathname)?.[1]

/**
 * What became of an attempt. Its session's id stands in the page's address, which we keep; without one it is looked for
 * among the sessions of that hour. (The same create again would say the id too, but the state of then.)
 */
export async function ask({ reference, createdAt, payUrl }: Question, line: Line): Promise<Said> {
  const id = payUrl === undefined ? undefined : idIn(payUrl)
  const found = id === undefined ? await findSession(reference, createdAt, line) : await sessionById(id, line)
  if (!found) return 'nothing'
  if (found.client_reference_id !== reference) throw new Error('stripe: answered for another order')
  return toldBy(found)
}

async function sessionById(id: string, line: Line): Promise<Session | undefined> {
  const said = await look(line, `checkout/sessions/${id}`)
  return said.refused ? undefined : session.parse(said.body)
}

async function findSession(reference: string, createdAt: string, line: Line): Promise<Session | undefined> {
  const window = {
    'created[gte]': String(seconds(createdAt) - 60),
    'created[lte]': String(seconds(createdAt) + staysOpenSeconds),
  }
  const isIt = (one: Session) => one.client_reference_id === reference
  return (await list(line, 'checkout/sessions', window, session, isIt)).find(isIt)
}
