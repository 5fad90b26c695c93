import { accessTo } from '../door/access.ts'
import { clock } from '../door/clock.ts'
import { count, logFault } from '../door/log.ts'
import { random } from '../door/random.ts'
import { keepReview } from '../review/store.ts'
import { all } from './providers/all.ts'
import type { Gateway } from './providers/provider.ts'
import { isUnclear, type Refund } from './refund.ts'
import { openRefunds } from './refund-store.ts'
import { followRefund, type Hands, lookForTransfer, sendRefund } from './refunding-store.ts'
import type { ProviderName } from './way.ts'

/**
 * Until when a run begins to ask, and to send: a provider may take 8 s to say what became of a refund and 30 s to take
 * one. So a run ends by itself, well below the function's own limit.
 */
const askMs = 35_000
const sendMs = 12_000

async function gatewayOf(provider: ProviderName): Promise<Gateway | undefined> {
  const access = await accessTo(provider)
  return access && all[provider]?.open(access.secret, access)
}

/** Takes one refund a step further, whatever it waits for. */
async function takeOn(of: Refund, now: string): Promise<Refund> {
  const note = (error: unknown) => {
    count('UnansweredRefund')
    logFault(error, { verb: 'follow-refunds', provider: of.came.provider })
  }
  const hands: Hands = { nonce: () => random.key(32), note }
  if (of.state === 'to-transfer') return lookForTransfer(of, hands, now)
  const gateway = await gatewayOf(of.came.provider)
  if (!gateway) throw new Error(`a refund waits for ${of.came.provider}, and the stage has no account there`)
  return of.state === 'asked' ? sendRefund(of, gateway, hands, now) : followRefund(of, gateway, hands, now)
}

/** Nobody clears it up by asking: a person must. */
const unclear = ({ id, came, amountVnd, code = '', askedAt }: Refund, now: string) =>
  keepReview(askedAt, `refund#${id}`, {
    reason: 'refund-unclear',
    ...(came.from === 'donation' ? { donation: came.id } : {}),
    refund: id,
    ...{ program: came.program, provider: came.provider, reference: came.reference, amountVnd },
    ...{ transactionId: came.transactionId, responseCode: code, at: now },
  })

/** Sends what a crash left unsent, asks what became of the rest, and finds transfers that a person made. */
export const handler = clock(async (now) => {
  const began = Date.now()
  // What went without us has nothing to wait for but a person: no transfer that leaves now may be taken for it.
  const due = (await openRefunds()).filter(({ state, nextAt }) => nextAt <= now && state !== 'gone')
  const unsent = due.filter(({ state }) => state === 'asked')
  const rest = due.filter(({ state }) => state !== 'asked')
  let ended = 0
  let faults = 0
  for (const of of [...unsent, ...rest]) {
    if (Date.now() - began >= (of.state === 'asked' ? sendMs : askMs)) continue
    try {
      const after = await takeOn(of, now)
      if (after.endedAt) ended++
      else if (isUnclear(after, now)) await unclear(after, now)
    } catch (error) {
      faults++
      count('UnansweredRefund')
      logFault(error, { verb: 'follow-refunds', provider: of.came.provider })
    }
  }
  return { due: due.length, ended, faults }
})
