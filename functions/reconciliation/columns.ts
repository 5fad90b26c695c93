import { type Facts, facts } from '../donations/providers/facts.ts'
import type { ProviderName } from '../donations/way.ts'

export type Field =
  | 'id'
  | 'reference'
  | 'of'
  | 'at'
  | 'amount'
  | 'credit'
  | 'debit'
  | 'fee'
  | 'net'
  | 'kind'
  | 'status'
  | 'text'
  | 'account'

/** Names of columns that a field may have, folded, the surest first. */
export type Names = Readonly<Partial<Record<Field, readonly string[]>>>

/** `Số tiền ghi có/\nCredit` -> `so tien ghi co credit`: no marks, no case, no punctuation. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const at = [
  'thoi gian giao dich',
  'ngay giao dich',
  'thoi gian thanh toan',
  'ngay thanh toan',
  'vnp paydate',
  'transaction date',
  'transactiondate',
  'transaction time',
  'pay date',
  'payment time',
  'ngay gd',
  'tnx date',
  'ngay hach toan',
  'ngay hieu luc',
  'thoi gian',
  'ngay',
  'date',
  'time',
]
const text = [
  'noi dung giao dich',
  'noi dung thanh toan',
  'noi dung chi tiet',
  'transactions in detail',
  'transaction content',
  'noi dung',
  'dien giai',
  'mo ta',
  'description',
  'content',
  'details',
]
const gatewayMoney: Names = {
  amount: ['so tien giao dich', 'gia tri giao dich', 'so tien thanh toan', 'so tien', 'amount', 'gross amount'],
  fee: ['tong phi', 'phi giao dich', 'phi dich vu', 'phi thanh toan', 'phi', 'total fee', 'fee', 'fee amount'],
  net: ['so tien thuc nhan', 'so tien quyet toan', 'thuc nhan', 'net amount', 'net', 'settlement amount'],
  kind: ['loai giao dich', 'transaction type', 'loai', 'type'],
  status: ['trang thai giao dich', 'trang thai', 'transaction status', 'status', 'ket qua'],
  text,
  at,
  of: ['ma giao dich goc', 'original transaction id', 'original transid', 'giao dich goc'],
}
const ours = ['ma don hang', 'ma giao dich doi tac', 'ma tham chieu', 'order id', 'orderid', 'merchant order id']

/**
 * Columns of each provider’s file. Transfers: as SePay’s API and sheets and the statements of Vietcombank and Techcombank
 * name them. Gateways publish no sample of their settlement files: these are the names of their fields in the API and the
 * words of their portals; the first real file shows what is missing, and it is added to the provider's facts.
 */
export const names: Readonly<Partial<Record<ProviderName, Names>>> = {
  bank: {
    id: [
      'ma tham chieu',
      'so tham chieu',
      'reference number',
      'referencecode',
      'reference code',
      'reference',
      'so but toan',
      'so ct',
      'doc no',
      'so chung tu',
      'ma giao dich',
      'so giao dich',
      'transaction id',
    ],
    at,
    credit: [
      'so tien ghi co',
      'ghi co',
      'phat sinh co',
      'so tien vao',
      'tien vao',
      'amount in',
      'credit amount',
      'credit',
      'co',
    ],
    debit: [
      'so tien ghi no',
      'ghi no',
      'phat sinh no',
      'so tien ra',
      'tien ra',
      'amount out',
      'debit amount',
      'debit',
      'no',
    ],
    amount: ['so tien giao dich', 'transferamount', 'so tien', 'amount'],
    kind: ['loai giao dich', 'transfertype', 'transfer type', 'loai', 'type'],
    text,
    account: ['so tai khoan', 'account number', 'accountnumber', 'tai khoan', 'account no'],
  },
  ...Object.fromEntries(
    facts.flatMap(({ name, file }: Facts) => {
      if (!file) return []
      const { reference = [] } = file.columns
      return [[name, { ...gatewayMoney, ...file.columns, reference: [...reference, ...ours] }]]
    }),
  ),
}

/** What a file must have, by provider. */
export const needed = (provider: ProviderName): readonly (readonly Field[])[] =>
  provider === 'bank' ? [['id'], ['at'], ['credit', 'amount']] : [['id'], ['at'], ['amount']]

/** A header in two languages counts by each of them: `Số CT/ Doc No`. */
const meanings = (cell: string): string[] => [fold(cell), ...cell.split(/[\n\r/|(]/).map(fold)].filter(Boolean)

/** Which column holds which field. A column serves one field; the surest name wins. */
export function columnsOf(cells: readonly string[], wanted: Names): Map<Field, number> {
  const said = cells.map(meanings)
  const found = new Map<Field, number>()
  for (const [field, all] of Object.entries(wanted) as [Field, readonly string[]][]) {
    const places = all.map((name) =>
      said.findIndex((each, place) => each.includes(name) && ![...found.values()].includes(place)),
    )
    const place = places.find((each) => each >= 0)
    if (place !== undefined) found.set(field, place)
  }
  return found
}
