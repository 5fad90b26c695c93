import { randomInt } from 'node:crypto'
import type { Refund } from './vnpay-refunds.ts'
import { type Account, type Fields, hashOfQuery, same, signedQuery, stamp, time, withQuery } from './vnpay-wire.ts'

/** One try of the donor's bank within a payment. Amounts in đồng, times in milliseconds. */
export interface Transaction {
  number: string
  responseCode: string
  status: string
  amountVnd: number
  at: number
}

export interface Payment {
  reference: string
  amountVnd: number
  info: string
  lang: 'vi' | 'en'
  returnUrl: string
  createDate: string
  expiresAt: number
  /** When a late payment will come; undefined if none is on its way. */
  lateAt: number | undefined
  transactions: Transaction[]
  refunds: Refund[]
  /** The page's whole query: the same one again is the same payment. */
  query: string
}

/** What the payer or the bank does: response code, transaction status, and whether a bank was reached at all. */
export const plays = {
  approve: { responseCode: '00', status: '00', bank: true },
  decline: { responseCode: '51', status: '02', bank: true },
  cancel: { responseCode: '24', status: '02', bank: false },
  suspect: { responseCode: '07', status: '07', bank: true },
} as const
export type Play = keyof typeof plays

const rules: Record<string, RegExp> = {
  vnp_Version: /^2\.1\.0$/,
  vnp_Command: /^pay$/,
  vnp_Amount: /^\d{1,12}$/,
  vnp_CreateDate: /^\d{14}$/,
  vnp_ExpireDate: /^\d{14}$/,
  vnp_CurrCode: /^VND$/,
  vnp_IpAddr: /^[0-9A-Fa-f:.]{7,45}$/,
  vnp_Locale: /^(vn|en)$/,
  vnp_OrderInfo: /^[A-Za-z0-9 :.,_-]{1,255}$/,
  vnp_OrderType: /^[A-Za-z0-9]{1,100}$/,
  vnp_ReturnUrl: /^https?:\/\/.{3,248}$/,
  vnp_TxnRef: /^[A-Za-z0-9]{1,100}$/,
}

/** VNPAY's own error numbers: 01 exists, 03 format, 04 amount, 15 expired, 70 signature, 72 no such merchant. */
export type Wrong = { code: '01' | '03' | '04' | '15' | '70' | '72'; field?: string }

/** Reads the address of a payment page; says what is wrong as the gateway does. */
export function open(query: string, account: Account, now: number, known: Map<string, Payment>): Payment | Wrong {
  const pairs = [...new URLSearchParams(query)]
  const fields: Fields = Object.fromEntries(pairs)
  if (pairs.length !== Object.keys(fields).length) return { code: '03' }
  if (fields.vnp_TmnCode !== account.tmnCode) return { code: '72' }
  if (!same(hashOfQuery(fields, account.hashSecret), fields.vnp_SecureHash)) return { code: '70' }
  const field = Object.keys(rules).find((name) => !rules[name]!.test(fields[name] ?? ''))
  const [created, expires] = [time(fields.vnp_CreateDate), time(fields.vnp_ExpireDate)]
  if (field !== undefined) return { code: '03', field }
  if (created === undefined || expires === undefined || expires <= created)
    return { code: '03', field: 'vnp_ExpireDate' }
  const amountVnd = Number(fields.vnp_Amount) / 100
  if (!Number.isInteger(amountVnd) || amountVnd < 5_000 || amountVnd >= 1_000_000_000) return { code: '04' }
  const reference = fields.vnp_TxnRef!
  const before = known.get(reference)
  if (before?.query === query && before.transactions.length === 0 && now < expires) return before
  if (before && before.createDate.slice(0, 8) === fields.vnp_CreateDate!.slice(0, 8)) return { code: '01' }
  if (now >= expires) return { code: '15' }
  return {
    reference,
    amountVnd,
    info: fields.vnp_OrderInfo!,
    lang: fields.vnp_Locale === 'en' ? 'en' : 'vi',
    returnUrl: fields.vnp_ReturnUrl!,
    createDate: fields.vnp_CreateDate!,
    expiresAt: expires,
    lateAt: undefined,
    transactions: [],
    refunds: [],
    query,
  }
}

/** A transaction's number is drawn, for a city keeps its payments longer than a stand-in runs. */
export function play(payment: Payment, what: Play, at: number, amountVnd = payment.amountVnd): Transaction {
  const { responseCode, status, bank } = plays[what]
  const number = bank ? String(randomInt(10_000_000_000_000, 100_000_000_000_000)) : '0'
  const transaction = { number, responseCode, status, amountVnd, at }
  payment.transactions.push(transaction)
  payment.lateAt = undefined
  return transaction
}

const paidBy = ({ number }: Transaction): Fields =>
  number === '0'
    ? { vnp_BankCode: 'VNPAY', vnp_CardType: 'QRCODE' }
    : { vnp_BankCode: 'NCB', vnp_CardType: 'ATM', vnp_BankTranNo: `VNP${number}` }

/** The query of a notification and of the way back, signed. */
export const told = (payment: Payment, transaction: Transaction, { tmnCode, hashSecret }: Account): string =>
  signedQuery(
    {
      ...paidBy(transaction),
      vnp_Amount: String(transaction.amountVnd * 100),
      vnp_OrderInfo: payment.info,
      vnp_PayDate: stamp(transaction.at),
      vnp_ResponseCode: transaction.responseCode,
      vnp_TmnCode: tmnCode,
      vnp_TransactionNo: transaction.number,
      vnp_TransactionStatus: transaction.status,
      vnp_TxnRef: payment.reference,
    },
    hashSecret,
  )

/** Where the payer is sent back to after the last transaction. */
export function wayBack(payment: Payment, account: Account): string {
  const transaction = payment.transactions.at(-1)
  if (!transaction) throw new Error(`vnpay stand-in: ${payment.reference} has no transaction`)
  return withQuery(payment.returnUrl, told(payment, transaction, account))
}
