import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { changes, clock, commands, events, requests } from '../../functions/triggers.ts'
import { seed } from '../../infra/seed/seed.ts'
import { call } from '../call.ts'
import { noteKeys, startAs, touchedBy } from '../noted.ts'
import { openTable, type Table } from '../table.ts'
import { account, as, ask, correctFirstLine, give, invoke, tell, tellAsZalopay } from './acts.ts'
import { touchTransfers } from './donations/bank-touches.ts'
import * as momo from './donations/momo-notified.ts'
import * as stripe from './donations/striped.ts'
import { webhook } from './donations/striped-webhook.ts'
import { secrets } from './donations/transferred.ts'
import { account as zalopay } from './donations/zalopay-called.ts'
import { pledged } from './gifts.ts'
import { donorOf, openPostBox, touchMail } from './mail/touches.ts'
import { actAsOffice } from './office.ts'
import { reconcileAll } from './reconciliation/acts.ts'

type Row = { run: string } & { [kind in 'reads' | 'writes' | 'adds' | 'edits' | 'erases']?: readonly string[] }
const rows: readonly Row[] = [...requests, ...changes, ...clock, ...events, ...commands]
const allowed = ({ reads = [], writes = [], ...may }: Row): Record<string, readonly string[]> => ({
  Get: reads,
  BatchGet: reads,
  Query: reads,
  Put: [...writes, ...(may.adds ?? [])],
  Update: [...writes, ...(may.edits ?? [])],
  Delete: [...writes, ...(may.erases ?? [])],
  ConditionCheck: [...writes, ...(may.adds ?? []), ...(may.edits ?? []), ...(may.erases ?? [])],
})

let table: Table
const accounts: Record<string, object> = {
  vnpay: account,
  momo: momo.account,
  stripe: stripe.account,
  zalopay,
  bank: secrets,
}
beforeAll(async () => {
  table = await openTable()
  process.env.VNPAY_PAY_URL = process.env.VNPAY_API_URL = 'https://vnpay.test'
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .callsFake(({ Name }: { Name: string }) => ({
      Parameter: { Value: JSON.stringify(accounts[Name.split('/').at(-1)!]) },
    }))
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
  startAs('')
  const abroad = await pledged(donorOf('Bà Tám'), undefined, undefined, 'stripe')
  const byCard = stripe.eventOf(stripe.sessionOf(abroad, { amount_total: 70_000 }))
  await as('donations/settle-stripe', (verb) => invoke(verb, webhook(byCard, stripe.signed(byCard))))
  startAs('')
  const ofMomo = await momo.otherAmount()
  await as('donations/settle-momo', (verb) => call(verb, { body: ofMomo }))
  await tell(named.reference)
  await tell(named.reference, { vnp_Amount: '7000000' })
  await tell(moved.reference, { vnp_TransactionStatus: '07' })
  await tell(failed.reference, { vnp_ResponseCode: '24', vnp_TransactionStatus: '02' })
  await ask({ vnp_TransactionStatus: '00' }, { vnp_TransactionStatus: '07' }, { vnp_TransactionStatus: '07' })
  await tellAsZalopay()
  for (const { receiptKey } of [named, moved, ...waiting]) {
    const params = { receiptKey }
    await as('donations/status', (verb) => call(verb, { params }))
    await as('donations/return', (verb) => call(verb, { params }))
  }
  await touchTransfers(as)
  const { receiptKey } = await give()
  for (const way of ['vnpay-card', 'tien-mat']) {
    const paying = { method: 'POST', params: { receiptKey }, body: new URLSearchParams({ way }) }
    await as('donations/pay', (verb) => call(verb, paying))
  }
  const gift = { program: seed.programs[0]!.slug, amountVnd: 50_000, attempt: crypto.randomUUID() }
  for (const way of ['vnpay', 'vnpay-card'])
    await as('donations/give', (verb) => call(verb, { method: 'POST', body: { ...gift, way } }))
  await as('ledger/fold', (verb) => invoke(verb, {}))
  await correctFirstLine()
  await as('ledger/fold', (verb) => invoke(verb, {}))
  await as('donations/show-receipt', (verb) => call(verb, { params: { receiptKey: named.receiptKey } }))
  await as('donations/receipt-file', (verb) => call(verb, { params: { receiptKey: named.receiptKey } }))
  for (const query of ['', 'line=1', 'date=2026-11-23', `program=${seed.programs[0]!.slug}`]) {
    await as('ledger/book', (verb) => call(verb, { query }))
    await as('ledger/book-csv', (verb) => call(verb, { query }))
  }
  await actAsOffice(as, named.receiptKey)
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
  await reconcileAll(as, (await give('Bà Năm')).reference)

  for (const row of rows.filter(({ run }) => !exempt.has(run))) {
    const may = allowed(row)
    const did = touchedBy(row.run)
    const denied = did.filter((act) => !may[act.split(' ')[0]!]?.includes(act.split(' ')[1]!))
    expect([row.run, denied]).toEqual([row.run, []])
    const used = new Set(did.map((act) => act.split(' ')[1]))
    const idle = [...new Set(Object.values(may).flat())].filter((family) => !used.has(family))
    expect([row.run, idle]).toEqual([row.run, []])
  }
  for (const { run, adds = [], edits = [] } of rows.filter(({ run }) => /^donations\/(give|pay)$/.test(run))) {
    const needed = [...adds.map((family) => `Put ${family}`), ...edits.map((family) => `Update ${family}`)]
    expect([run, touchedBy(run).filter((act) => /^(Put|Update|Delete)/.test(act))]).toEqual([run, needed.sort()])
  }
})
