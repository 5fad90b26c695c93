import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { attemptAt, type Donation } from '../../../functions/donations/donation.ts'
import { handler as give } from '../../../functions/donations/give.ts'
import { handler as pay } from '../../../functions/donations/pay.ts'
import { newAttempt, pageToPay, withAttempt } from '../../../functions/donations/pay-page.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { momo as provider } from '../../../functions/donations/providers/momo/momo.ts'
import { donationById, donationByReference, keepAttempt } from '../../../functions/donations/store.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { type Momo, startMomo } from '../../../infra/local/gateways/momo.ts'
import { call } from '../../call.ts'
import { makeEntity, makeProgram } from '../../make.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'
import { account } from './momo-notified.ts'
import { fromMomo } from './returned.ts'

let table: Table
let momo: Momo
const secrets: Record<string, object> = {
  momo: account,
  vnpay: { tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' },
}
beforeAll(async () => {
  table = await openTable()
  momo = await startMomo({ account, now: () => Date.now() })
  momo.switches.drop = true
  process.env.MOMO_PAY_URL = momo.origin
  process.env.MOMO_API_URL = momo.apiUrl
  process.env.VNPAY_PAY_URL = 'https://pay.test/vpcpay.html'
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .callsFake(({ Name }: { Name: string }) => {
      const secret = secrets[Name.split('/').at(-1)!]
      if (!secret) throw Object.assign(new Error('none'), { name: 'ParameterNotFound' })
      return { Parameter: { Value: JSON.stringify(secret) } }
    })
  mockClient(S3Client)
    .on(GetObjectCommand)
    .callsFake(() => ({ Body: { transformToString: async () => '{{problem}}' } }))
  for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
  await publishEntity(makeEntity())
  await publishProgram(makeProgram())
})
afterAll(async () => {
  vi.restoreAllMocks()
  await momo.close()
  await table.close()
})

const press = (way: string, { receiptKey }: Donation, more: Record<string, string> = {}) =>
  call(pay, { method: 'POST', params: { receiptKey }, body: new URLSearchParams({ way, lang: 'en', ...more }) })
const begin = vi.fn(async () => ({ payUrl: 'https://begun.test' }))
const open = { name: 'momo' as const, provider, gateway: { begin } }
const now = () => new Date().toISOString()

describe('the same way again', () => {
  it('opens a new page at once where the provider signed that the last one came to nothing, for it is good for one try', async () => {
    const gift = await pledged({}, undefined, undefined, 'momo')
    const first = await press('momo', gift)
    expect((await press('momo', gift)).headers.location).toBe(first.headers.location)
    const forged = fromMomo(gift).replace('1006', '1004')
    expect((await press('momo', gift, { said: forged })).headers.location).toBe(first.headers.location)
    const next = await press('momo', gift, { said: fromMomo(gift) })
    expect(next.status).toBe(303)
    expect(next.headers.location).not.toBe(first.headers.location)
    // The word of the first page says nothing of the second.
    expect((await press('momo', gift, { said: fromMomo(gift) })).headers.location).toBe(next.headers.location)
    const { attempts, heard } = (await donationById(gift.id))!
    expect([attempts.length, heard]).toEqual([2, undefined])
  })
})

describe('another way to pay', () => {
  it('begins with a reference of its own, though two ways are pressed at once', async () => {
    const before = momo.payments().length
    for (let round = 0; round < 20; round++) {
      const gift = await pledged({}, undefined, undefined, 'bank')
      const [byMomo, byVnpay] = await Promise.all([press('momo', gift), press('vnpay', gift)])
      expect([byMomo!.status, byVnpay!.status]).toEqual([303, 303])
      const reference = new URL(byVnpay!.headers.location!).searchParams.get('vnp_TxnRef')!
      expect((await donationByReference('vnpay', reference))?.id).toBe(gift.id)
      const ofMomo = momo.payments().at(-1)!.reference
      expect((await donationByReference('momo', ofMomo))?.id).toBe(gift.id)
    }
    expect(momo.payments()).toHaveLength(before + 20)
  })
  it('is not begun when the money comes at that moment: the receipt is shown', async () => {
    const gift = await pledged()
    await record(gift.id, told(gift), draw, now())
    const kept = await withAttempt(gift, open, now())
    const here = { caller: '203.0.113.7', origin: 'https://city.test', lang: 'en' as const, now: now() }
    const { location } = await pageToPay(kept, open, here)
    expect(location).toBe(`/receipts/${gift.receiptKey}?lang=en`)
    expect(begin).not.toHaveBeenCalled()
  })
  it('of a gift that is paid is its receipt, for whoever sends the same form again', async () => {
    const attempt = 'c0ffee00-0000-4000-8000-000000000001'
    const body = { program: makeProgram().slug, amountVnd: 50_000, way: 'vnpay', attempt }
    const { json } = await call(give, { method: 'POST', body })
    const reference = new URL(json.payUrl).searchParams.get('vnp_TxnRef')!
    const gift = (await donationByReference('vnpay', reference))!
    await record(gift.id, told(gift), draw, now())
    const again = await call(give, { method: 'POST', body: { ...body, way: 'momo' } })
    expect([again.status, again.json.payUrl]).toEqual([
      201,
      `https://api.test/receipts/${gift.receiptKey}?lang=${gift.lang}`,
    ])
  })
  it('is refused beyond forty tries, in words, and the money of the others still counts', async () => {
    let gift = await pledged()
    for (let count = 1; count < 40; count++) gift = await keepAttempt(gift, newAttempt(open, now()))
    for (const [lang, words] of [
      ['vi', 'Khoản góp này đã thử trả quá nhiều lần'],
      ['en', 'too many tries to pay this gift'],
    ] as const) {
      const body = new URLSearchParams({ way: 'vnpay', lang })
      const said = await call(pay, { method: 'POST', params: { receiptKey: gift.receiptKey }, body })
      expect([said.status, said.text]).toEqual([422, expect.stringContaining(words)])
    }
    expect((await donationById(gift.id))!.attempts).toHaveLength(40)
    await expect(withAttempt(gift, { ...open, name: 'vnpay' }, now())).rejects.toMatchObject({
      fields: [{ field: 'way', code: 'way-too-often' }],
    })
    await record(gift.id, told(gift, gift.attempts[7]!), draw, now())
    expect((await donationById(gift.id))!.payments).toHaveLength(1)
  })
  it('never begins with an attempt of another way', async () => {
    const gift = await pledged()
    const here = { caller: '203.0.113.7', origin: 'https://city.test', lang: 'en' as const, now: now() }
    const foreign = { ...gift, attempts: [attemptAt({ provider: 'vnpay' }, 'LC1', 900, now())] }
    await expect(pageToPay(foreign, open, here)).rejects.toMatchObject({ code: 'provider-silent' })
    expect(begin).not.toHaveBeenCalled()
  })
})
