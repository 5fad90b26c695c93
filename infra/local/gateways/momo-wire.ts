import { createHmac, timingSafeEqual } from 'node:crypto'

/** How MoMo's side signs and writes. Written apart from the city's own file, so that two readings of one paper must agree. */
export interface Account {
  partnerCode: string
  accessKey: string
  secretKey: string
}
export type Fields = Record<string, string>

/** Everything that is handed over is signed, sorted by name, as it is. */
export const digest = (fields: Fields, { accessKey, secretKey }: Account): string => {
  const all = Object.entries({ ...fields, accessKey }).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHmac('sha256', secretKey)
    .update(all.map((pair) => pair.join('=')).join('&'))
    .digest('hex')
}

/** What a request signs beside the access key. */
const signs = {
  create: 'amount extraData ipnUrl orderId orderInfo partnerCode redirectUrl requestId requestType',
  query: 'orderId partnerCode requestId',
  'refund/query': 'orderId partnerCode requestId',
  refund: 'amount description orderId partnerCode requestId transId',
}
export type Path = keyof typeof signs
export const isPath = (text: string): text is Path => Object.hasOwn(signs, text)

export function isSigned(path: Path, fields: Fields, account: Account): boolean {
  const signed = signs[path].split(' ').map((name) => [name, fields[name] ?? ''] as const)
  const [a, b] = [digest(Object.fromEntries(signed), account), (fields.signature ?? '').toLowerCase()].map((text) =>
    Buffer.from(text),
  ) as [Buffer, Buffer]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** A request's members as text; MoMo's own ids to the last digit. undefined if it is no JSON object. */
export function readFields(body: string): Fields | undefined {
  try {
    const read: unknown = JSON.parse(body.replace(/("transId"\s*:\s*)(\d+)/, '$1"$2"'))
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined
    return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, String(value ?? '')]))
  } catch {
    return undefined
  }
}

export type Json = string | number | bigint | null | Json[] | { [name: string]: Json }

/** JSON in which a bigint is a number of all its digits. */
export const writeJson = (value: Json): string =>
  JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `#${each}#` : each)).replace(/"#(\d+)#"/g, '$1')

export const withQuery = (url: string, fields: Fields): string =>
  `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(fields)}`
