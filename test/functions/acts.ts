import { vi } from 'vitest'
import { handler as askProviders } from '../../functions/donations/ask.ts'
import { answered } from '../../functions/donations/providers/vnpay/ask.ts'
import { hmac, sign } from '../../functions/donations/providers/vnpay/signature.ts'
import { balanced } from '../../functions/ledger/entry.ts'
import { readBatches } from '../../functions/ledger/store.ts'
import { key } from '../../functions/store/keys.ts'
import { put } from '../../functions/store/table.ts'
import { seed } from '../../infra/seed/seed.ts'
import { call } from '../call.ts'
import { startAs } from '../noted.ts'
import { called, dataOf } from './donations/zalopay-called.ts'
import { pledged } from './gifts.ts'
import { donorOf } from './mail/touches.ts'

export const account = { tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' }

/** Lets a verb act; what it touches is noted under its name. */
export async function as<T>(run: string, act: (verb: unknown) => Promise<T>): Promise<T> {
  startAs(run)
  const [room, file] = run.split('/')
  return act((await import(`../../functions/${room}/${file}.ts`)).handler)
}
export const invoke = (verb: unknown, event: unknown) =>
  (verb as (event: unknown, context: object) => Promise<unknown>)(event, {})

export async function give(name?: string): Promise<{ receiptKey: string; reference: string }> {
  const attempt = crypto.randomUUID()
  const body = { program: seed.programs[0]!.slug, amountVnd: 50_000, attempt, ...donorOf(name) }
  await as('donations/give', (verb) => call(verb, { method: 'POST', body }))
  const { json } = await as('donations/give', (verb) => call(verb, { method: 'POST', body }))
  return { receiptKey: json.receiptKey, reference: new URL(json.payUrl).searchParams.get('vnp_TxnRef')! }
}

let number = 33_000_000
export function tell(reference: string, over: Record<string, string> = {}) {
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
export async function ask(...answers: Record<string, string>[]): Promise<void> {
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
      vnp_SecureHash: hmac(answered.map((name) => said[`vnp_${name}`] ?? '').join('|'), account.hashSecret),
    })
  })
  vi.useFakeTimers({ now: Date.now() + 130_000, toFake: ['Date'] })
  await as('donations/ask', () => invoke(askProviders, {}))
  vi.useRealTimers()
  fetched.mockRestore()
}

/** ZaloPay tells of a gift, and of a second payment of another sum. */
export async function tellAsZalopay(): Promise<void> {
  startAs('')
  const gift = await pledged(donorOf('Bà Năm'), undefined, undefined, 'zalopay')
  for (const amount of [50_000, 70_000])
    await as('donations/settle-zalopay', (verb) =>
      call(verb, { method: 'POST', body: called(dataOf(gift, { amount })) }),
    )
}

/** An entry that relates to another: the book then looks up where that one stands. */
export async function correctFirstLine(): Promise<void> {
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
