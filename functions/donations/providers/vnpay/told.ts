import { instantOf } from '../../../time.ts'
import type { Told } from '../../payment.ts'
import { sameHash } from '../hash.ts'
import type { VnpayAccount } from './account.ts'
import { sign } from './signature.ts'

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
