import { randomInt } from 'node:crypto'
import { type Account, digest, type Fields, type Json, withQuery, writeJson } from './momo-wire.ts'

/** What became of an order. Amounts in đồng, times in milliseconds. */
export interface Transaction {
  /** MoMo's own number, with more digits than a double holds. */
  number: bigint
  code: Code
  amountVnd: number
  at: number
}

export interface Refund {
  reference: string
  amountVnd: number
  number: bigint
  code: Code
  at: number
}

export interface Payment {
  reference: string
  requestId: string
  amountVnd: number
  info: string
  extraData: string
  lang: 'vi' | 'en'
  returnUrl: string
  ipnUrl: string
  createdAt: number
  expiresAt: number
  /** When a late payment will come; undefined if none is on its way. */
  lateAt: number | undefined
  transactions: Transaction[]
  refunds: Refund[]
}

// biome-ignore format: a table reads best as a table
export const messages = {
  0: { vi: 'Thành công.', en: 'Successful.' },
  13: { vi: 'Xác thực đối tác thất bại.', en: 'Merchant authentication failed.' },
  20: { vi: 'Yêu cầu sai định dạng.', en: 'Bad format request.' },
  22: { vi: 'Số tiền ngoài giới hạn.', en: 'The transaction amount is out of range.' },
  40: { vi: 'RequestId bị trùng.', en: 'Duplicated requestId.' },
  41: { vi: 'OrderId bị trùng.', en: 'Duplicated orderId.' },
  42: { vi: 'OrderId không tìm thấy.', en: 'OrderId is not found.' },
  1000: { vi: 'Đang chờ người dùng xác nhận.', en: 'Waiting for user confirmation.' },
  1001: { vi: 'Tài khoản không đủ tiền.', en: 'Insufficient funds.' },
  1003: { vi: 'Giao dịch bị hủy.', en: 'Transaction cancelled after successfully authorized.' },
  1005: { vi: 'Liên kết hoặc mã QR đã hết hạn.', en: 'The url or QR code expired.' },
  1006: { vi: 'Người dùng từ chối xác nhận.', en: 'User has denied to confirm the payment.' },
  1080: { vi: 'Hoàn tiền thất bại khi xử lý.', en: 'Refund attempt failed during the processing.' },
  1081: { vi: 'Hoàn tiền bị từ chối.', en: 'The original transaction might have been refunded.' },
  1088: { vi: 'Giao dịch gốc không được hoàn tiền.', en: 'The original payment is ineligible to be refunded.' },
  7000: { vi: 'Giao dịch đang được xử lý.', en: 'Transaction is being processed.' },
  7002: { vi: 'Giao dịch đang được xử lý bởi nhà cung cấp.', en: 'Being processed by the provider.' },
  9000: { vi: 'Giao dịch đã được xác nhận.', en: 'Transaction is authorized successfully.' },
} as const
export type Code = keyof typeof messages

/** What the payer or MoMo does. `capture` and `release` end what was authorized. */
export const plays = {
  approve: 0,
  decline: 1001,
  cancel: 1006,
  authorize: 9000,
  capture: 0,
  release: 1003,
  process: 7002,
} as const satisfies Record<string, Code>
export type Play = keyof typeof plays

export const drawNumber = (): bigint => 26_000_000_000_000_000n + BigInt(randomInt(2 ** 47))

export function play(payment: Payment, what: Play, at: number, amountVnd = payment.amountVnd): Transaction {
  const open = payment.transactions.find(({ code }) => code === 9000 || code === 7002)
  const transaction = { number: open?.number ?? drawNumber(), code: plays[what], amountVnd, at }
  payment.transactions.push(transaction)
  payment.lateAt = undefined
  return transaction
}

/** The transaction that counts: money outweighs what came before, and a release outweighs what was only authorized. */
export const lastWord = ({ transactions }: Payment): Transaction | undefined =>
  transactions.find(({ code }) => code === 0) ?? transactions.at(-1)

/** The notification's members, signed. */
export function told(payment: Payment, { number, code, amountVnd, at }: Transaction, account: Account): Fields {
  const fields = {
    partnerCode: account.partnerCode,
    orderId: payment.reference,
    requestId: payment.requestId,
    amount: String(amountVnd),
    orderInfo: payment.info,
    orderType: 'momo_wallet',
    transId: String(number),
    resultCode: String(code),
    message: messages[code][payment.lang],
    payType: code === 0 || code === 9000 ? 'qr' : '',
    responseTime: String(at),
    extraData: payment.extraData,
  }
  return { ...fields, signature: digest(fields, account) }
}

const numbers = ['amount', 'transId', 'resultCode', 'responseTime']
export const bodyOf = (fields: Fields): string =>
  writeJson(
    Object.fromEntries(
      Object.entries(fields).map(([name, value]): [string, Json] => [
        name,
        numbers.includes(name) ? BigInt(value) : value,
      ]),
    ),
  )

/** Where the payer is sent back to after the last transaction. */
export function wayBack(payment: Payment, account: Account): string {
  const transaction = payment.transactions.at(-1)
  if (!transaction) throw new Error(`momo stand-in: ${payment.reference} has no transaction`)
  return withQuery(payment.returnUrl, told(payment, transaction, account))
}
