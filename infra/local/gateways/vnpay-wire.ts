import { createHmac, timingSafeEqual } from 'node:crypto'

/** How VNPAY's side signs and writes time. Written apart from the city's own file, so that two readings of one paper must agree. */
export interface Account {
  tmnCode: string
  hashSecret: string
}
export type Fields = Record<string, string>

/** PHP's urlencode, as in VNPAY's own sample: a space is a plus, and only `-_.` stay as they are. */
const encode = (text: string): string =>
  encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

const digest = (text: string, secret: string): string => createHmac('sha512', secret).update(text).digest('hex')

/** The query of these fields in the order that is signed, with its hash at the end. */
export function signedQuery(fields: Fields, secret: string): string {
  const text = Object.keys(fields)
    .sort()
    .map((name) => `${encode(name)}=${encode(fields[name]!)}`)
    .join('&')
  return `${text}&vnp_SecureHash=${digest(text, secret)}`
}

export const hashOfQuery = (fields: Fields, secret: string): string => {
  const { vnp_SecureHash: _, vnp_SecureHashType: __, ...rest } = fields
  const own = Object.fromEntries(Object.entries(rest).filter(([name]) => name.startsWith('vnp_')))
  return signedQuery(own, secret).split('&vnp_SecureHash=')[1]!
}

/** The hash of an API message: raw values in a fixed order, with bars between. */
export const hashOfMessage = (names: readonly string[], fields: Fields, secret: string): string =>
  digest(names.map((name) => fields[`vnp_${name}`] ?? '').join('|'), secret)

export const withQuery = (url: string, query: string): string => `${url}${url.includes('?') ? '&' : '?'}${query}`

export function same(expected: string, shown = ''): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(shown.toLowerCase())]
  return a.length === b.length && timingSafeEqual(a, b)
}

const vietNamMs = 7 * 60 * 60 * 1_000

/** Milliseconds to `yyyyMMddHHmmss` in GMT+7. */
export const stamp = (ms: number): string =>
  new Date(ms + vietNamMs).toISOString().replace(/\..*/, '').replace(/[-T:]/g, '')

/** `yyyyMMddHHmmss` in GMT+7 to milliseconds; undefined if there is no such time. */
export function time(text = ''): number | undefined {
  if (!/^\d{14}$/.test(text)) return undefined
  const [year, month, day, hour, minute, second] = [0, 4, 6, 8, 10, 12].map((at, place) =>
    Number(text.slice(at, place === 0 ? 4 : at + 2)),
  ) as [number, number, number, number, number, number]
  const ms = Date.UTC(year, month - 1, day, hour, minute, second) - vietNamMs
  return stamp(ms) === text ? ms : undefined
}
