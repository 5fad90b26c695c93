import type { MomoAccount } from './account.ts'
import { type Fields, type Message, sign } from './signature.ts'

/** Reads JSON with each number as the digits that were sent: they are what is signed, and an id may have more than a double holds. */
export const readJson = (text: string): unknown =>
  JSON.parse(text, (_, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value,
  )

/** Members that are text or a number; null is as good as empty. undefined if it is no object. */
export function fieldsOf(json: unknown): Fields | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(json))
    if (typeof value === 'string' || value === null) fields[name] = value ?? ''
  return fields
}

const bare = new Set(['amount', 'transId', 'autoCapture'])

/** Writes flat JSON; amounts and MoMo's ids as numbers of just these digits. Throws if one is not of digits. */
const writeJson = (fields: Fields): string =>
  `{${Object.entries(fields)
    .map(([name, value]) => {
      if (!bare.has(name)) return `${JSON.stringify(name)}:${JSON.stringify(value)}`
      if (!/^(true|[1-9]\d*)$/.test(value)) throw new Error(`momo: ${name} is no number`)
      return `"${name}":${value}`
    })
    .join(',')}}`

export interface Said {
  resultCode: string
  fields: Fields
  /** The whole answer, with its lists. */
  json: object
}

/** MoMo asks callers to wait at least 30 s. A donor at a form and a run of questions wait less: both may ask again for the same. */
const patienceMs = { create: 12_000, query: 8_000, refund: 30_000, 'refund/query': 8_000 } as const

/**
 * Sends a signed message to MoMo's API. A refusal has a resultCode whatever its HTTP status. MoMo signs none of its
 * answers: TLS vouches for them. Throws on a broken network and on an answer without a resultCode.
 */
export async function tellMomo(
  path: keyof typeof patienceMs,
  fields: Fields,
  account: MomoAccount,
  api: string,
  send: typeof fetch,
): Promise<Said> {
  const message: Message = path === 'refund/query' ? 'query' : path
  const all = { partnerCode: account.partnerCode, ...fields }
  const response = await send(`${api}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: writeJson({ ...all, signature: sign(message, all, account) }),
    signal: AbortSignal.timeout(patienceMs[path]),
  })
  const json = await response
    .text()
    .then(readJson)
    .catch(() => undefined)
  const said = fieldsOf(json)
  if (!said?.resultCode || typeof json !== 'object' || json === null)
    throw new Error(`momo: ${path} answered HTTP ${response.status} without a resultCode`)
  return { resultCode: said.resultCode, fields: said, json }
}

/** Throws unless an answer is of the order and request that were asked. */
export function sameRequest(path: string, asked: Fields, { fields }: Said): void {
  if (fields.orderId !== asked.orderId || fields.requestId !== asked.requestId)
    throw new Error(`momo: ${path} answered for another order or request`)
}
