import * as z from 'zod'
import { stampOf } from '../../time.ts'
import { addressOf, type Notification, notificationOf, plain, type VnpayAccount } from './vnpay.ts'
import { hmac, sameHash } from './vnpay-signature.ts'

export type Answered = { found: false } | { found: true; notification: Notification }

const askFields = [
  'vnp_RequestId',
  'vnp_Version',
  'vnp_Command',
  'vnp_TmnCode',
  'vnp_TxnRef',
  'vnp_TransactionDate',
  'vnp_CreateDate',
  'vnp_IpAddr',
  'vnp_OrderInfo',
]
const answerFields = [
  'vnp_ResponseId',
  'vnp_Command',
  'vnp_ResponseCode',
  'vnp_Message',
  'vnp_TmnCode',
  'vnp_TxnRef',
  'vnp_Amount',
  'vnp_BankCode',
  'vnp_PayDate',
  'vnp_TransactionNo',
  'vnp_TransactionType',
  'vnp_TransactionStatus',
  'vnp_OrderInfo',
  'vnp_PromotionCode',
  'vnp_PromotionAmount',
]
const answerShape = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.null()]).transform((value) => (value === null ? '' : String(value))),
)
const joined = (names: readonly string[], fields: Readonly<Record<string, string>>) =>
  names.map((name) => fields[name] ?? '').join('|')

/** Asks VNPAY what became of an order (querydr). Throws on a broken network, a broken answer and a false signature. */
export async function ask(
  question: { reference: string; createdAt: string; requestId: string; now: string; callerAddress: string },
  account: VnpayAccount,
  url: string,
  send: typeof fetch = fetch,
): Promise<Answered> {
  const asked: Record<string, string> = {
    vnp_RequestId: question.requestId,
    vnp_Version: '2.1.0',
    vnp_Command: 'querydr',
    vnp_TmnCode: account.tmnCode,
    vnp_TxnRef: question.reference,
    vnp_OrderInfo: `Hoi ${plain(question.reference)}`,
    vnp_TransactionDate: stampOf(question.createdAt),
    vnp_CreateDate: stampOf(question.now),
    vnp_IpAddr: addressOf(question.callerAddress),
  }
  const body = JSON.stringify({ ...asked, vnp_SecureHash: hmac(joined(askFields, asked), account.hashSecret) })
  const response = await send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(8_000),
  })
  if (!response.ok) throw new Error(`vnpay: querydr answered HTTP ${response.status}`)
  const fields = answerShape.parse(await response.json())
  if (!sameHash(hmac(joined(answerFields, fields), account.hashSecret), fields.vnp_SecureHash ?? ''))
    throw new Error('vnpay: querydr answered with a false signature')
  if (fields.vnp_ResponseCode === '91') return { found: false }
  if (fields.vnp_ResponseCode !== '00') throw new Error(`vnpay: querydr answered ${fields.vnp_ResponseCode}`)
  if (fields.vnp_TxnRef !== question.reference) throw new Error('vnpay: querydr answered for another order')
  return { found: true, notification: notificationOf(fields) }
}
