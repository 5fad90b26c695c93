import { Refusal } from '../refusal.ts'
import { key } from '../store/keys.ts'
import { get, increase } from '../store/table.ts'
import { type Limit, windowOf } from './limit.ts'

const salt = () => process.env.ORIGIN_KEY ?? ''

/** Refuses who has used up the tries of this window. */
export async function refuseBeyond(limit: Limit, who: string, now: string): Promise<void> {
  const { id, leftSeconds } = windowOf(limit, who, salt(), now)
  const counted = await get(key.limit(id))
  if (Number(counted?.tries ?? 0) >= limit.tries)
    throw new Refusal('busy', 'too-many-tries', { with: { minutes: Math.ceil(leftSeconds / 60) } })
}

/** Counts one more try. */
export async function countTry(limit: Limit, who: string, now: string): Promise<void> {
  const { id, expiresAtSeconds } = windowOf(limit, who, salt(), now)
  await increase(key.limit(id), 'tries', expiresAtSeconds)
}
