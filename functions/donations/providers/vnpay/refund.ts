import { stampOf } from '../../../time.ts'
import type { Back, RefundSaid } from '../provider.ts'
import type { VnpayAccount } from './account.ts'
import { answered, ask } from './ask.ts'
import { type Command, tellVnpay } from './message.ts'
import { plain } from './pay.ts'

const command: Command = {
  asks: [
    ...['RequestId', 'Version', 'Command', 'TmnCode', 'TransactionType', 'TxnRef', 'Amount', 'TransactionNo'],
    ...['TransactionDate', 'CreateBy', 'CreateDate', 'IpAddr', 'OrderInfo'],
  ],
  answers: answered.slice(0, -2),
}
/** Nothing happened: no such merchant, a wrong format, no such payment, VNPAY refused, a wrong signature. */
const refusals = ['02', '03', '91', '95', '97']

/** What a payment's status says of the refund on it: 05 under way, 06 sent on to the bank, 09 refused. */
const stateOf = (transactionStatus: string): RefundSaid['state'] =>
  (({ '05': 'accepted', '06': 'done', '09': 'refused' }) as const)[transactionStatus] ?? 'unknown'

/**
 * Asks VNPAY to give back all (`02`) or a part (`03`) of a payment. The same `refundReference` on one day is one request;
 * on another day it would be a second one, so a request without an answer is followed, never sent again.
 */
export async function refund(
  back: Back,
  account: VnpayAccount,
  url: string,
  send: typeof fetch = fetch,
): Promise<RefundSaid> {
  const { isOnly = true } = back
  const asked = {
    vnp_Command: 'refund',
    vnp_RequestId: back.refundReference,
    vnp_TransactionType: back.amountVnd === back.paidVnd ? '02' : '03',
    vnp_TxnRef: back.reference,
    vnp_Amount: String(back.amountVnd * 100),
    vnp_TransactionNo: back.transactionId,
    vnp_TransactionDate: stampOf(back.createdAt),
    vnp_CreateBy: plain(back.by).slice(0, 245) || 'quy',
    vnp_CreateDate: stampOf(back.now),
    vnp_IpAddr: '127.0.0.1',
    vnp_OrderInfo: `Hoan ${plain(back.reference)}`,
  }
  const said = await tellVnpay(command, asked, account, url, send)
  const code = said.vnp_ResponseCode ?? ''
  if (refusals.includes(code)) return { state: 'refused', code }
  if (code !== '00') return { state: 'unknown', code }
  const state = stateOf(said.vnp_TransactionStatus ?? '')
  const transactionId = said.vnp_TransactionNo
  return {
    state: state === 'unknown' || !isOnly ? 'accepted' : state,
    code: `${code}/${said.vnp_TransactionStatus ?? ''}`,
    ...(transactionId ? { transactionId } : {}),
  }
}

/**
 * What became of a refund: VNPAY tells it by the status of the payment, whichever refund that is of. Where there were
 * others, only one that was accepted itself, while none of them is under way, is taken for done.
 */
export async function followRefund(
  back: Back,
  requestId: string,
  account: VnpayAccount,
  url: string,
  send: typeof fetch = fetch,
): Promise<RefundSaid> {
  const { reference, createdAt, now, isOnly = true, isOnlyOpen = true, isAccepted = false } = back
  const said = await ask({ reference, createdAt, now, requestId, callerAddress: '127.0.0.1' }, account, url, send)
  const code = said.found ? (said.notification.transactionStatus ?? '') : '91'
  const state = stateOf(code)
  const isOfThis = isOnly || (state === 'done' && isAccepted && isOnlyOpen)
  return { state: isOfThis ? state : 'unknown', code }
}
