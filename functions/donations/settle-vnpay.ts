import * as z from 'zod'
import { type Contract, http, type Reply } from '../door/http.ts'
import { count } from '../door/log.ts'
import { draw } from '../door/random.ts'
import { secret } from '../door/secret.ts'
import { settle } from './payment-store.ts'
import { accountOf } from './providers/vnpay/account.ts'
import { answers, type Notification, readNotification, toldBy } from './providers/vnpay/told.ts'
import { noteHeard } from './pulse-store.ts'
import { donationByReference } from './store.ts'
import { keepUnknownOrder } from './unknown-order-store.ts'

export const contract = {
  summary: 'VNPAY tells of a payment; the answer ends or repeats its notification',
  replies: {
    200: { description: 'What VNPAY shall do next', schema: z.object({ RspCode: z.string(), Message: z.string() }) },
  },
} satisfies Contract

const reply = (json: { RspCode: string; Message: string }): Reply => ({ status: 200, json })

async function unknown(of: Notification, now: string): Promise<Reply> {
  if (await keepUnknownOrder({ provider: 'vnpay', ...of }, now)) count('UnknownOrder')
  return reply(answers.unknownOrder)
}

/** In the order VNPAY asks for: checksum, order, amount, status. Money that came is recorded whatever its amount. */
async function answer(rawQuery: string, now: string): Promise<Reply> {
  const kept = await secret('vnpay')
  // Nobody gives by VNPAY here yet: whoever calls is no fault of ours to wake anybody for.
  if (kept === undefined) return reply(answers.fault)
  const read = readNotification(rawQuery, accountOf(kept))
  if (read.forged) {
    count('ForgedNotification')
    return reply(answers.forged)
  }
  await noteHeard('vnpay', now)
  const told = toldBy(read.notification)
  if (typeof told === 'string') {
    if (!(await donationByReference('vnpay', read.notification.reference))) return unknown(read.notification, now)
    return reply(told === 'amount' ? answers.amount : answers.fault)
  }
  const { settled, sameAmount } = await settle(told, draw, now)
  if (settled === 'unknown-order') return unknown(read.notification, now)
  if (!sameAmount) return reply(answers.amount)
  return reply(settled === 'known' ? answers.already : answers.ok)
}

export const handler = http(contract, ({ rawQuery, now }) => answer(rawQuery, now), {
  faulted: async () => {
    // VNPAY gets HTTP 200 and repeats; without this count nobody else would know.
    count('SettleFault')
    return reply(answers.fault)
  },
})
