import { clock } from '../door/clock.ts'
import { log, logFault } from '../door/log.ts'
import { random } from '../door/random.ts'
import { secret } from '../door/secret.ts'
import { later } from '../time.ts'
import { stateOf } from './donation.ts'
import { record } from './payment-store.ts'
import { accountOf, type VnpayAccount } from './providers/vnpay.ts'
import { ask } from './providers/vnpay-ask.ts'
import { answered, askAgain, type Due, donationById, dueBy } from './store.ts'

const draw = { ids: () => ({ entryId: random.key(12), digits: random.digits(8) }), nonce: () => random.key(32) }
const perShard = 10
const atOnce = 8
/** An order that cannot be asked about is tried each minute so long, then waits its next turn: it must not crowd out others. */
const insistSeconds = 600

/** Asks VNPAY about one attempt that it has not told us of, and records the answer as if it had notified us. */
async function askAbout(due: Due, account: VnpayAccount, now: string): Promise<void> {
  const donation = await donationById(due.donation)
  if (!donation || stateOf(donation) === 'received' || stateOf(donation) === 'declined') return answered(due)
  const question = {
    reference: due.reference,
    createdAt: due.createdAt,
    requestId: random.digits(24),
    now,
    callerAddress: '127.0.0.1',
  }
  const said = await ask(question, account, process.env.VNPAY_API_URL ?? '')
  if (!said.found) return askAgain(due, now)
  const { amountVnd, transactionId = '0', meaning, responseCode = '', transactionStatus = '' } = said.notification
  if (amountVnd === undefined || meaning === undefined || meaning === 'pending') return askAgain(due, now)
  await record(
    donation.id,
    { provider: 'vnpay', reference: due.reference, transactionId, amountVnd, meaning, responseCode, transactionStatus },
    draw,
    now,
  )
  return meaning === 'moved' ? askAgain(due, now) : answered(due)
}

export const handler = clock(async (now) => {
  const waiting = await dueBy(now, perShard)
  const account = waiting.length > 0 ? accountOf(await secret('vnpay')) : undefined
  let unanswered = 0
  if (account) {
    const queue = waiting.values()
    const worker = async () => {
      for (const due of queue) {
        await askAbout(due, account, now).catch((error: unknown) => {
          unanswered++
          logFault(error, { verb: 'ask-vnpay' })
          return now > later(due.dueAt, insistSeconds) ? askAgain(due, now) : undefined
        })
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
  } else if (waiting.length > 0) log('ask-vnpay has no account')
  return { asked: waiting.length, unanswered }
})
