import { randomBytes, randomInt } from 'node:crypto'
import { type Account, callbackMac, dayOf, type Fields, redirectQuery } from './zalopay-wire.ts'

/** Money that came for an order. Amounts in đồng, times in milliseconds. */
export interface Payment {
  /** 15 digits that begin with the day. */
  id: string
  amountVnd: number
  at: number
}

export interface Order {
  reference: string
  amountVnd: number
  info: string
  user: string
  createdAt: number
  expiresAt: number
  returnUrl: string
  callbackUrl: string
  embedData: string
  item: string
  /** Stands in the address of its page. */
  token: string
  /** When a late payment will come; undefined if none is on its way. */
  lateAt: number | undefined
  /** What the payer did last without paying: refused for want of money, or cancelled. */
  failed: 'declined' | 'cancelled' | undefined
  payments: Payment[]
}

/** ZaloPay's finer codes. */
export type Wrong = -54 | -68 | -92 | -401

const parsed = (json: string | undefined): unknown => {
  try {
    return JSON.parse(json ?? '')
  } catch {
    return undefined
  }
}

const rules: Record<string, RegExp> = {
  app_user: /^.{1,50}$/,
  app_trans_id: /^\d{6}_\w{1,33}$/,
  app_time: /^\d{13}$/,
  amount: /^[1-9]\d{0,11}$/,
  description: /^.{1,256}$/,
  item: /^.{2,2048}$/,
  embed_data: /^.{2,1024}$/,
}
const quarterMs = 15 * 60_000

/** Makes an order of signed fields, or says what is wrong as the gateway does. */
export function makeOrder(fields: Fields, now: number, known: ReadonlyMap<string, Order>): Order | Wrong {
  const seconds = Number(fields.expire_duration_seconds ?? 900)
  const embed = parsed(fields.embed_data) as { redirecturl?: unknown } | undefined
  const fits = Object.entries(rules).every(([name, rule]) => rule.test(fields[name] ?? ''))
  if (!fits || !Array.isArray(parsed(fields.item)) || typeof embed !== 'object' || embed === null) return -401
  if (!Number.isInteger(seconds) || seconds < 300 || seconds > 2_592_000) return -401
  const reference = fields.app_trans_id!
  const createdAt = Number(fields.app_time)
  if (known.has(reference)) return -68
  if (Math.abs(now - createdAt) > quarterMs) return -54
  if (reference.slice(0, 6) !== dayOf(now)) return -92
  return {
    reference,
    amountVnd: Number(fields.amount),
    info: fields.description!,
    user: fields.app_user!,
    createdAt,
    expiresAt: now + seconds * 1_000,
    returnUrl: String(embed.redirecturl ?? ''),
    callbackUrl: fields.callback_url ?? '',
    embedData: fields.embed_data!,
    item: fields.item!,
    token: `AC${randomBytes(16).toString('base64url')}`,
    lateAt: undefined,
    failed: undefined,
    payments: [],
  }
}

/** Money comes. Its id is drawn, for a city keeps its payments longer than a stand-in runs. */
export function pay(order: Order, at: number, amountVnd = order.amountVnd): Payment {
  const payment = { id: `${dayOf(at)}${randomInt(100_000_000, 1_000_000_000)}`, amountVnd, at }
  order.payments.push(payment)
  order.lateAt = undefined
  order.failed = undefined
  return payment
}

/** The body of a callback. */
export function callbackOf(order: Order, payment: Payment, account: Account): string {
  const data = JSON.stringify({
    app_id: Number(account.appId),
    app_trans_id: order.reference,
    app_time: order.createdAt,
    app_user: order.user,
    amount: payment.amountVnd,
    embed_data: order.embedData,
    item: order.item,
    zp_trans_id: Number(payment.id),
    server_time: payment.at,
    channel: 38,
    merchant_user_id: 'khach-cua-cong-thu',
    user_fee_amount: 0,
    discount_amount: 0,
  })
  return JSON.stringify({ data, mac: callbackMac(data, account), type: 1 })
}

/** Where the payer is sent back to: 1 is paid, -49 cancelled, -63 too little money. */
export function wayBack({ reference, returnUrl, amountVnd, payments, failed }: Order, account: Account): string {
  const status = payments.length > 0 ? '1' : failed === 'declined' ? '-63' : '-49'
  const fields = {
    ...{ appid: account.appId, apptransid: reference, pmcid: '38', bankcode: '', discountamount: '0', status },
    amount: String(payments.at(-1)?.amountVnd ?? amountVnd),
  }
  return `${returnUrl}${returnUrl.includes('?') ? '&' : '?'}${redirectQuery(fields, account)}`
}
