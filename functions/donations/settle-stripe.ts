import * as z from 'zod'
import { accessTo } from '../door/access.ts'
import { type Call, type Contract, http, type Reply } from '../door/http.ts'
import { count } from '../door/log.ts'
import { draw } from '../door/random.ts'
import { settle } from './payment-store.ts'
import { accountOf } from './providers/stripe/account.ts'
import { readEvent, toldByEvent } from './providers/stripe/told.ts'
import { noteHeard } from './pulse-store.ts'
import { keepUnknownOrder } from './unknown-order-store.ts'

export const contract = {
  summary: 'Stripe tells of a payment; any 2xx ends its notification, all else has it repeated for three days',
  signed: true,
  replies: {
    200: { description: 'Heard, and recorded if it was of use', schema: z.object({ received: z.literal(true) }) },
    400: { description: 'Not signed by Stripe, or too long ago', schema: z.object({ received: z.literal(false) }) },
    500: { description: 'Not recorded: Stripe shall tell it again', schema: z.object({ received: z.literal(false) }) },
  },
} satisfies Contract

/** Money that came is recorded whatever its amount, and so is each repeat answered. */
async function answer({ raw, headers, now }: Call<typeof contract>): Promise<Reply> {
  const access = await accessTo('stripe')
  // Nobody gives by Stripe here yet: whoever calls is no fault of ours to wake anybody for.
  if (!access) return { status: 500, json: { received: false } }
  const account = accountOf(access.secret)
  const read = readEvent(raw, headers['stripe-signature'], account, now)
  if (read.forged) {
    count('ForgedNotification')
    return { status: 400, json: { received: false } }
  }
  await noteHeard('stripe', now)
  for (const told of await toldByEvent(read.event, { account, url: access.api, send: fetch })) {
    const { settled } = await settle(told, draw, now)
    if (settled === 'unknown-order' && (await keepUnknownOrder(told, now))) count('UnknownOrder')
  }
  return { status: 200, json: { received: true } }
}

export const handler = http(contract, answer, {
  faulted: async () => {
    count('SettleFault')
    return { status: 500, json: { received: false } }
  },
})
