import { createHmac } from 'node:crypto'
import type { Donation } from '../../../functions/donations/donation.ts'

export const account = { secretKey: 'sk_test_ofthetests1', webhookSecret: 'whsec_of_the_tests' }

let number = 0
/** A session as Stripe tells of it, paid unless `over` says otherwise; a payment of its own each time. */
export const sessionOf = (of: Pick<Donation, 'amountVnd' | 'attempts'>, over: Record<string, unknown> = {}) => ({
  ...{ id: `cs_test_${++number}`, object: 'checkout.session', mode: 'payment', status: 'complete' },
  ...{ amount_total: of.amountVnd, currency: 'vnd', payment_status: 'paid', payment_intent: `pi_${number}` },
  client_reference_id: of.attempts.at(-1)!.reference,
  ...over,
})

/** An event as its bytes. */
export const eventOf = (object: object, type = 'checkout.session.completed', over: object = {}): string =>
  JSON.stringify({
    ...{ id: `evt_${number}`, object: 'event', created: 1_790_000_000, livemode: false, type },
    data: { object },
    ...over,
  })

const nowSeconds = () => Math.floor(Date.now() / 1_000)
export const v1 = (body: string, t: number | string, secret = account.webhookSecret): string =>
  createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')
/** The header that proves it. */
export const signed = (body: string, secret = account.webhookSecret, t = nowSeconds()): string =>
  `t=${t},v1=${v1(body, t, secret)}`
