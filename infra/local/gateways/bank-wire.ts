import { createHmac } from 'node:crypto'
import type { Movement } from './bank-movements.ts'

/** How SePay and payOS sign and what they say. Written apart from the city's own files, so that two readings of one paper must agree. */
export interface Account {
  sepay: { hmacSecret: string; apiToken: string }
  payos: { checksumKey: string }
}
export const services = ['sepay', 'payos'] as const
export type Service = (typeof services)[number]

const digest = (text: string, secret: string): string => createHmac('sha256', secret).update(text).digest('hex')

const vietNamMs = 7 * 3_600_000
/** `2026-11-23 14:05:09` in Viet Nam. */
export const localTime = (ms: number): string => new Date(ms + vietNamMs).toISOString().slice(0, 19).replace('T', ' ')

/** A notification of SePay, signed at the time it is sent. */
export function sepayWord(of: Movement, { sepay }: Account, now: number): RequestInit {
  const body = JSON.stringify({
    id: of.number,
    gateway: 'NganHangThu',
    transactionDate: localTime(of.at),
    accountNumber: of.account,
    code: null,
    content: of.text,
    transferType: of.direction,
    transferAmount: of.amountVnd,
    accumulated: of.balanceVnd,
    subAccount: null,
    referenceCode: of.reference,
    description: '',
  })
  const timestamp = String(Math.floor(now / 1_000))
  const signature = `sha256=${digest(`${timestamp}.${body}`, sepay.hmacSecret)}`
  const headers = {
    'content-type': 'application/json',
    'x-sepay-timestamp': timestamp,
    'x-sepay-signature': signature,
  }
  return { method: 'POST', body, headers }
}

/** A notification of payOS; its keys are signed in the order of the alphabet. */
export function payosWord(of: Movement, { payos }: Account): RequestInit {
  const data: Record<string, string | number> = {
    accountNumber: of.account,
    amount: of.amountVnd,
    code: '00',
    counterAccountName: '',
    currency: 'VND',
    desc: 'Thành công',
    description: of.text,
    orderCode: of.number,
    paymentLinkId: `link${of.number}`,
    reference: of.reference,
    transactionDateTime: localTime(of.at),
  }
  const text = Object.entries(data)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const body = JSON.stringify({
    code: '00',
    desc: 'success',
    success: true,
    data,
    signature: digest(text, payos.checksumKey),
  })
  return { method: 'POST', body, headers: { 'content-type': 'application/json' } }
}

/** Movements as SePay's `userapi` lists them, the newest first: sums as text with two zeros. */
export const listOf = (movements: readonly Movement[], query: URLSearchParams) => {
  const [from, to] = ['transaction_date_min', 'transaction_date_max'].map((name) => query.get(name) ?? '')
  const sum = (of: Movement, direction: Movement['direction']) => `${of.direction === direction ? of.amountVnd : 0}.00`
  const found = movements.filter(({ at }) => localTime(at) >= from! && (to === '' || localTime(at) <= to!))
  return {
    status: 200,
    error: null,
    messages: { success: true },
    transactions: found
      .toReversed()
      .slice(0, Number(query.get('limit') ?? 5_000))
      .map((of) => ({
        id: String(of.number),
        bank_brand_name: 'NganHangThu',
        account_number: of.account,
        transaction_date: localTime(of.at),
        ...{ amount_out: sum(of, 'out'), amount_in: sum(of, 'in'), accumulated: `${of.balanceVnd}.00` },
        ...{ transaction_content: of.text, reference_number: of.reference, code: null, sub_account: null },
        bank_account_id: '1',
      })),
  }
}

const cell = (value: string | number): string => `"${String(value).replaceAll('"', '""')}"`
const columns = [
  ...['ID', 'Ngân hàng', 'Ngày giao dịch', 'Số tài khoản', 'Tài khoản phụ', 'Code TT', 'Nội dung thanh toán'],
  ...['Loại', 'Số tiền', 'Mã tham chiếu', 'Lũy kế'],
]
const grouped = (vnd: number): string => String(vnd).replace(/\B(?=(\d{3})+$)/g, ',')

/** All movements as SePay exports them. */
export const statementOf = (movements: readonly Movement[]): string =>
  `\ufeff${[
    columns.map(cell),
    ...movements.map((of) => [
      ...[cell(of.number), cell('NganHangThu'), cell(localTime(of.at)), cell(of.account), cell(''), cell('')],
      ...[cell(of.text), cell(of.direction === 'in' ? 'Tiền vào' : 'Tiền ra'), cell(grouped(of.amountVnd))],
      ...[cell(of.reference), cell(grouped(of.balanceVnd))],
    ]),
  ]
    .map((row) => row.join(','))
    .join('\r\n')}\r\n`
