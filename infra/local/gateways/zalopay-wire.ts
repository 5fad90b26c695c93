import { createHmac, timingSafeEqual } from 'node:crypto'

/** How ZaloPay's side signs and writes time. Written apart from the city's own files, so that two readings of one paper must agree. */
export interface Account {
  appId: string
  key1: string
  key2: string
}
export type Fields = Record<string, string>

const hash = (text: string, key: string): string => createHmac('sha256', key).update(text).digest('hex')

/** What a merchant signs with key1, by the name of the call. */
const signed = {
  create: (f: Fields) =>
    `${f.app_id}|${f.app_trans_id}|${f.app_user}|${f.amount}|${f.app_time}|${f.embed_data}|${f.item}`,
  query: (f: Fields, key1: string) => `${f.app_id}|${f.app_trans_id}|${key1}`,
  refund: (f: Fields) =>
    f.refund_fee_amount === undefined
      ? `${f.app_id}|${f.zp_trans_id}|${f.amount}|${f.description}|${f.timestamp}`
      : `${f.app_id}|${f.zp_trans_id}|${f.amount}|${f.refund_fee_amount}|${f.description}|${f.timestamp}`,
  query_refund: (f: Fields) => `${f.app_id}|${f.m_refund_id}|${f.timestamp}`,
} as const
export type Call = keyof typeof signed
export const isCall = (name: string): name is Call => Object.hasOwn(signed, name)

/** Did this merchant sign these fields for this call? */
export function isGenuine(call: Call, fields: Fields, { appId, key1 }: Account): boolean {
  const [ours, theirs] = [Buffer.from(hash(signed[call](fields, key1), key1)), Buffer.from(fields.mac ?? '')]
  return fields.app_id === appId && ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

/** The mac of a callback: of the very string that is sent. */
export const callbackMac = (data: string, { key2 }: Account): string => hash(data, key2)

/** The query that a payer comes back with. */
export function redirectQuery(fields: Fields, { key2 }: Account): string {
  const { appid, apptransid, pmcid, bankcode, amount, discountamount, status } = fields
  const text = `${appid}|${apptransid}|${pmcid}|${bankcode}|${amount}|${discountamount}|${status}`
  const query = { amount, appid, apptransid, bankcode, checksum: hash(text, key2), discountamount, pmcid, status }
  return String(new URLSearchParams(query as Fields))
}

/** The fields of a form or of JSON; undefined if it is neither. */
export function readFields(body: string, media: string): Fields | undefined {
  if (!media.includes('json')) return Object.fromEntries(new URLSearchParams(body))
  try {
    const read: unknown = JSON.parse(body)
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined
    return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, String(value)]))
  } catch {
    return undefined
  }
}

/** `yymmdd` in Viet Nam. */
export const dayOf = (ms: number): string => {
  const [date] = new Date(ms + 7 * 3_600_000).toISOString().split('T')
  return date!.replaceAll('-', '').slice(2)
}
