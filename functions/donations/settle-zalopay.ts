import * as z from 'zod'
import { type Contract, http, type Reply } from '../door/http.ts'
import { count } from '../door/log.ts'
import { draw } from '../door/random.ts'
import { secret } from '../door/secret.ts'
import { settle } from './payment-store.ts'
import { accountOf } from './providers/zalopay/account.ts'
import { answers, readCallback } from './providers/zalopay/told.ts'
import { noteHeard } from './pulse-store.ts'
import { keepUnknownOrder } from './unknown-order-store.ts'

export const contract = {
  summary: 'ZaloPay tells of a payment; the answer ends or repeats its notification',
  signed: true,
  replies: {
    200: {
      description: 'What ZaloPay shall do next',
      schema: z.object({ return_code: z.int(), return_message: z.string() }),
    },
  },
} satisfies Contract

const reply = (json: { return_code: number; return_message: string }): Reply => ({ status: 200, json })

function forged(): Reply {
  count('ForgedNotification')
  return reply(answers.forged)
}

/** ZaloPay gets HTTP 200 and repeats; without this count nobody else would know. */
function fault(json: typeof answers.fault | typeof answers.unread): Reply {
  count('SettleFault')
  return reply(json)
}

/** Money that came is recorded whatever its amount, for no answer of ours would send it back. */
async function answer(raw: Buffer, now: string): Promise<Reply> {
  const kept = await secret('zalopay')
  // Nobody gives by ZaloPay here yet: whoever calls is no fault of ours to wake anybody for.
  if (kept === undefined) return reply(answers.fault)
  const read = readCallback(raw, accountOf(kept))
  if (read.forged) return forged()
  await noteHeard('zalopay', now)
  if (read.told === 'no-order') return reply(answers.unread)
  if (typeof read.told === 'string') return fault(answers.unread)
  const { settled } = await settle(read.told, draw, now)
  if (settled === 'unknown-order') {
    // Three repeats cost nothing.
    if (await keepUnknownOrder(read.told, now)) count('UnknownOrder')
    return reply(answers.unknownOrder)
  }
  return reply(settled === 'known' ? answers.already : answers.ok)
}

export const handler = http(contract, ({ raw, now }) => answer(raw, now), {
  // Too long to be ZaloPay's.
  refused: async () => forged(),
  faulted: async () => fault(answers.fault),
})
