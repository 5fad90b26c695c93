import { Refusal } from '../refusal.ts'
import { key } from '../store/keys.ts'
import { increase } from '../store/table.ts'
import type { Try } from './giving.ts'
import { windowOf } from './limit.ts'

const salt = () => process.env.ORIGIN_KEY ?? ''

/**
 * Counts tries, each against its own limit, and refuses what is beyond one of them. Limits that are shared count only
 * what the caller's own let through: else one machine could use them up for everybody.
 */
export async function spend(tries: readonly Try[], now: string): Promise<void> {
  const isShared = ({ limit }: Try) => limit.isShared === true
  await spendAll(
    tries.filter((each) => !isShared(each)),
    now,
  )
  await spendAll(tries.filter(isShared), now)
}

async function spendAll(tries: readonly Try[], now: string): Promise<void> {
  const beyond = await Promise.all(
    tries.map(async ({ limit, who }) => {
      const { id, expiresAtSeconds, leftSeconds } = windowOf(limit, who, salt(), now)
      return (await increase(key.limit(id), 'tries', expiresAtSeconds)) > limit.tries ? leftSeconds : 0
    }),
  )
  const longest = Math.max(0, ...beyond)
  if (longest > 0) throw new Refusal('busy', 'too-many-tries', { with: { minutes: Math.ceil(longest / 60) } })
}

/** Takes back what was counted: the try was none of those that are limited. */
export async function unspend({ limit, who }: Try, now: string): Promise<void> {
  const { id, expiresAtSeconds } = windowOf(limit, who, salt(), now)
  await increase(key.limit(id), 'tries', expiresAtSeconds, -1)
}
