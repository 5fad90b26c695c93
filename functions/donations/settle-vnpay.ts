import * as z from 'zod'
import { type Contract, http, type Reply } from '../door/http.ts'
import { count } from '../door/log.ts'
import { random } from '../door/random.ts'
import { secret } from '../door/secret.ts'
import { record } from './payment-store.ts'
import { accountOf, answers, readNotification, toldBy } from './providers/vnpay.ts'
import { donationByReference } from './store.ts'

export const contract = {
  summary: 'VNPAY tells of a payment; the answer ends or repeats its notification',
  replies: {
    200: { description: 'What VNPAY shall do next', schema: z.object({ RspCode: z.string(), Message: z.string() }) },
  },
} satisfies Contract

const draw = { ids: () => ({ entryId: random.entryId(), digits: random.digits(8) }), nonce: () => random.key(32) }
const reply = (json: { RspCode: string; Message: string }): Reply => ({ status: 200, json })

/** In the order VNPAY asks for: checksum, order, amount, status. Money that came is recorded whatever its amount. */
async function answer(rawQuery: string, now: string): Promise<Reply> {
  const account = accountOf(await secret('vnpay'))
  if (!account) throw new Error('vnpay: no account')
  const read = readNotification(rawQuery, account)
  if (read.forged) {
    count('ForgedNotification')
    return reply(answers.forged)
  }
  const { notification } = read
  const donation = await donationByReference('vnpay', notification.reference)
  const told = toldBy(notification)
  if (!donation) {
    // Signed by VNPAY and money came, for an order that is not ours: somebody must look.
    if (typeof told === 'object' && told.meaning === 'received') count('UnknownOrder')
    return reply(answers.unknownOrder)
  }
  if (told === 'amount') return reply(answers.amount)
  if (told === 'half') return reply(answers.fault)
  const sameAmount = told.amountVnd === donation.amountVnd
  const moneyCame = told.meaning === 'received' || told.meaning === 'moved'
  const recorded = sameAmount || moneyCame ? await record(donation.id, { ...told, asked: false }, draw, now) : 'nothing'
  if (!sameAmount) return reply(answers.amount)
  return reply(recorded === 'known' ? answers.already : answers.ok)
}

export const handler = http(contract, ({ rawQuery, now }) => answer(rawQuery, now), {
  faulted: async () => {
    // VNPAY gets HTTP 200 and repeats; without this count nobody else would know.
    count('SettleFault')
    return reply(answers.fault)
  },
})
