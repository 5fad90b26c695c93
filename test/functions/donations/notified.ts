import type { Donation } from '../../../functions/donations/donation.ts'
import { sign } from '../../../functions/donations/providers/vnpay/signature.ts'

export const account = { tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' }

let number = 22_000_000
/** What VNPAY sends of a gift; a transaction of its own each time. */
export const fieldsOf = (of: Donation, over: Record<string, string> = {}): Record<string, string> => ({
  vnp_Amount: String(of.amountVnd * 100),
  vnp_BankCode: 'NCB',
  vnp_OrderInfo: 'Gop heo',
  vnp_PayDate: '20261123140509',
  vnp_ResponseCode: '00',
  vnp_TmnCode: account.tmnCode,
  vnp_TransactionNo: String(++number),
  vnp_TransactionStatus: '00',
  vnp_TxnRef: of.attempts[0]!.reference,
  ...over,
})
/** The raw query that it comes as. */
export const signed = (fields: Record<string, string>, secret = account.hashSecret) =>
  `${new URLSearchParams(fields)}&vnp_SecureHash=${sign(fields, secret)}`
