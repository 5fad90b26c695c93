import { later } from '../time.ts'
import type { Said } from './providers/provider.ts'
import { factsOf } from './way.ts'

const minutes = 60
/** Seconds after the attempt at which the provider is asked, if it has not spoken; ZaloPay answers for 48 hours. */
const askAfterSeconds = [2 * minutes, 5 * minutes, 15 * minutes, 60 * minutes, 24 * 60 * minutes, 47 * 60 * minutes]

/** When to ask next about an attempt made at `createdAt`: the first moment after `now`; undefined once 47 hours have passed. */
export function nextAsk(createdAt: string, now: string): string | undefined {
  return askAfterSeconds.map((after) => later(createdAt, after)).find((at) => at > now)
}

/** Would it stay open whether money came, if nothing more were said? What may have moved stands for review anyway. */
export function leavesOpen(said: Said): boolean {
  if (typeof said === 'string') return said !== 'nothing'
  return (
    said.meaning === 'pending' && factsOf(said.provider).begunCode !== (said.transactionStatus || said.responseCode)
  )
}
