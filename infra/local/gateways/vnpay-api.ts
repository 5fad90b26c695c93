import { randomUUID } from 'node:crypto'
import type { Payment } from './vnpay-payments.ts'
import { giveBack, type RefundSwitches, settleRefunds } from './vnpay-refunds.ts'
import { type Account, type Fields, hashOfMessage, same, stamp, time } from './vnpay-wire.ts'

const asked = {
  querydr: [
    'RequestId',
    'Version',
    'Command',
    'TmnCode',
    'TxnRef',
    'TransactionDate',
    'CreateDate',
    'IpAddr',
    'OrderInfo',
  ],
  refund: [
    ...['RequestId', 'Version', 'Command', 'TmnCode', 'TransactionType', 'TxnRef', 'Amount', 'TransactionNo'],
    ...['TransactionDate', 'CreateBy', 'CreateDate', 'IpAddr', 'OrderInfo'],
  ],
}
const answered = {
  refund: [
    ...['ResponseId', 'Command', 'ResponseCode', 'Message', 'TmnCode', 'TxnRef', 'Amount', 'BankCode', 'PayDate'],
    ...['TransactionNo', 'TransactionType', 'TransactionStatus', 'OrderInfo'],
  ],
  querydr: [] as string[],
}
answered.querydr = [...answered.refund, 'PromotionCode', 'PromotionAmount']

const messages: Record<string, string> = {
  '00': 'QueryDR Success',
  '02': 'Invalid TmnCode',
  '03': 'Invalid format',
  '91': 'Transaction not found',
  '94': 'Duplicate request',
  '95': 'Transaction cannot be refunded',
  '97': 'Invalid checksum',
  '99': 'Unknown error',
}

function readFields(body: string): Fields | undefined {
  try {
    const read: unknown = JSON.parse(body)
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined
    const pairs = Object.entries(read).map(([name, value]) => [name, String(value ?? '')] as const)
    return Object.fromEntries(pairs)
  } catch {
    return undefined
  }
}

const wellFormed = (fields: Fields): boolean =>
  /^[A-Za-z0-9]{1,32}$/.test(fields.vnp_RequestId ?? '') &&
  fields.vnp_Version === '2.1.0' &&
  /^.{1,100}$/.test(fields.vnp_TxnRef ?? '') &&
  time(fields.vnp_TransactionDate) !== undefined &&
  time(fields.vnp_CreateDate) !== undefined &&
  /^.{7,45}$/.test(fields.vnp_IpAddr ?? '') &&
  /^.{1,255}$/.test(fields.vnp_OrderInfo ?? '')

/** A payment as it is told: the transaction that brought money, else the last; before any, it is incomplete until it expires. What goes back outweighs that it came. */
function result(payment: Payment, now: number): Fields {
  const paid = payment.transactions.find(({ status }) => status === '00') ?? payment.transactions.at(-1)
  if (!paid)
    return { vnp_Amount: String(payment.amountVnd * 100), vnp_TransactionStatus: now < payment.expiresAt ? '01' : '02' }
  return {
    vnp_Amount: String(paid.amountVnd * 100),
    vnp_BankCode: paid.number === '0' ? 'VNPAY' : 'NCB',
    vnp_PayDate: stamp(paid.at),
    vnp_TransactionNo: paid.number,
    vnp_TransactionType: '01',
    vnp_TransactionStatus: payment.refunds.at(-1)?.status ?? paid.status,
  }
}

interface Start {
  account: Account
  payments: Map<string, Payment>
  refunds: RefundSwitches
  now: () => number
}

const formOf = {
  querydr: () => true,
  refund: ({ vnp_TransactionType: type = '', vnp_Amount: amount = '', vnp_CreateBy: by = '' }: Fields): boolean =>
    /^0[23]$/.test(type) && /^[1-9]\d{0,11}$/.test(amount) && /^.{1,245}$/.test(by),
}

/** Answers querydr and refund. Request ids are unique per day; a wrong TransactionDate finds nothing. */
export function api({ account, payments, refunds, now }: Start) {
  const seen = new Set<string>()

  function decide(
    fields: Fields | undefined,
    command: 'querydr' | 'refund' | undefined,
  ): { code: string; more?: Fields } {
    if (!fields || !command || !wellFormed(fields) || !formOf[command](fields)) return { code: '03' }
    if (fields.vnp_TmnCode !== account.tmnCode) return { code: '02' }
    if (!same(hashOfMessage(asked[command], fields, account.hashSecret), fields.vnp_SecureHash)) return { code: '97' }
    const request = `${stamp(now()).slice(0, 8)} ${fields.vnp_RequestId}`
    if (seen.has(request)) return { code: '94' }
    seen.add(request)
    if (command === 'refund' && refunds.off) return { code: '99' }
    const payment = payments.get(fields.vnp_TxnRef ?? '')
    if (payment?.createDate !== fields.vnp_TransactionDate || payment === undefined) return { code: '91' }
    settleRefunds(payment, refunds, now())
    const code = command === 'refund' ? giveBack(payment, fields, refunds, now()) : '00'
    if (code !== '00') return { code }
    const more = { ...result(payment, now()), vnp_OrderInfo: payment.info }
    const { vnp_TransactionType: type = '', vnp_Amount: amount = '' } = fields
    return {
      code,
      more: command === 'refund' ? { ...more, vnp_TransactionType: type, vnp_Amount: amount } : more,
    }
  }

  return (body: string): Fields => {
    const fields = readFields(body)
    const named = fields?.vnp_Command
    const command = named === 'querydr' || named === 'refund' ? named : undefined
    const { code, more } = decide(fields, command)
    const said: Fields = {
      vnp_ResponseId: randomUUID().replaceAll('-', ''),
      vnp_Command: named ?? '',
      vnp_ResponseCode: code,
      vnp_Message: messages[code]!,
      vnp_TmnCode: account.tmnCode,
      vnp_TxnRef: fields?.vnp_TxnRef ?? '',
      ...more,
    }
    return { ...said, vnp_SecureHash: hashOfMessage(answered[command ?? 'querydr'], said, account.hashSecret) }
  }
}
