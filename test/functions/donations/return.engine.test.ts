import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { attemptAt, type Donation } from '../../../functions/donations/donation.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { handler as back } from '../../../functions/donations/return.ts'
import { returnedWrite } from '../../../functions/donations/returned-store.ts'
import { donationById, keepAttempt } from '../../../functions/donations/store.ts'
import type { ProviderName } from '../../../functions/donations/way.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { transact } from '../../../functions/store/table.ts'
import { call } from '../../call.ts'
import { makeEntity, makeProgram } from '../../make.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'
import { accounts, fromMomo, fromVnpay, fromZalopay } from './returned.ts'

let table: Table
const secrets: Record<string, string> = Object.fromEntries(
  Object.entries(accounts).map(([name, account]) => [name, JSON.stringify(account)]),
)
const frame =
  '{{#waiting}}waiting{{/waiting}}{{#unpaid}}unpaid{{/unpaid}}{{#checking}}checking{{/checking}}{{#declined}}declined{{/declined}}' +
  '|{{#paid}}{{provider}}{{/paid}}{{#processing}}{{provider}} is at work{{/processing}}{{#late}}late{{/late}}{{#offers}}{{provider}}: {{reason}}{{/offers}}|{{#others}}{{#otherWays}}{{way}} {{/otherWays}}{{/others}}' +
  '|{{sameWay}}|{{#refresh}}again{{/refresh}}|{{viUrl}} {{enUrl}}'
beforeAll(async () => {
  table = await openTable()
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .callsFake(({ Name }: { Name: string }) => {
      const Value = secrets[Name.split('/').at(-1)!]
      if (!Value) throw Object.assign(new Error('none'), { name: 'ParameterNotFound' })
      return { Parameter: { Value } }
    })
  mockClient(S3Client)
    .on(GetObjectCommand)
    .callsFake(() => ({ Body: { transformToString: async () => frame } }))
  for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
  await publishEntity(makeEntity())
  await publishProgram(makeProgram())
})
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})

const given = (provider: ProviderName) => pledged({ lang: 'vi' }, undefined, undefined, provider)
const returned = async ({ receiptKey }: Donation, query = '') =>
  (await call(back, { params: { receiptKey }, query })).text
/** The page as it is for who brings no query along; its links may name a language. */
const bare = (gift: Donation) => returned(gift)
const ways = 'momo zalopay vnpay vnpay-atm vnpay-card '

describe('a donor whom the provider sends back', () => {
  it.each([
    ['zalopay', fromZalopay, 'ZaloPay: Lần trả này đã được hủy. Tiền chưa đi đâu.'],
    ['momo', fromMomo, 'MoMo: Lần trả này đã được hủy. Tiền chưa đi đâu.'],
    ['vnpay', fromVnpay, 'VNPAY: Lần trả này đã được hủy. Tiền chưa đi đâu.'],
  ] as const)(
    'unpaid from %s is told so before anybody tells the city, and offered the other ways',
    async (provider, from, words) => {
      const gift = await given(provider)
      const [state, said, others, same, again] = (await returned(gift, from(gift))).split('|')
      expect([state, said, others, same, again]).toEqual([
        'unpaid',
        words,
        ways.replace(`${provider} `, ''),
        provider,
        'again',
      ])
      expect(await donationById(gift.id)).toEqual(gift)
    },
  )
  it('whose money an officer found back with them reads so, and is offered every way', async () => {
    const gift = await given('vnpay')
    await record(gift.id, told(gift, { meaning: 'moved', responseCode: '07' }), draw, new Date().toISOString())
    expect(await bare(gift)).toMatch(/^checking\|\|/)
    await transact([returnedWrite(gift.id, new Date().toISOString())])
    expect(await bare(gift)).toMatch(
      /^declined\|VNPAY: Lần trả trước không tới quỹ; tiền đã về lại chỗ đã trả\. .*\|momo /,
    )
  })
  it('is told why in English too, and keeps the provider’s word in another language', async () => {
    const gift = await given('zalopay')
    const query = fromZalopay(gift, { status: '-63' })
    const page = await returned(gift, `${query}&lang=en`)
    expect(page).toMatch(/^unpaid\|ZaloPay: The card, wallet or account has too little money for this gift/)
    const [vi, en] = page.split('|').at(-1)!.replaceAll('&amp;', '&').split(' ')
    expect(vi).toBe(`/receipts/${gift.receiptKey}/return?${query}&lang=vi`)
    expect(await returned(gift, vi!.split('?')[1])).toMatch(/^unpaid\|ZaloPay: Thẻ, ví hay tài khoản không đủ tiền/)
    expect(await returned(gift, en!.split('?')[1])).toBe(page)
  })
  it.each([
    ['zalopay', 'ZaloPay', (gift: Donation) => fromZalopay(gift, { status: '1' })],
    ['momo', 'MoMo', (gift: Donation) => fromMomo(gift, { resultCode: '0' })],
    ['vnpay', 'VNPAY', (gift: Donation) => fromVnpay(gift, '00', '00')],
  ] as const)('paid from %s waits, and nothing is recorded', async (provider, name, query) => {
    const gift = await given(provider)
    expect(await returned(gift, query(gift))).toMatch(new RegExp(`^waiting\\|${name}\\|`))
    expect(await donationById(gift.id)).toEqual(gift)
  })
})

it('a donor whose payment MoMo is at work on is told so, and nothing is recorded', async () => {
  const gift = await given('momo')
  const query = fromMomo(gift, { resultCode: '7002' })
  expect(await returned(gift, query)).toMatch(/^waiting\|MoMo is at work\|/)
  expect(await donationById(gift.id)).toEqual(gift)
})

describe('a donor who comes back the next day', () => {
  const nextDay = async (gift: Donation) => {
    vi.useFakeTimers({ now: Date.now() + 25 * 3_600_000, toFake: ['Date'] })
    const page = await bare(gift)
    vi.useRealTimers()
    return page
  }
  it('to a payment that VNPAY, when asked, only says did not come, reads that its time is over', async () => {
    const gift = await given('vnpay')
    const word = { meaning: 'failed', responseCode: '00', transactionStatus: '02', asked: true } as const
    await record(gift.id, told(gift, word), draw, new Date().toISOString())
    expect(await bare(gift)).toMatch(/^declined\|VNPAY: Ngân hàng hay ví không nhận/)
    expect(await nextDay(gift)).toMatch(/^declined\|VNPAY: Trang trả tiền hết giờ khi chưa trả xong/)
  })
  it('to a transfer that is not here is told what to do, and to no other way', async () => {
    const [transfer, other] = [await given('bank'), await given('momo')]
    expect(await bare(transfer)).toMatch(/^waiting\|\|/)
    expect(await nextDay(transfer)).toMatch(/^waiting\|late\|/)
    expect(await nextDay(other)).toMatch(/^waiting\|\|/)
  })
})

describe('the page is as without a query', () => {
  it.each([
    ['a forged one', 'zalopay', (gift: Donation) => fromZalopay(gift).replace(/checksum=./, 'checksum=')],
    ['one with a member twice', 'zalopay', (gift: Donation) => `status=-49&${fromZalopay(gift)}`],
    ['one of another sum', 'zalopay', (gift: Donation) => fromZalopay(gift, { amount: '50001' })],
    ['one of another order', 'zalopay', (gift: Donation) => fromZalopay(gift, { apptransid: '261123_B' })],
    ['one of another provider', 'momo', (gift: Donation) => fromZalopay(gift)],
    ['one that leaves open whether money moved', 'momo', (gift: Donation) => fromMomo(gift, { resultCode: '1000' })],
    ['one of money that may have moved', 'vnpay', (gift: Donation) => fromVnpay(gift, '07', '07')],
    ['one by a way that signs none', 'bank', (gift: Donation) => fromZalopay(gift)],
    ['one that nobody sent', 'stripe', () => 'utm_source=zalo'],
  ] as const)('for %s', async (_, provider, query) => {
    const gift = await given(provider)
    expect(await bare(gift)).toMatch(/^waiting\|\|/)
    expect(await returned(gift, query(gift))).toBe(await bare(gift))
  })
  it('for one of an attempt before the last', async () => {
    const gift = await given('zalopay')
    const later = await keepAttempt(
      gift,
      attemptAt({ provider: 'zalopay' }, '261123_LATER', 900, new Date().toISOString()),
    )
    expect(await returned(gift, fromZalopay(gift))).toBe(await bare(later))
    expect(await returned(gift, fromZalopay(later, { apptransid: '261123_LATER' }))).toMatch(/^unpaid\|/)
  })
  it('once the provider’s own word is recorded, whichever it is', async () => {
    for (const [meaning, start] of [
      ['failed', /^declined\|MoMo: Thẻ/],
      ['moved', /^checking\|/],
    ] as const) {
      const gift = await given('momo')
      await record(gift.id, told(gift, { meaning, responseCode: '1001' }), draw, new Date().toISOString())
      expect(await returned(gift, fromMomo(gift))).toMatch(start)
      expect(await returned(gift, fromMomo(gift))).toBe(await bare(gift))
    }
    const paid = await given('momo')
    await record(paid.id, told(paid), draw, new Date().toISOString())
    const said = await call(back, { params: { receiptKey: paid.receiptKey }, query: fromMomo(paid) })
    expect([said.status, said.headers.location]).toEqual([303, `/receipts/${paid.receiptKey}`])
  })
  it('where the provider’s secret is broken', async () => {
    secrets.stripe = '{hush'
    const gift = await given('stripe')
    expect(await returned(gift, fromZalopay(gift))).toBe(await bare(gift))
    expect(console.error).toHaveBeenCalledOnce()
    expect(JSON.stringify(vi.mocked(console.error).mock.calls)).not.toContain('hush')
  })
})
