import { clock } from '../door/clock.ts'
import { count, log, logFault } from '../door/log.ts'
import { random } from '../door/random.ts'
import { secret } from '../door/secret.ts'
import { later } from '../time.ts'
import { stateOf } from './donation.ts'
import { record } from './payment-store.ts'
import { accountOf, toldBy, type VnpayAccount } from './providers/vnpay.ts'
import { ask } from './providers/vnpay-ask.ts'
import { answered, askAgain, type Due, donationById, dueBy, putOff } from './store.ts'

const draw = { ids: () => ({ entryId: random.entryId(), digits: random.digits(8) }), nonce: () => random.key(32) }
const perShard = 40
const atOnce = 8
/** Well below the function's own limit, so that a run ends by itself. */
const runMs = 35_000
/** Broken answers in a row after which VNPAY is left alone until the next minute. */
const enough = 2 * atOnce
/** An order that cannot be asked about is tried each minute so long, then waits its next turn: it must not crowd out others. */
const insistSeconds = 600
/** The page to pay is open for 15 minutes, and a donor may fail and try again: only after an hour is a failure the last word. */
const failsForGoodSeconds = 3_600

/** Asks VNPAY about one attempt that it has not told us of, and records the answer as if it had notified us. */
async function askAbout(due: Due, account: VnpayAccount, now: string): Promise<void> {
  const donation = await donationById(due.donation)
  if (!donation || stateOf(donation) === 'received') return answered(due)
  const question = {
    reference: due.reference,
    createdAt: due.createdAt,
    requestId: random.digits(24),
    now,
    callerAddress: '127.0.0.1',
  }
  const said = await ask(question, account, process.env.VNPAY_API_URL ?? '')
  const told = said.found ? toldBy(said.notification) : 'half'
  if (typeof told === 'string' || told.meaning === 'pending') return askAgain(due, now)
  await record(donation.id, { ...told, asked: true }, draw, now)
  const final =
    told.meaning === 'received' || (told.meaning === 'failed' && now >= later(due.createdAt, failsForGoodSeconds))
  return final ? answered(due) : askAgain(due, now)
}

interface Run {
  asked: number
  unanswered: number
  inARow: number
}

/** Asks about some of what is due, several at once, until the time of the run or the gateway's health ends it. */
async function askAll(waiting: readonly Due[], account: VnpayAccount, now: string, until: number, run: Run) {
  const queue = waiting.values()
  const worker = async () => {
    for (const due of queue) {
      if (Date.now() >= until || run.inARow >= enough) return
      run.asked++
      try {
        await askAbout(due, account, now)
        run.inARow = 0
      } catch (error) {
        run.unanswered++
        run.inARow++
        count('UnansweredQuestion')
        logFault(error, { verb: 'ask-vnpay' })
        if (now > later(due.dueAt, insistSeconds)) await putOff(due, now)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

export const handler = clock(async (now) => {
  const until = Date.now() + runMs
  const run: Run = { asked: 0, unanswered: 0, inARow: 0 }
  const seen = new Set<string>()
  const account = accountOf(await secret('vnpay'))
  for (;;) {
    const waiting = (await dueBy(now, perShard)).filter(({ reference }) => !seen.has(reference))
    if (waiting.length > 0 && !account) {
      log('ask-vnpay has no account')
      count('UnansweredQuestion')
    }
    if (waiting.length === 0 || !account || Date.now() >= until || run.inARow >= enough)
      return { asked: run.asked, unanswered: run.unanswered }
    for (const { reference } of waiting) seen.add(reference)
    await askAll(waiting, account, now, until, run)
  }
})
