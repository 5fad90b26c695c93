import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { hmac } from '../../../functions/donations/providers/vnpay/signature.ts'
import { openTable, type Table } from '../../table.ts'

const account = { tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' }
const names = [
  'ResponseId',
  'Command',
  'ResponseCode',
  'Message',
  'TmnCode',
  'TxnRef',
  'Amount',
  'BankCode',
  'PayDate',
  'TransactionNo',
  'TransactionType',
  'TransactionStatus',
  'OrderInfo',
  'PromotionCode',
  'PromotionAmount',
]
/** What VNPAY knows of each order; without an entry it knows none. 'down' is a broken network. */
export const known = new Map<string, Record<string, string> | 'down'>()
export const asked: { reference: string; transactionDate: string }[] = []

/** VNPAY as one asks it; it notes who was asked about, and says what `known` says. */
function openVnpay(): void {
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .callsFake(({ Name }) => {
      if (Name.endsWith('/vnpay')) return { Parameter: { Value: JSON.stringify(account) } }
      throw Object.assign(new Error('none'), { name: 'ParameterNotFound' })
    })
  for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    const { vnp_TxnRef: reference, vnp_TransactionDate: transactionDate } = JSON.parse(String(init?.body))
    asked.push({ reference, transactionDate })
    const knows = known.get(reference)
    if (knows === 'down') throw new TypeError('fetch failed')
    const said: Record<string, string> = {
      vnp_ResponseCode: knows ? '00' : '91',
      vnp_TxnRef: reference,
      vnp_Amount: '5000000',
      vnp_TransactionNo: reference.replace(/\D/g, '').slice(0, 10) || '1',
      ...knows,
    }
    return Response.json({
      ...said,
      vnp_SecureHash: hmac(names.map((name) => said[`vnp_${name}`] ?? '').join('|'), account.hashSecret),
    })
  })
}

/** For the tests of a file: a table that each has anew, and a VNPAY that knows nothing yet. */
export function openAsking(): void {
  let table: Table
  beforeAll(async () => {
    table = await openTable()
    openVnpay()
  })
  beforeEach(async () => {
    await table.empty()
    known.clear()
    asked.length = 0
  })
  afterEach(() => vi.useRealTimers())
  afterAll(async () => {
    vi.restoreAllMocks()
    await table.close()
  })
}
