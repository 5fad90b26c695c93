import { Refusal } from '../refusal.ts'
import { key } from '../store/keys.ts'
import { get, increase } from '../store/table.ts'
import type { Try } from './giving.ts'
import { type Limit, windowOf } from './limit.ts'

const salt = () => process.env.ORIGIN_KEY ?? ''

/** Refuses who has used up the tries of this window. */
export async function refuseBeyond(limit: Limit, who: string, now: string): Promise<void> {
  const { id, leftSeconds } = windowOf(limit, who, salt(), now)
  const counted = await get(key.limit(id))
  if (Number(counted?.tries ?? 0) >= limit.tries)
    throw new Refusal('busy', 'too-many-tries', { with: { minutes: Math.ceil(leftSeconds / 60) } })
}

/** Counts tries, each against its own limit, and refuses what is beyond one of them. */
export async function spend(tries: readonly Try[], now: string): Promise<void> {
  const beyond = await Promise.all(
    tries.map(async ({ limit, who }) => {
      const { id, expiresAtSeconds, leftSeconds } = windowOf(limit, who, salt(), now)
      return (await increase(key.limit(id), 'tries', expiresAtSeconds)) > limit.tries ? leftSeconds : 0
    }),
  )
  const longest = Math.max(0, ...beyond)
  if (longest > 0) throw new Refusal('busy', 'too-many-tries', { with: { minutes: Math.ceil(longest / 60) } })
}

/** Counts one more try. */
export async function countTry(limit: Limit, who: string, now: string): Promise<void> {
  const { id, expiresAtSeconds } = windowOf(limit, who, salt(), now)
  await increase(key.limit(id), 'tries', expiresAtSeconds)
}
