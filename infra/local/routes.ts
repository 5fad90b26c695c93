import type { RoutePart } from './parts.ts'

export interface Match {
  route: RoutePart
  /** Decoded, as the service gives them. */
  params: Record<string, string>
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = path.split('/')
  const params: Record<string, string> = {}
  for (const [place, part] of wanted.entries()) {
    const greedy = /^\{(\w+)\+\}$/.exec(part)
    if (greedy) {
      const rest = given.slice(place).join('/')
      return rest === '' ? undefined : { ...params, [greedy[1]!]: decoded(rest) }
    }
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    const text = given[place]
    if (text === undefined || (name ? text === '' : decoded(text) !== part)) return undefined
    if (name) params[name] = decoded(text)
  }
  return wanted.length === given.length ? params : undefined
}

/** Full matches come first, then greedy ones, then `$default`; among equals the one with fewer variables, then the method. */
const rank = (key: string): number =>
  (key === '$default' ? 10_000 : 0) +
  (key.includes('+}') ? 1_000 : 0) +
  (key.match(/\{/g)?.length ?? 0) * 10 +
  (key.startsWith('ANY ') ? 1 : 0)

/** The route of an HTTP API for this request; undefined if none fits and there is no `$default`. */
export function match(routes: readonly RoutePart[], method: string, path: string): Match | undefined {
  const found: Match[] = []
  for (const route of routes) {
    const [verb, pattern] = route.key.split(' ')
    if (route.key === '$default') found.push({ route, params: {} })
    else if (pattern && (verb === method || verb === 'ANY')) {
      const params = paramsOf(pattern, path)
      if (params) found.push({ route, params })
    }
  }
  return found.sort((a, b) => rank(a.route.key) - rank(b.route.key))[0]
}
