import { stampOf } from '../../../time.ts'
import type { VnpayAccount } from './account.ts'
import { type Command, tellVnpay } from './message.ts'
import { addressOf, plain } from './pay.ts'
import { type Notification, notificationOf } from './told.ts'

export type Answered = { found: false } | { found: true; notification: Notification }

/** The order of an answer's fields; a refund is answered with all but the last two. */
export const answered = [
  ...['ResponseId', 'Command', 'ResponseCode', 'Message', 'TmnCode', 'TxnRef', 'Amount', 'BankCode', 'PayDate'],
  ...['TransactionNo', 'TransactionType', 'TransactionStatus', 'OrderInfo', 'PromotionCode', 'PromotionAmount'],
]
const querydr: Command = {
  asks: [
    ...['RequestId', 'Version', 'Command', 'TmnCode', 'TxnRef', 'TransactionDate', 'CreateDate', 'IpAddr'],
    'OrderInfo',
  ],
  answers: answered,
}

/** Asks VNPAY what became of an order (querydr). Throws on a broken network, a broken answer and a false signature. */
export async function ask(
  question: { reference: string; createdAt: string; requestId: string; now: string; callerAddress: string },
  account: VnpayAccount,
  url: string,
  send: typeof fetch = fetch,
): Promise<Answered> {
  const asked = {
    vnp_Command: 'querydr',
    vnp_RequestId: question.requestId,
    vnp_TxnRef: question.reference,
    vnp_OrderInfo: `Hoi ${plain(question.reference)}`,
    vnp_TransactionDate: stampOf(question.createdAt),
    vnp_CreateDate: stampOf(question.now),
    vnp_IpAddr: addressOf(question.callerAddress),
  }
  const said = await tellVnpay(querydr, asked, account, url, send)
  if (said.vnp_ResponseCode === '91') return { found: false }
  if (said.vnp_ResponseCode !== '00') throw new Error(`vnpay: querydr answered ${said.vnp_ResponseCode}`)
  if (said.vnp_TxnRef !== question.reference) throw new Error('vnpay: querydr answered for another order')
  return { found: true, notification: notificationOf(said) }
}
