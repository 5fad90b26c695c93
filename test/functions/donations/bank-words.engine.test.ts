import { readFileSync } from 'node:fs'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { accountOf } from '../../../functions/donations/providers/bank/account.ts'
import { sepayTransfer } from '../../../functions/donations/providers/bank/sepay.ts'
import { handler as payos } from '../../../functions/donations/settle-payos.ts'
import { handler as sepay } from '../../../functions/donations/settle-sepay.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { call } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { traces } from './kept.ts'
import { fund, moved, payosData, secrets, sepayBody, signedPayos, signedSepay, type Word } from './transferred.ts'

const vectors = JSON.parse(readFileSync('test/vectors/payments.json', 'utf8'))
let table: Table
beforeAll(async () => {
  table = await openTable()
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: JSON.stringify(secrets) } })
  for (const quiet of ['info', 'error'] as const) vi.spyOn(console, quiet).mockReturnValue()
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await publishEntity(fund)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})

const exact: Record<number, string> = { 200: '{"success":true}', 400: '', 500: '' }
/** The status that a service is answered to a word; its words are always the same. */
const to =
  (verb: unknown) =>
  async ({ body, headers }: Word, query = '') => {
    const said = await call(verb, { method: 'POST', body, headers, query })
    expect([said.status, said.text]).toEqual([said.status, exact[said.status]])
    return said.status
  }
const [toSepay, toPayos] = [to(sepay), to(payos)]
/** What a word leaves in the whole table when it is answered so. */
const left = async (status: number, tell: () => Promise<number>) => {
  const all = await traces(table, async () => expect(await tell()).toBe(status))
  // What was heard of in one quarter of an hour stands together.
  return all.map((trace) => trace.replace('~unallocated', '+unallocated')).sort()
}
/** Traces of money whose program is not known, and that it was told of; SePay also numbers it. */
const oneIncome = ['+ledger', '+number', '+outbox', '+payment', '+unallocated', '+unallocated']
const numbered = [...oneIncome, '+unallocated']
const body = (over: object = {}) => JSON.stringify({ ...sepayBody(moved(undefined)), ...over })
const seconds = () => Date.now() / 1_000

it('SePay’s signature is fresh for five minutes on either side', async () => {
  for (const [ago, status] of [
    [295, 200],
    [-295, 200],
    [305, 400],
    [-305, 400],
    [86_400, 400],
  ] as const)
    expect([ago, await toSepay(signedSepay(body(), seconds() - ago))]).toEqual([ago, status])
})
it('its time is part of what is signed', async () => {
  const word = signedSepay(body(), seconds() - 3_600)
  const now = String(Math.floor(seconds()))
  expect(await toSepay({ ...word, headers: { ...word.headers, 'x-sepay-timestamp': now } })).toBe(400)
  for (const timestamp of ['', 'now', '1e9', '-1'])
    expect(await toSepay({ ...word, headers: { ...word.headers, 'x-sepay-timestamp': timestamp } })).toBe(400)
})
it('its hash may be in capitals, but never bare or cut', async () => {
  const { body: said, headers } = signedSepay(body())
  const signature = headers['x-sepay-signature']!
  const hash = signature.slice(7)
  const as = (text: string) => toSepay({ body: said, headers: { ...headers, 'x-sepay-signature': text } })
  for (const text of [hash, `sha256=${hash.slice(1)}`, `sha512=${hash}`, 'sha256=', ''])
    expect([text, await left(400, () => as(text))]).toEqual([text, []])
  expect(await left(200, () => as(`sha256=${hash.toUpperCase()}`))).toEqual(numbered)
})
it('the key of its API is as good, and only as a whole', async () => {
  const as = (authorization: string) =>
    toSepay({ body: body(), headers: { 'content-type': 'application/json', authorization } })
  const { apiKey } = secrets.sepay
  expect([await as(`Apikey ${apiKey}`), await as(`APIKEY ${apiKey}`)]).toEqual([200, 200])
  for (const text of [apiKey, `Apikey ${apiKey}x`, `Apikey ${apiKey.slice(1)}`, `Bearer ${apiKey}`, 'Apikey ', ''])
    expect([text, await as(text)]).toEqual([text, 400])
})
it.each(['transactionDate', 'accountNumber', 'transferType', 'transferAmount', 'id'])(
  'a word without %s cannot be recorded, so it is told again',
  async (name) => {
    expect(await left(500, () => toSepay(signedSepay(body({ [name]: undefined }))))).toEqual([])
  },
)
it('what cannot be a time or a sum is told again; no money is no movement', async () => {
  for (const over of [
    { transactionDate: 'yesterday' },
    { transferAmount: 1.5 },
    { transferAmount: -5 },
    { transferType: 'both' },
  ])
    expect(await left(500, () => toSepay(signedSepay(body(over))))).toEqual([])
  expect(await left(200, () => toSepay(signedSepay(body({ transferAmount: 0 }))))).toEqual([])
})
it('a word without a sum, then with it under the same number, is the movement', async () => {
  const number = 555_001
  expect(await left(200, () => toSepay(signedSepay(body({ id: number, transferAmount: 0 }))))).toEqual([])
  expect(await left(200, () => toSepay(signedSepay(body({ id: number }))))).toEqual(numbered)
})
it('its published sample is read, and a word without the bank’s reference is known by SePay’s id', () => {
  const sample = vectors.sepay.sample_body_official
  expect(sepayTransfer(Buffer.from(JSON.stringify(sample)))).toEqual({
    account: '0123499999',
    transactionId: '0123499999.MBVCB3278907687.2277000',
    direction: 'in',
    amountVnd: 2_277_000,
    at: '2023-03-25T07:02:37.000Z',
    text: 'chuyen tien mua iphone',
    toldAs: 'SEPAY92704',
  })
  const bare = { ...sample, referenceCode: null, transferAmount: '2277000.00' }
  expect(sepayTransfer(Buffer.from(JSON.stringify(bare)))).toMatchObject({
    transactionId: '0123499999.SEPAY92704.2277000',
    amountVnd: 2_277_000,
  })
})

it('payOS: the probe of a registration is taken and leaves nothing, whoever signed it', async () => {
  const before = (await openIncome()).length
  const [{ body: probe }] = vectors.payos.webhook
  const headers = { 'content-type': 'application/json' }
  expect(await toPayos({ body: JSON.stringify(probe), headers })).toBe(200)
  expect(await toPayos(signedPayos(probe.data))).toBe(200)
  expect(await openIncome()).toHaveLength(before)
  // On an account of ours it is no probe.
  const ours = payosData(moved(undefined, { amountVnd: 3_000 }))
  expect(await toPayos(signedPayos({ ...ours, orderCode: 123 }, 'another-key-xxxxxxxxx'))).toBe(400)
  expect(await toPayos(signedPayos({ ...ours, orderCode: 123 }))).toBe(200)
  expect(await openIncome()).toHaveLength(before + 1)
})
it('payOS: a link that was not paid is no movement; half a word is told again', async () => {
  const as = (over: object) => toPayos(signedPayos({ ...payosData(moved(undefined)), ...over }))
  expect(await left(200, () => as({ code: '01' }))).toEqual([])
  const data = payosData(moved(undefined))
  expect(await left(200, () => toPayos(signedPayos({ ...data, code: '02' })))).toEqual([])
  expect(await left(200, () => toPayos(signedPayos(data)))).toEqual(oneIncome)
  for (const name of ['amount', 'accountNumber', 'transactionDateTime', 'orderCode'])
    expect(await left(500, () => as({ [name]: null }))).toEqual([])
})
it('payOS: its hash may be in capitals', async () => {
  const { body, headers } = signedPayos(payosData(moved(undefined)))
  const upper = body.replace(/(?<="signature":")\w+/, (hash) => hash.toUpperCase())
  expect(upper).not.toBe(body)
  expect(await left(200, () => toPayos({ body: upper, headers }))).toEqual(oneIncome)
})
it('a foreign query changes nothing; a foreign member neither, where it is signed or need not be', async () => {
  const foreign = { utm_source: 'zalo', transferAmountVnd: 1, amountVnd: 1, deeper: [{ amount: 1 }] }
  const query = 'utm_source=zalo&amount=1&transferAmount=1&fbclid=x'
  const said = signedPayos({ ...payosData(moved(undefined)), ...foreign })
  const unsigned = signedPayos(payosData(moved(undefined)))
  const around = { ...unsigned, body: JSON.stringify({ ...JSON.parse(unsigned.body), ...foreign, amount: 1 }) }
  for (const given of [{}, foreign])
    expect(await left(200, () => toSepay(signedSepay(body(given)), query))).toEqual(numbered)
  for (const word of [said, around]) expect(await left(200, () => toPayos(word, query))).toEqual(oneIncome)
  expect((await openIncome()).filter(({ amountVnd }) => ![3_000, 50_000].includes(amountVnd))).toEqual([])
  const within = JSON.parse(signedPayos(payosData(moved(undefined))).body)
  Object.assign(within.data, foreign)
  expect(await left(400, () => toPayos({ ...unsigned, body: JSON.stringify(within) }))).toEqual([])
})

it('the secret names one service or both, each with a key worth its name', () => {
  const { sepay, payos } = secrets
  for (const good of [{ sepay, payos }, { payos }, { sepay: { apiKey: sepay.apiKey } }])
    expect(accountOf(JSON.stringify(good))).toEqual(good)
  for (const wrong of [{}, { sepay: {} }, { sepay: { apiKey: 'short' } }, { payos: {} }, { sepay, casso: {} }, 'x'])
    expect(() => accountOf(JSON.stringify(wrong))).toThrow(/^the secret is not bank: /)
})
