import { type Contract, http, type Reply } from '../door/http.ts'
import { count } from '../door/log.ts'
import { faultOf } from '../door/problem.ts'
import { draw } from '../door/random.ts'
import { secret } from '../door/secret.ts'
import { Refusal } from '../refusal.ts'
import { settle } from './payment-store.ts'
import { accountOf } from './providers/momo/account.ts'
import { readNotification, toldBy } from './providers/momo/told.ts'
import { noteHeard } from './pulse-store.ts'
import { keepUnknownOrder } from './unknown-order-store.ts'

const problem = 'application/problem+json'
export const contract = {
  summary: 'MoMo tells of a payment',
  signed: true,
  replies: {
    204: { description: 'Heard: it is recorded, or was known' },
    404: { description: 'Not MoMo’s word: the answer is that of a wrong address', type: problem },
    413: { description: 'Longer than any notification', type: problem },
    500: { description: 'A fault of ours: tell again', type: problem },
  },
} satisfies Contract

const heard: Reply = { status: 204, empty: true }

/** Signature, order, amount, state. MoMo takes nothing back for our answer, so money that came is recorded whatever its amount. */
async function answer(raw: Buffer, now: string): Promise<Reply> {
  const kept = await secret('momo')
  if (kept === undefined) throw new Refusal('unknown', 'route-unknown')
  const read = readNotification(raw, accountOf(kept))
  if (read.forged) {
    count('ForgedNotification')
    throw new Refusal('unknown', 'route-unknown')
  }
  await noteHeard('momo', now)
  const told = toldBy(read.notification)
  if (typeof told === 'string') throw new Error(`momo: a signed notification cannot be recorded: ${told}`)
  const { settled } = await settle(told, draw, now)
  if (settled === 'unknown-order' && (await keepUnknownOrder(told, now))) count('UnknownOrder')
  return heard
}

export const handler = http(contract, ({ raw, now }) => answer(raw, now), {
  faulted: async ({ lang }) => {
    // MoMo may not tell twice; without this count nobody would know before the next question.
    count('SettleFault')
    return { status: 500, text: JSON.stringify(faultOf(lang)), type: problem }
  },
})
