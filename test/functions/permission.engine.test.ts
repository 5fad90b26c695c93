import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { handler as askVnpay } from '../../functions/donations/ask.ts'
import { hmac, sign } from '../../functions/donations/providers/vnpay-signature.ts'
import { balanced } from '../../functions/ledger/entry.ts'
import { readBatches } from '../../functions/ledger/store.ts'
import { key } from '../../functions/store/keys.ts'
import { put } from '../../functions/store/table.ts'
import { changes, clock, commands, events, requests } from '../../functions/triggers.ts'
import { seed } from '../../infra/seed/seed.ts'
import { call } from '../call.ts'
import { noteKeys, startAs, touchedBy } from '../noted.ts'
import { openTable, type Table } from '../table.ts'
import { donorOf, openPostBox, touchMail } from './mail/touches.ts'

type Row = { run: string } & { [kind in 'reads' | 'writes' | 'adds' | 'edits' | 'erases']?: readonly string[] }
const rows: readonly Row[] = [...requests, ...changes, ...clock, ...events, ...commands]
const allowed = ({ reads = [], writes = [], ...may }: Row): Record<string, readonly string[]> => ({
  Get: reads,
  BatchGet: reads,
  Query: reads,
  Put: [...writes, ...(may.adds ?? [])],
  Update: [...writes, ...(may.edits ?? [])],
  Delete: [...writes, ...(may.erases ?? [])],
})

let table: Table
const account = { tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' }
beforeAll(async () => {
  table = await openTable()
  process.env.VNPAY_PAY_URL = process.env.VNPAY_API_URL = 'https://vnpay.test'
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: JSON.stringify(account) } })
  mockClient(S3Client)
    .on(GetObjectCommand)
    .callsFake(() => ({ Body: { transformToString: async () => 'frame' } }))
  openPostBox()
  for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
  noteKeys()
})
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})

async function as<T>(run: string, act: (verb: unknown) => Promise<T>): Promise<T> {
  startAs(run)
  const [room, file] = run.split('/')
  return act((await import(`../../functions/${room}/${file}.ts`)).handler)
}
const invoke = (verb: unknown, event: unknown) =>
  (verb as (event: unknown, context: object) => Promise<unknown>)(event, {})

async function give(name?: string): Promise<{ receiptKey: string; reference: string }> {
  const attempt = crypto.randomUUID()
  const body = { program: seed.programs[0]!.slug, amountVnd: 50_000, attempt, ...donorOf(name) }
  await as('donations/give', (verb) => call(verb, { method: 'POST', body }))
  const { json } = await as('donations/give', (verb) => call(verb, { method: 'POST', body }))
  return { receiptKey: json.receiptKey, reference: new URL(json.payUrl).searchParams.get('vnp_TxnRef')! }
}

let number = 33_000_000
function tell(reference: string, over: Record<string, string> = {}) {
  const fields = {
    vnp_Amount: '5000000',
    vnp_TmnCode: account.tmnCode,
    vnp_TransactionNo: String(++number),
    vnp_ResponseCode: '00',
    vnp_TransactionStatus: '00',
    vnp_TxnRef: reference,
    ...over,
  }
  return as('donations/settle-vnpay', (verb) =>
    call(verb, { query: `${new URLSearchParams(fields)}&vnp_SecureHash=${sign(fields, account.hashSecret)}` }),
  )
}

/** VNPAY's answer to each question, in turn. */
async function ask(...answers: Record<string, string>[]): Promise<void> {
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
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    const said: Record<string, string> = {
      vnp_ResponseCode: '00',
      vnp_TxnRef: JSON.parse(String(init?.body)).vnp_TxnRef,
      vnp_Amount: '5000000',
      vnp_TransactionNo: String(++number),
      ...answers.shift(),
    }
    return Response.json({
      ...said,
      vnp_SecureHash: hmac(names.map((name) => said[`vnp_${name}`] ?? '').join('|'), account.hashSecret),
    })
  })
  vi.useFakeTimers({ now: Date.now() + 130_000, toFake: ['Date'] })
  await as('donations/ask', () => invoke(askVnpay, {}))
  vi.useRealTimers()
  fetched.mockRestore()
}

/** An entry that relates to another: the book then looks up where that one stands. */
async function correctFirstLine(): Promise<void> {
  startAs('')
  const [first] = (await readBatches([1]))[0]!.lines
  const { entryId, program, hour, commitment } = first!
  const entry = {
    v: 1,
    entryId: 'correction',
    kind: 'correction',
    program,
    hour,
    commitment,
    currency: 'VND',
    postings: balanced([
      [`program:${program}`, -1],
      ['unallocated', 1],
    ]),
    relatedEntryId: entryId,
    paymentKey: 'correction',
  }
  await put({ ...key.outbox(entry.paymentKey), ...entry })
}

/** One touches nothing; the other tries what it may not, where permissions hold (see the journeys). */
const exempt = new Set(['routes/unknown', 'probe/permission'])

it('every verb touches only the families of its row, and needs each of them', async () => {
  await as('programs/publish', (verb) => invoke(verb, seed))
  await as('programs/list', (verb) => call(verb, { query: 'area=777' }))
  await as('programs/get', (verb) => call(verb, { params: { slug: seed.programs[0]!.slug } }))
  await as('areas/list', (verb) => call(verb))
  await as('questions/list', (verb) => call(verb))
  for (const open of [false, true]) await as('giving/turn', (verb) => invoke(verb, { open, reason: { vi: 'nghỉ' } }))
  await as('giving/state', (verb) => call(verb))

  const named = await give('Bà Tư')
  const moved = await give()
  const failed = await give()
  const waiting = [await give(), await give('Ông Ba')]
  await tell(named.reference)
  await tell(named.reference, { vnp_Amount: '7000000' })
  await tell(moved.reference, { vnp_TransactionStatus: '07' })
  await tell(failed.reference, { vnp_ResponseCode: '24', vnp_TransactionStatus: '02' })
  await ask({ vnp_TransactionStatus: '00' }, { vnp_TransactionStatus: '07' }, { vnp_TransactionStatus: '07' })
  for (const { receiptKey } of [named, moved, ...waiting]) {
    const params = { receiptKey }
    await as('donations/status', (verb) => call(verb, { params }))
    await as('donations/return', (verb) => call(verb, { params }))
  }
  await as('ledger/fold', (verb) => invoke(verb, {}))
  await correctFirstLine()
  await as('ledger/fold', (verb) => invoke(verb, {}))
  await as('donations/show-receipt', (verb) => call(verb, { params: { receiptKey: named.receiptKey } }))
  await as('donations/receipt-file', (verb) => call(verb, { params: { receiptKey: named.receiptKey } }))
  for (const query of ['', 'line=1', 'date=2026-11-23', `program=${seed.programs[0]!.slug}`]) {
    await as('ledger/book', (verb) => call(verb, { query }))
    await as('ledger/book-csv', (verb) => call(verb, { query }))
  }
  await as('ledger/totals', (verb) => call(verb))
  const { json: file } = await as('donations/receipt-file', (verb) =>
    call(verb, { params: { receiptKey: named.receiptKey } }),
  )
  for (const amount of ['50000', '60000'])
    await as('donations/find-receipt', (verb) =>
      call(verb, { method: 'POST', body: new URLSearchParams({ code: file.receipts[0].receipt.code, amount }) }),
    )
  await touchMail(as, named.receiptKey)
  await as('donations/hide-name', (verb) => call(verb, { method: 'POST', params: { receiptKey: named.receiptKey } }))

  for (const row of rows.filter(({ run }) => !exempt.has(run))) {
    const may = allowed(row)
    const did = touchedBy(row.run)
    const denied = did.filter((act) => !may[act.split(' ')[0]!]?.includes(act.split(' ')[1]!))
    expect([row.run, denied]).toEqual([row.run, []])
    const used = new Set(did.map((act) => act.split(' ')[1]))
    const idle = [...new Set(Object.values(may).flat())].filter((family) => !used.has(family))
    expect([row.run, idle]).toEqual([row.run, []])
  }
})
