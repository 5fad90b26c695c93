import type { CachePolicy, Distribution } from './shape.ts'

export interface Stored {
  status: number
  headers: Record<string, string | string[]>
  body: Buffer
  /** Milliseconds of the runner's clock. */
  at: number
  until: number
}

/** An edge's memory: what it keeps, and for how long, on the runner's clock. */
export function edgeCache(now: () => number, most = 5_000) {
  const kept = new Map<string, Stored>()
  return {
    /** Also what is too old, so that the origin can be asked whether it still holds. */
    find: (key: string) => kept.get(key),
    fresh: ({ until }: Stored): boolean => now() < until,
    /** Its age counts from when the origin was asked (RFC 9111, 4.2.3): what changed since then is not in it. */
    keep(key: string, stored: Omit<Stored, 'at' | 'until'>, seconds: number, askedAt: number): void {
      if (kept.size >= most) kept.delete(kept.keys().next().value!)
      kept.set(key, { ...stored, at: askedAt, until: askedAt + seconds * 1_000 })
    },
    /** What an invalidation of `/*` does. */
    clear: () => kept.clear(),
  }
}

const directives = (text: string): Map<string, string> =>
  new Map(
    text
      .toLowerCase()
      .split(',')
      .map((each) => each.trim().split('='))
      .filter(([name]) => name)
      .map(([name, value]) => [name!, value?.replaceAll('"', '') ?? '']),
  )

interface Answer {
  status: number
  headers: Record<string, string | string[]>
}

/** Seconds that the origin itself asks for; `never` if it forbids; undefined if it says nothing. */
function wish({ headers }: Answer, now: number): number | 'never' | undefined {
  const said = directives(String(headers['cache-control'] ?? ''))
  if (['no-store', 'no-cache', 'private'].some((name) => said.has(name))) return 'never'
  const seconds = said.get('s-maxage') ?? said.get('max-age')
  if (seconds !== undefined) return Number(seconds) || 0
  const expires = headers.expires
  return typeof expires === 'string' ? Math.max(0, (Date.parse(expires) - now) / 1_000) || 0 : undefined
}

const alwaysKept = new Set([404, 410, 414, 500, 501, 502, 503, 504])
const keptIfAsked = new Set([400, 403, 405, 412, 415])
const obeysNoStore = new Set([404, 410, 414, 501])

/** How long CloudFront keeps an answer to a GET, in seconds; 0 if it does not. */
export function secondsToKeep(
  answer: Answer,
  policy: CachePolicy,
  errors: Distribution['CustomErrorResponses'],
  now: number,
): number {
  const asked = wish(answer, now)
  if (answer.status < 400) {
    if (asked === 'never') return policy.MinTTL
    return Math.min(policy.MaxTTL, Math.max(policy.MinTTL, asked ?? policy.DefaultTTL))
  }
  const custom = errors.find(({ ErrorCode }) => ErrorCode === answer.status)
  const least = custom?.ErrorCachingMinTTL ?? 10
  if (asked === 'never') return obeysNoStore.has(answer.status) || !alwaysKept.has(answer.status) ? 0 : least
  if (!alwaysKept.has(answer.status) && !custom && !(keptIfAsked.has(answer.status) && asked !== undefined)) return 0
  return Math.max(least, Math.min(policy.MaxTTL, asked ?? 0))
}

/** Which of these names a policy of kind none, all, whitelist or allExcept lets through. */
export function lets(kind: unknown, names: unknown): (name: string) => boolean {
  const listed = new Set((Array.isArray(names) ? names : []).map((name) => String(name).toLowerCase()))
  if (kind === 'all' || kind === 'allViewer' || kind === 'allViewerAndWhitelistCloudFront') return () => true
  if (kind === 'whitelist') return (name) => listed.has(name.toLowerCase())
  if (kind === 'allExcept') return (name) => !listed.has(name.toLowerCase())
  return () => false
}

/** The part of a raw query that a policy lets through. */
export const queryFor = (raw: string, { QueryStringBehavior, QueryStrings }: Record<string, unknown>): string => {
  const passes = lets(QueryStringBehavior, QueryStrings)
  return raw
    .split('&')
    .filter((pair) => pair !== '' && passes(pair.split('=')[0]!))
    .join('&')
}
