import { accessTo } from '../door/access.ts'
import { clock } from '../door/clock.ts'
import { count, log, logFault } from '../door/log.ts'
import { draw, random } from '../door/random.ts'
import { keepReview } from '../review/store.ts'
import { later } from '../time.ts'
import { leavesOpen, nextAsk } from './asking.ts'
import { isPaidBy } from './donation.ts'
import { record } from './payment-store.ts'
import { all } from './providers/all.ts'
import type { Gateway, Provider, Said } from './providers/provider.ts'
import { answered, askAgain, type Due, donationById, dueBy, putOff } from './store.ts'
import { isAsked } from './way.ts'

const perShard = 40
const atOnce = 8
/** Well below the function's own limit, so that a run ends by itself. */
const runMs = 35_000
/** Broken answers in a row after which a provider is left alone until the next minute. */
const enough = 2 * atOnce
/** An order that cannot be asked about is tried each minute so long, then waits its next turn: it must not crowd out others. */
const insistSeconds = 600
/** What could not be asked or recorded for a day after its last turn stands for review, before it is forgotten. */
const givesUpSeconds = 72 * 3_600
/** A page to pay is open for 15 minutes, and a donor may fail and try again: only after an hour is a failure the last word. */
const failsForGoodSeconds = 3_600

/** Asking ends, and it is not known whether money came: a person must look, once. */
async function standUnanswered({ provider, reference, donation: id, createdAt }: Due, now: string, said?: Said) {
  const { program, amountVnd: pledgedVnd } = (await donationById(id)) ?? {}
  const { transactionId, responseCode, transactionStatus } = typeof said === 'object' ? said : { responseCode: said }
  await keepReview(createdAt, `${provider}#${reference}#unanswered`, {
    ...{ reason: 'unanswered', donation: id, program, pledgedVnd, provider, reference },
    ...{ transactionId, responseCode, transactionStatus, at: now },
  })
}

/** Asks a provider about one attempt that it has not told us of, and records the answer as if it had notified us. */
async function askAbout(due: Due, { ask }: Gateway, now: string): Promise<void> {
  const donation = await donationById(due.donation)
  if (!ask || !donation || isPaidBy(donation, due.reference)) return answered(due)
  const { reference, createdAt } = due
  const payUrl = donation.attempts.find((each) => each.reference === reference)?.payUrl
  const requestId = random.digits(24)
  const told = await ask({
    ...{ reference, createdAt, requestId, now, amountVnd: donation.amountVnd, payUrl },
    callerAddress: '127.0.0.1',
  })
  if (typeof told !== 'string' && told.meaning !== 'pending') {
    await record(donation.id, { ...told, asked: true }, draw, now)
    const isFailedForGood = told.meaning === 'failed' && now >= later(createdAt, failsForGoodSeconds)
    if (told.meaning === 'received' || isFailedForGood) return answered(due)
  }
  const isLast = nextAsk(createdAt, now) === undefined
  if (isLast && leavesOpen(told)) await standUnanswered(due, now, told)
  return askAgain(due, now)
}

interface Run {
  asked: number
  unanswered: number
  inARow: number
}

/** Asks one provider about some of what is due, several at once, until the time of the run or the provider's health ends it. */
async function askProvider(waiting: readonly Due[], gateway: Gateway, now: string, until: number, run: Run) {
  const queue = waiting.values()
  const worker = async () => {
    for (const due of queue) {
      if (Date.now() >= until || run.inARow >= enough) return
      run.asked++
      try {
        await askAbout(due, gateway, now)
        run.inARow = 0
      } catch (error) {
        run.unanswered++
        run.inARow++
        count('UnansweredQuestion')
        logFault(error, { verb: 'ask', provider: due.provider })
        if (now > later(due.createdAt, givesUpSeconds)) await standUnanswered(due, now)
        if (now > later(due.dueAt, insistSeconds)) await putOff(due, now)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** Asks one provider about all that is due. One that is silent holds up no other. */
async function askAll(name: Provider['name'], gateway: Gateway, now: string): Promise<Run> {
  const until = Date.now() + runMs
  const run: Run = { asked: 0, unanswered: 0, inARow: 0 }
  const seen = new Set<string>()
  while (Date.now() < until && run.inARow < enough) {
    const waiting = (await dueBy(name, now, perShard)).filter(({ reference }) => !seen.has(reference))
    if (waiting.length === 0) break
    for (const { reference } of waiting) seen.add(reference)
    await askProvider(waiting, gateway, now, until, run)
  }
  return run
}

/** A provider without an account here is not asked; if something waits for it, its secret was lost. */
async function mournAccount({ name }: Provider, now: string): Promise<void> {
  if ((await dueBy(name, now, 1)).length === 0) return
  log('ask has no account', { provider: name })
  count('LostAccount')
}

/** What is due at one provider. A broken secret is counted, and leaves no other provider unasked. */
async function askOf(provider: Provider, now: string): Promise<Run> {
  const none = { asked: 0, unanswered: 0, inARow: 0 }
  let gateway: Gateway
  try {
    const access = await accessTo(provider.name)
    if (!access) {
      await mournAccount(provider, now)
      return none
    }
    gateway = provider.open(access.secret, access)
  } catch (error) {
    count('LostAccount')
    logFault(error, { verb: 'ask', provider: provider.name })
    return { ...none, unanswered: 1 }
  }
  try {
    return await askAll(provider.name, gateway, now)
  } catch (error) {
    count('UnansweredQuestion')
    logFault(error, { verb: 'ask', provider: provider.name })
    return { ...none, unanswered: 1 }
  }
}

export const handler = clock(async (now) => {
  const asked = Object.values(all).filter(({ name }) => isAsked(name))
  const runs = await Promise.all(asked.map((provider) => askOf(provider, now)))
  const sum = (of: 'asked' | 'unanswered') => runs.reduce((total, run) => total + run[of], 0)
  return { asked: sum('asked'), unanswered: sum('unanswered') }
})
