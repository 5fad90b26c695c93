import * as z from 'zod'
import { instantOf, stampOf } from '../../time.ts'
import type { Told } from '../payment.ts'
import { sameHash, sign } from './vnpay-signature.ts'

/** The merchant account; the stage's secret `vnpay` holds it as JSON. */
export const vnpayAccount = z.object({ tmnCode: z.string().length(8), hashSecret: z.string().min(16) })
export type VnpayAccount = z.infer<typeof vnpayAccount>

/** The account in a secret; undefined if the stage has none. Throws if it is not of the right shape. */
export const accountOf = (secret: string | undefined): VnpayAccount | undefined =>
  secret === undefined ? undefined : read(secret)

function read(secret: string): VnpayAccount {
  try {
    return vnpayAccount.parse(JSON.parse(secret))
  } catch {
    // What a parser says of a broken secret quotes it.
    throw new Error('vnpay: the secret is not {"tmnCode", "hashSecret"} as JSON')
  }
}

export interface Order {
  reference: string
  amountVnd: number
  info: string
  lang: 'vi' | 'en'
  callerAddress: string
  createdAt: string
  expiresAt: string
  returnUrl: string
}

/** Letters, digits and single spaces: VNPAY wants no marks, and encoders differ on the rest. */
export const plain = (text: string): string =>
  text
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .slice(0, 255)

/** vnp_IpAddr has 7 to 45 characters; what does not fit is told as the loopback address. */
export const addressOf = (caller: string): string => (caller.length >= 7 && caller.length <= 45 ? caller : '127.0.0.1')

/** The page where the donor pays, signed. The amount goes over the wire times 100. */
export function payUrl(order: Order, account: VnpayAccount, base: string): string {
  const params: Record<string, string> = {
    vnp_Version: '2.1.0',
    vnp_Command: 'pay',
    vnp_TmnCode: account.tmnCode,
    vnp_Amount: String(order.amountVnd * 100),
    vnp_CreateDate: stampOf(order.createdAt),
    vnp_CurrCode: 'VND',
    vnp_ExpireDate: stampOf(order.expiresAt),
    vnp_IpAddr: addressOf(order.callerAddress),
    vnp_Locale: order.lang === 'vi' ? 'vn' : 'en',
    vnp_OrderInfo: plain(order.info),
    vnp_OrderType: 'other',
    vnp_ReturnUrl: order.returnUrl,
    vnp_TxnRef: order.reference,
  }
  return `${base}?${new URLSearchParams(params)}&vnp_SecureHash=${sign(params, account.hashSecret)}`
}

export type Meaning = 'received' | 'failed' | 'pending' | 'moved'

/** Received only if both are 00. 04 and 07, and 07 as a response, mean that money may have moved: never "failed". */
export function meaning(responseCode: string, transactionStatus: string): Meaning {
  if (transactionStatus === '04' || transactionStatus === '07' || responseCode === '07') return 'moved'
  if (responseCode === '00' && transactionStatus === '00') return 'received'
  if (['01', '05', '06', '09'].includes(transactionStatus)) return 'pending'
  if (transactionStatus === '02' || responseCode !== '00') return 'failed'
  return 'pending'
}

/** What VNPAY said that cannot be recorded: no amount, or a half answer. */
export type Unusable = 'amount' | 'half'

/** What VNPAY said, as a fact to record. Money without a transaction of its own is no fact yet. */
export function toldBy({
  reference,
  amountVnd,
  transactionId = '0',
  meaning,
  responseCode,
  transactionStatus,
  paidAt,
}: Notification): Omit<Told, 'asked'> | Unusable {
  if (amountVnd === undefined) return 'amount'
  if (meaning === undefined || responseCode === undefined || transactionStatus === undefined) return 'half'
  if (meaning === 'received' && !/[1-9]/.test(transactionId)) return 'half'
  const paid = paidAt === undefined ? {} : { paidAt }
  return { provider: 'vnpay', reference, transactionId, amountVnd, meaning, responseCode, transactionStatus, ...paid }
}

export interface Notification {
  reference: string
  amountVnd: number | undefined
  transactionId: string | undefined
  meaning: Meaning | undefined
  responseCode: string | undefined
  transactionStatus: string | undefined
  paidAt: string | undefined
}

/** Whole đồng of a wire amount (times 100); undefined if it is no positive whole amount. */
function wireAmount(text: string | undefined): number | undefined {
  if (!text || !/^[1-9]\d{0,14}00$/.test(text)) return undefined
  return Number(text.slice(0, -2))
}

export function notificationOf(fields: Readonly<Record<string, string | undefined>>): Notification {
  const { vnp_ResponseCode: responseCode, vnp_TransactionStatus: transactionStatus } = fields
  return {
    reference: fields.vnp_TxnRef ?? '',
    amountVnd: wireAmount(fields.vnp_Amount),
    transactionId: /^\d{1,15}$/.test(fields.vnp_TransactionNo ?? '') ? fields.vnp_TransactionNo : undefined,
    meaning: responseCode && transactionStatus ? meaning(responseCode, transactionStatus) : undefined,
    responseCode,
    transactionStatus,
    paidAt: instantOf(fields.vnp_PayDate ?? ''),
  }
}

/** Reads a notification or a return from the raw query. Foreign parameters are left out; a parameter that stands twice is a forgery. */
export function readNotification(
  rawQuery: string,
  account: VnpayAccount,
): { forged: true } | { forged: false; notification: Notification } {
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    if (!name.startsWith('vnp_')) continue
    if (name in fields) return { forged: true }
    fields[name] = value
  }
  const genuine =
    sameHash(sign(fields, account.hashSecret), fields.vnp_SecureHash ?? '') && fields.vnp_TmnCode === account.tmnCode
  return genuine ? { forged: false, notification: notificationOf(fields) } : { forged: true }
}

/** The exact answers that end or repeat a notification. */
export const answers = {
  ok: { RspCode: '00', Message: 'Confirm Success' },
  unknownOrder: { RspCode: '01', Message: 'Order not found' },
  already: { RspCode: '02', Message: 'Order already confirmed' },
  amount: { RspCode: '04', Message: 'Invalid amount' },
  forged: { RspCode: '97', Message: 'Invalid signature' },
  fault: { RspCode: '99', Message: 'Unknown error' },
} as const
