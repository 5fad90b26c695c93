import * as z from 'zod'
import { seconds } from '../../../time.ts'
import type { Told } from '../../payment.ts'
import { isLive, type StripeAccount } from './account.ts'
import type { Line } from './api.ts'
import { disputed, foreignRefunds } from './refund.ts'
import { session, toldBy } from './session.ts'
import { isSigned } from './signature.ts'

const eventShape = z.object({
  type: z.string(),
  created: z.int(),
  livemode: z.boolean(),
  data: z.object({ object: z.unknown() }),
})
export type Event = z.infer<typeof eventShape>

const charge = z.object({ payment_intent: z.string().nullish() })
const dispute = z.object({
  id: z.string(),
  amount: z.int(),
  reason: z.string(),
  payment_intent: z.string().nullish(),
})

/** Reads a notification from its bytes. What is signed, but of the other mode (test or live), is as good as forged. Throws on half an event. */
export function readEvent(
  raw: Buffer,
  header: string | undefined,
  account: StripeAccount,
  now: string,
): { forged: true } | { forged: false; event: Event } {
  const secrets = [account.webhookSecret, account.webhookSecretBefore].filter((secret) => secret !== undefined)
  if (!isSigned(raw, header ?? '', secrets, seconds(now))) return { forged: true }
  const event = eventShape.parse(JSON.parse(raw.toString('utf8')))
  return event.livemode === isLive(account) ? { forged: false, event } : { forged: true }
}

/** What an event says of attempts of ours, as facts to record; nothing for events that we have no use for. Throws on half a fact. */
export async function toldByEvent({ type, created, data }: Event, line: Line): Promise<Omit<Told, 'asked'>[]> {
  switch (type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired': {
      const read = session.parse(data.object)
      // Made by somebody else who sells or collects by this account: no reference, and no money of ours.
      if (!read.client_reference_id) return []
      const told = toldBy(read, new Date(created * 1_000).toISOString())
      if (typeof told === 'string') throw new Error(`stripe: ${type} without its ${told}`)
      return [type.endsWith('_failed') ? { ...told, meaning: 'failed', responseCode: 'async_payment_failed' } : told]
    }
    case 'charge.refunded': {
      const { payment_intent } = charge.parse(data.object)
      return payment_intent ? foreignRefunds(payment_intent, line) : []
    }
    case 'charge.dispute.created': {
      const { payment_intent, ...read } = dispute.parse(data.object)
      return payment_intent ? disputed({ ...read, payment_intent }, line) : []
    }
    default:
      return []
  }
}
