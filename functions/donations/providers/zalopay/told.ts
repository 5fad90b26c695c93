import type { Told } from '../../payment.ts'
import { sameHash } from '../hash.ts'
import type { Returned } from '../provider.ts'
import type { ZalopayAccount } from './account.ts'
import { exactly } from './message.ts'
import { joined, macOf } from './signature.ts'

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whole đồng as ZaloPay writes them; undefined if it is no positive whole amount. */
export const wireAmount = (text: unknown): number | undefined =>
  /^[1-9]\d{0,11}$/.test(textOf(text)) ? Number(text) : undefined

/** ISO of epoch milliseconds. */
const instantOf = (ms: unknown): string | undefined =>
  /^\d{13}$/.test(textOf(ms)) ? new Date(Number(ms)).toISOString() : undefined

/** Money that came, told by a callback or an answer. What the payer saved or paid on top is not the gift's. */
export function received(reference: unknown, fields: Fields): Omit<Told, 'asked'> | 'amount' | 'half' {
  const amountVnd = wireAmount(fields.amount)
  const transactionId = textOf(fields.zp_trans_id)
  const paidAt = instantOf(fields.server_time)
  if (amountVnd === undefined) return 'amount'
  if (!textOf(reference) || !/^(?!0+$)\w{1,64}$/.test(transactionId)) return 'half'
  const codes = { meaning: 'received', responseCode: '1', transactionStatus: '' } as const
  const paid = paidAt === undefined ? {} : { paidAt }
  return { provider: 'zalopay', reference: textOf(reference), transactionId, amountVnd, ...codes, ...paid }
}

function parsed(json: string): Fields | undefined {
  try {
    const value = exactly(json)
    return isFields(value) ? value : undefined
  } catch {
    return undefined
  }
}

function textIn(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return ''
  }
}

export type Callback = { forged: true } | { forged: false; told: Omit<Told, 'asked'> | 'amount' | 'half' | 'no-order' }

/**
 * Reads a callback: `{data, mac, type}`, the mac of key2 over the very string in `data`. Nothing of it is read before
 * that holds. ZaloPay tells of money that came and of nothing else; type 2 is an agreement, which we never make.
 */
export function readCallback(raw: Buffer, account: ZalopayAccount): Callback {
  const { data, mac, type } = parsed(textIn(raw)) ?? {}
  if (typeof data !== 'string' || !sameHash(macOf(data, account.key2), textOf(mac))) return { forged: true }
  const fields = parsed(data)
  if (textOf(fields?.app_id) !== account.appId) return { forged: true }
  return { forged: false, told: type === '1' ? received(fields?.app_trans_id, fields!) : 'no-order' }
}

const redirected = ['appid', 'apptransid', 'pmcid', 'bankcode', 'amount', 'discountamount', 'status']

/** Did ZaloPay write the address that a donor came back by? Foreign parameters are left out; one that is missing or stands twice is a forgery. */
export function isOwnRedirect(query: URLSearchParams, account: ZalopayAccount): boolean {
  const once = [...redirected, 'checksum'].every((name) => query.getAll(name).length === 1)
  if (!once || query.get('appid') !== account.appId) return false
  const fields = Object.fromEntries(query)
  return sameHash(macOf(joined(redirected, fields), account.key2), fields.checksum ?? '')
}

/** -49: cancelled. -54: its time is over. -63: too little money. Another code leaves open whether money came. */
const unpaid = ['-49', '-54', '-63']

/** Reads the query of the way back. It may be shown and never believed; undefined if it is forged or says nothing for certain. */
export function readReturn(rawQuery: string, account: ZalopayAccount): Returned | undefined {
  const query = new URLSearchParams(rawQuery)
  if (!isOwnRedirect(query, account)) return undefined
  const amountVnd = wireAmount(query.get('amount'))
  const responseCode = query.get('status') ?? ''
  const meaning = responseCode === '1' ? 'received' : unpaid.includes(responseCode) ? 'failed' : undefined
  if (amountVnd === undefined || meaning === undefined) return undefined
  return { reference: query.get('apptransid') ?? '', amountVnd, meaning, responseCode }
}

/** The exact answers that end or repeat a callback; anything but 1 and 2 repeats it, three times at most. */
export const answers = {
  ok: { return_code: 1, return_message: 'success' },
  already: { return_code: 2, return_message: 'duplicate' },
  forged: { return_code: -1, return_message: 'mac not equal' },
  unknownOrder: { return_code: 0, return_message: 'order not found' },
  unread: { return_code: 0, return_message: 'data not understood' },
  fault: { return_code: 0, return_message: 'exception' },
} as const
