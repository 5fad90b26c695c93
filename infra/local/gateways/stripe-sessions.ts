import { type Form, idOf, pairsAt, textAt, type Wrong, wrong } from './stripe-wire.ts'

export interface Refund {
  id: string
  object: 'refund'
  amount: number
  currency: string
  payment_intent: string
  status: 'succeeded' | 'pending' | 'failed'
  metadata: Record<string, string>
  /** Seconds. */
  created: number
}

/** A Checkout Session with all that hangs on it. Amounts in đồng, times in milliseconds. */
export interface Payment {
  id: string
  reference: string
  amountVnd: number
  info: string
  lang: 'vi' | 'en'
  url: string
  returnUrl: string
  cancelUrl: string
  createdAt: number
  expiresAt: number
  status: 'open' | 'complete' | 'expired'
  paymentStatus: 'paid' | 'unpaid'
  /** Known once a card or a bank was reached. */
  intent: string | undefined
  metadata: Record<string, string>
  intentMetadata: Record<string, string>
  refunds: Refund[]
  /** Milliseconds; undefined while no money is here. */
  paidAt: number | undefined
  /** When a slow bank's money will come; undefined if none is on its way. */
  lateAt: number | undefined
}

const day = 86_400_000
const minute = 60_000

/** Makes a session of a form, as `POST /v1/checkout/sessions` does, or says which field is wrong. */
export function open(form: Form, origin: string, now: number): Payment | Wrong {
  const price = ['line_items', '0', 'price_data']
  const amount = textAt(form, ...price, 'unit_amount')
  const expiresAt = Number(textAt(form, 'expires_at')) * 1_000
  const locale = textAt(form, 'locale')
  const checks: [string, boolean][] = [
    ['mode', textAt(form, 'mode') === 'payment'],
    ['submit_type', ['', 'donate', 'pay', 'book', 'auto'].includes(textAt(form, 'submit_type'))],
    ['line_items[0][price_data][currency]', textAt(form, ...price, 'currency') === 'vnd'],
    ['line_items[0][price_data][unit_amount]', /^[1-9]\d{0,7}$/.test(amount)],
    ['line_items[0][price_data][product_data][name]', textAt(form, ...price, 'product_data', 'name') !== ''],
    ['line_items[0][quantity]', textAt(form, 'line_items', '0', 'quantity') === '1'],
    ['client_reference_id', /^[\w-]{1,200}$/.test(textAt(form, 'client_reference_id'))],
    ['locale', ['auto', 'en', 'vi'].includes(locale)],
    ['success_url', /^https?:\/\//.test(textAt(form, 'success_url'))],
    ['expires_at', expiresAt >= now + 30 * minute && expiresAt <= now + day],
  ]
  const bad = checks.find(([, good]) => !good)
  if (bad) return wrong(bad[0])
  if (Number(amount) < 13_000) return wrong('line_items[0][price_data][unit_amount]', 'amount_too_small')
  const id = idOf('cs_test', 58)
  return {
    ...{ id, url: `${origin}/c/pay/${id}#fidkdWxOYHwnPyd1blpxYHZxWjA0`, createdAt: now, expiresAt },
    ...{ reference: textAt(form, 'client_reference_id'), amountVnd: Number(amount) },
    info: textAt(form, ...price, 'product_data', 'name'),
    lang: locale === 'vi' ? 'vi' : 'en',
    returnUrl: textAt(form, 'success_url'),
    cancelUrl: textAt(form, 'cancel_url'),
    metadata: pairsAt(form, 'metadata'),
    intentMetadata: pairsAt(form, 'payment_intent_data', 'metadata'),
    ...{
      status: 'open',
      paymentStatus: 'unpaid',
      intent: undefined,
      refunds: [],
      paidAt: undefined,
      lateAt: undefined,
    },
  }
}

const seconds = (ms: number): number => Math.floor(ms / 1_000)

/** The session as Stripe writes it. */
export const sessionOf = (of: Payment) => ({
  ...{
    id: of.id,
    object: 'checkout.session',
    livemode: false,
    mode: 'payment',
    currency: 'vnd',
    submit_type: 'donate',
  },
  ...{ amount_subtotal: of.amountVnd, amount_total: of.amountVnd, client_reference_id: of.reference },
  ...{ created: seconds(of.createdAt), expires_at: seconds(of.expiresAt), locale: of.lang, metadata: of.metadata },
  ...{ payment_intent: of.intent ?? null, payment_status: of.paymentStatus, status: of.status },
  ...{ success_url: of.returnUrl, cancel_url: of.cancelUrl, url: of.status === 'open' ? of.url : null },
})

/** A charge as `charge.refunded` tells of it: since 2022 without its refunds. */
export const chargeOf = (of: Payment) => ({
  ...{ id: `ch_${of.id.slice(-24)}`, object: 'charge', amount: of.amountVnd, currency: 'vnd', livemode: false },
  amount_refunded: refundedVnd(of),
  ...{ payment_intent: of.intent ?? null, metadata: of.intentMetadata, refunded: refundedVnd(of) >= of.amountVnd },
})

export const refundedVnd = ({ refunds }: Payment): number =>
  refunds.filter(({ status }) => status !== 'failed').reduce((sum, { amount }) => sum + amount, 0)

/** Gives money back, as `POST /v1/refunds` does, or says why not. */
export function giveBack(
  of: Payment | undefined,
  amount: number,
  status: Refund['status'],
  metadata: Record<string, string>,
  now: number,
): Refund | Wrong {
  if (!of?.intent || of.paymentStatus !== 'paid') return wrong('payment_intent', 'resource_missing', 404)
  const left = of.amountVnd - refundedVnd(of)
  if (left === 0) return wrong('payment_intent', 'charge_already_refunded')
  if (!Number.isInteger(amount) || amount <= 0 || amount > left) return wrong('amount')
  const made: Refund = {
    ...{ id: idOf('re'), object: 'refund', amount, currency: 'vnd', payment_intent: of.intent, status, metadata },
    created: seconds(now),
  }
  of.refunds.unshift(made)
  return made
}
