import { createContext, Script } from 'node:vm'

interface Value {
  value: string
  multiValue?: { value: string }[]
}
export interface EdgeRequest {
  method: string
  /** As it was sent, not decoded. */
  uri: string
  querystring: Record<string, Value>
  headers: Record<string, Value>
  cookies: Record<string, Value>
}
export interface EdgeResponse {
  statusCode: number
  statusDescription?: string
  headers?: Record<string, Value>
  cookies?: Record<string, Value>
  body?: string | { encoding: 'text' | 'base64'; data: string }
}

/** Pairs by name, in order; a name that stands twice keeps the last value and lists all. */
export function valuesOf(pairs: Iterable<readonly [string, string]>): Record<string, Value> {
  const found: Record<string, Value> = {}
  for (const [name, value] of pairs) {
    const before = found[name]
    const all = before ? [...(before.multiValue ?? [{ value: before.value }]), { value }] : undefined
    found[name] = all ? { value, multiValue: all } : { value }
  }
  return found
}

export const pairsOf = (values: Record<string, Value>): [string, string][] =>
  Object.entries(values).flatMap(([name, { value, multiValue }]) =>
    (multiValue ?? [{ value }]).map((each): [string, string] => [name, each.value]),
  )

/** CloudFront neither decodes nor encodes a query for its functions. */
export const queryValues = (raw: string): Record<string, Value> =>
  valuesOf(
    raw
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const at = pair.indexOf('=')
        return at < 0 ? ([pair, ''] as const) : ([pair.slice(0, at), pair.slice(at + 1)] as const)
      }),
  )

interface Event {
  request: EdgeRequest
  response?: EdgeResponse
  /** Address of the person. */
  ip: string
  kind: 'viewer-request' | 'viewer-response'
}

/** Stops only what never ends: it is the clock's time, and on a busy machine a short run may wait long for its turn. */
const longestMs = 10_000

/** A CloudFront function as it stands in the template. It sees no state of earlier runs, no modules and no network. */
export function edgeScript(code: string) {
  const script = new Script(`${code}\n;Promise.resolve(handler(JSON.parse(event))).then(JSON.stringify)`)
  return async ({ request, response, ip, kind }: Event): Promise<EdgeRequest | EdgeResponse> => {
    const event = JSON.stringify({
      version: '1.0',
      context: { eventType: kind, distributionDomainName: 'local', distributionId: 'local', requestId: 'local' },
      viewer: { ip },
      request,
      ...(response ? { response } : {}),
    })
    const context = createContext(
      { event, console: { log: () => {} } },
      { codeGeneration: { strings: false, wasm: false } },
    )
    const said: unknown = await script.runInContext(context, { timeout: longestMs })
    if (typeof said !== 'string') throw new Error('the edge function answered nothing')
    return JSON.parse(said) as EdgeRequest | EdgeResponse
  }
}
export type EdgeScript = ReturnType<typeof edgeScript>
