import { key } from '../store/keys.ts'
import { put, query } from '../store/table.ts'
import type { ProviderName } from './way.ts'

/** Who tells: a provider, or a service that reads the bank's account. */
export type Teller = Exclude<ProviderName, 'bank'> | 'sepay' | 'payos'
const heardAt = new Map<Teller, number>()
const onceMs = 60_000

/** Notes that a provider told us something true, at most once a minute for each copy of the function. That it cannot be noted stops nothing. */
export async function noteHeard(provider: Teller, now: string): Promise<void> {
  const ms = Date.parse(now)
  if (ms - (heardAt.get(provider) ?? 0) < onceMs) return
  heardAt.set(provider, ms)
  await put({ ...key.pulse(provider), v: 1, at: now }).catch(() => heardAt.delete(provider))
}

/** When each provider last told us something, by its name. */
export async function lastHeard(): Promise<Record<string, string>> {
  const items = await query(key.pulse('').pk)
  return Object.fromEntries(items.map(({ sk, at }) => [String(sk), String(at)]))
}
