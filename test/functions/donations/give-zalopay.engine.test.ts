import { randomUUID } from 'node:crypto'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { handler as give } from '../../../functions/donations/give.ts'
import { handler as pay } from '../../../functions/donations/pay.ts'
import { donationByReceiptKey, dueBy } from '../../../functions/donations/store.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { later } from '../../../functions/time.ts'
import { seed } from '../../../infra/seed/seed.ts'
import { call } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { called, dataOf, kept, openZalopay, received, tell } from './zalopay-called.ts'

const heo = seed.programs[0]!
/** References that ZaloPay has made a page for. */
const made: string[] = []
let creates = 0
/** What happens to its answer. */
let fate: 'told' | 'lost' | 'always used' = 'told'
let table: Table
beforeAll(async () => {
  table = await openTable()
  process.env.ZALOPAY_PAY_URL = 'https://gateway.test/'
  process.env.ZALOPAY_API_URL = 'https://api.test/v2'
  openZalopay()
  mockClient(S3Client)
    .on(GetObjectCommand)
    .callsFake(() => ({ Body: { transformToString: async () => '{{problem}}' } }))
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    expect(String(url)).toBe('https://api.test/v2/create')
    creates++
    const reference = String(new URLSearchParams(String(init?.body)).get('app_trans_id'))
    if (made.includes(reference) || fate === 'always used')
      return Response.json({ return_code: 2, sub_return_code: -68 })
    made.push(reference)
    if (fate === 'lost') throw new TypeError('fetch failed')
    return Response.json({ return_code: 1, sub_return_code: 1, order_url: `https://gateway.test/?order=${reference}` })
  })
  await publishEntity(seed.entities.find(({ slug }) => slug === heo.entity)!)
  await publishProgram(heo)
})
beforeEach(() => {
  fate = 'told'
  creates = 0
})
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})

const ask = (attempt: string) =>
  call(give, { method: 'POST', body: { program: heo.slug, amountVnd: 50_000, way: 'zalopay', attempt } })
const asked = async () =>
  (await dueBy('zalopay', later(new Date().toISOString(), 3_600), 100)).map(({ reference }) => reference)

describe('ZaloPay makes a page once for a reference', () => {
  it('and the same attempt leads to the page that it made', async () => {
    const attempt = randomUUID()
    const first = await ask(attempt)
    expect(first.status).toBe(201)
    expect((await ask(attempt)).json).toEqual(first.json)
    expect(creates).toBe(1)
  })
  it('whose answer was lost: the same gift gets a new attempt, and the old one is still asked about and paid', async () => {
    const attempt = randomUUID()
    fate = 'lost'
    expect(await ask(attempt)).toMatchObject({ status: 503, json: { code: 'provider-silent' } })
    fate = 'told'
    const said = await ask(attempt)
    expect(said.status).toBe(201)
    const gift = await donationByReceiptKey(said.json.receiptKey)
    const [lost, other] = gift.attempts
    expect(gift.attempts).toHaveLength(2)
    expect(lost).not.toHaveProperty('payUrl')
    expect(other!.payUrl).toBe(`https://gateway.test/?order=${other!.reference}`)
    expect(said.json).toMatchObject({ payUrl: other!.payUrl, expiresAt: other!.expiresAt })
    expect(await asked()).toEqual(expect.arrayContaining([lost!.reference, other!.reference]))
    expect(creates).toBe(3)
    expect((await ask(attempt)).json).toEqual(said.json)
    expect(creates).toBe(3)
    expect(await tell(called(dataOf(gift)))).toBe('1 success')
    expect(await kept(gift)).toEqual(received)
  })
  it('when two ask at the same moment, each is led to a page of the same gift', async () => {
    const attempt = randomUUID()
    const said = await Promise.all([ask(attempt), ask(attempt)])
    expect(said.map(({ status }) => status)).toEqual([201, 201])
    expect(new Set(said.map(({ json }) => json.receiptKey)).size).toBe(1)
    const { attempts } = await donationByReceiptKey(said[0].json.receiptKey)
    const pages = attempts.map(({ payUrl }) => payUrl)
    for (const { json } of said) expect(pages).toContain(json.payUrl)
  })
  it('and if it takes no reference at all, the donor is told so, after one more attempt', async () => {
    fate = 'always used'
    const attempt = randomUUID()
    expect(await ask(attempt)).toMatchObject({ status: 503, json: { code: 'provider-silent' } })
    expect(creates).toBe(2)
  })
  it('also where a donor pays a gift that was promised before', async () => {
    const attempt = randomUUID()
    const { receiptKey } = (await ask(attempt)).json
    fate = 'lost'
    const pressed = () =>
      call(pay, { method: 'POST', params: { receiptKey }, body: new URLSearchParams({ way: 'zalopay' }) })
    vi.useFakeTimers({ now: Date.now() + 16 * 60_000, toFake: ['Date'] })
    expect((await pressed()).status).toBe(503)
    fate = 'told'
    const said = await pressed()
    vi.useRealTimers()
    expect(said.status).toBe(303)
    const { attempts } = await donationByReceiptKey(receiptKey)
    expect(attempts).toHaveLength(3)
    expect(said.headers.location).toBe(attempts[2]!.payUrl)
  })
})
