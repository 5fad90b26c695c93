import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Donation } from '../../../functions/donations/donation.ts'
import { handler as give } from '../../../functions/donations/give.ts'
import { handler as pay } from '../../../functions/donations/pay.ts'
import type { Told } from '../../../functions/donations/payment.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { handler as back } from '../../../functions/donations/return.ts'
import { handler as receipt } from '../../../functions/donations/show-receipt.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { seed } from '../../../infra/seed/seed.ts'
import { call } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'
import { callKeeping } from '../refused.ts'

const { slug: program, entity } = seed.programs[0]!
let table: Table
const frames: Record<string, string> = {
  return:
    '{{#waiting}}waiting{{/waiting}}{{#checking}}checking{{/checking}}{{#declined}}declined{{/declined}}|{{problem}}' +
    '|{{reason}}|{{sameWay}}|{{#others}}{{#otherWays}}{{way}}:{{wayLabel}} {{/otherWays}}{{/others}}|{{#refresh}}again{{/refresh}}',
  receipt: '{{#payments}}{{way}}{{#second}} second{{/second}};{{/payments}}',
  give: '{{problem}}|{{amount}}|{{name}}|{{#problems}}{{field}}:{{message}};{{/problems}}|{{wayProblem}}|{{#ways}}{{way}}{{#chosen}}*{{/chosen}} {{/ways}}',
  problem: '{{title}}: {{message}}',
}
beforeAll(async () => {
  table = await openTable()
  process.env.VNPAY_PAY_URL = 'https://pay.test/vpcpay.html'
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .callsFake(({ Name }: { Name: string }) => {
      if (!Name.endsWith('/vnpay')) throw Object.assign(new Error('none'), { name: 'ParameterNotFound' })
      return { Parameter: { Value: JSON.stringify({ tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' }) } }
    })
  mockClient(S3Client)
    .on(GetObjectCommand)
    .callsFake(({ Key }: { Key: string }) => ({
      Body: { transformToString: async () => frames[/_frames\/(\w+)/.exec(Key)![1]!] },
    }))
  vi.spyOn(console, 'info').mockReturnValue()
  for (const each of seed.entities) await publishEntity(each)
  await publishProgram(seed.programs[0]!)
})
afterAll(() => table.close())

const given = (amountVnd = 50_000) => pledged({ program, entity, amountVnd, lang: 'vi' })
const hears = async (gift: Donation, over: Partial<Told>) => {
  await record(gift.id, told(gift, over), draw, new Date().toISOString())
  return gift
}
const failed = (gift: Donation, responseCode: string) =>
  hears(gift, { meaning: 'failed', responseCode, transactionStatus: '02', transactionId: '0' })
const returned = ({ receiptKey }: Donation) => call(back, { params: { receiptKey } })
const paying = ({ receiptKey }: Pick<Donation, 'receiptKey'>, way: string, lang = 'vi') =>
  call(pay, { method: 'POST', params: { receiptKey }, body: new URLSearchParams({ way, lang }) })

const form = (over: Record<string, string>) =>
  callKeeping(give, {
    method: 'POST',
    body: new URLSearchParams({ program, amount: '50.000', show: 'no', lang: 'vi', ...over }),
  })

describe('a gift by form', () => {
  it.each([
    ['vnpay', null],
    ['vnpay-atm', 'VNBANK'],
    ['vnpay-card', 'INTCARD'],
    ['', null],
  ])('by the way "%s" opens the page of its provider with %s', async (way, choice) => {
    const { status, headers } = await form({ way })
    expect([status, new URL(headers.location!).searchParams.get('vnp_BankCode')]).toEqual([303, choice])
  })
  it('is asked at its field for a way that there is, with the first open one chosen meanwhile', async () => {
    const said = await form({ way: 'tien-mat', amount: '50', lang: 'en' })
    expect(said.status).toBe(422)
    expect(said.text).toContain('Fields to fix: 2|50|')
    expect(said.text).toContain('|Choose one of the ways to pay in the list|vnpay* vnpay-atm vnpay-card ')
  })
  it.each([
    ['a way that is closed', 'momo', '50.000', 409, 'Cách trả này chưa mở'],
    ['a sum that the way does not carry', 'momo', '60 triệu', 422, 'Cách trả này nhận nhiều nhất 50.000.000'],
    ['a transfer to an account that no code leads to', 'bank', '50.000', 409, 'Cách trả này chưa mở'],
  ])('by %s comes back with what was typed, the reason and the other ways', async (_, way, amount, code, reason) => {
    const said = await form({ way, amount, show: 'yes', name: 'Bà Tư' })
    expect(said.status).toBe(code)
    expect(said.text).toContain(`Có 1 chỗ cần sửa|${amount}|Bà Tư|way:${reason}`)
    expect(said.text).toMatch(new RegExp(`\\|${reason}[^|]*\\|vnpay\\* vnpay-atm vnpay-card $`))
  })
  it('keeps the way that was chosen while another field is mended', async () =>
    expect((await form({ way: 'vnpay-card', amount: '1' })).text).toContain('|vnpay vnpay-atm vnpay-card* '))
})

describe('the page that one comes back to', () => {
  it('says why, and offers every other way and the same one again', async () => {
    const { status, text } = await returned(await failed(await given(), '51'))
    expect(status).toBe(200)
    expect(text).toContain('declined||Thẻ, ví hay tài khoản không đủ tiền')
    expect(text).toContain('|vnpay|vnpay-atm:Thẻ ATM, tài khoản trong nước vnpay-card:Thẻ Visa, Mastercard, JCB |again')
  })
  it('while it waits, opens the page to pay again; while money may have moved, gives no reason to pay', async () => {
    expect((await returned(await given())).text).toMatch(/^waiting\|\|\|vnpay\|vnpay-atm:/)
    const moved = await hears(await given(), { meaning: 'moved', responseCode: '07', transactionStatus: '07' })
    expect((await returned(moved)).text).toMatch(/^checking\|/)
    expect((await paying(moved, 'vnpay')).headers.location).toBe(`/receipts/${moved.receiptKey}/return?lang=vi`)
  })
  it('gives way to the receipt once money is there', async () => {
    const gift = await hears(await given(), {})
    expect(await returned(gift)).toMatchObject({ status: 303, headers: { location: `/receipts/${gift.receiptKey}` } })
    expect((await paying(gift, 'vnpay-card')).headers.location).toBe(`/receipts/${gift.receiptKey}?lang=vi`)
    expect((await paying(gift, 'tien-mat')).status).toBe(422)
  })
})

describe('another way', () => {
  it('pays the same gift; if the first is paid too, the second is flagged and the receipt names both', async () => {
    const gift = await failed(await given(), '24')
    const said = await paying(gift, 'vnpay-card')
    expect(new URL(said.headers.location!).searchParams.get('vnp_BankCode')).toBe('INTCARD')
    const now = (await donationById(gift.id))!
    expect(now.attempts.map(({ choice }) => choice)).toEqual([undefined, 'INTCARD'])
    expect(now.heard).toBeUndefined()
    expect((await returned(gift)).text).toMatch(/^waiting\|\|\|vnpay-card\|vnpay:/)
    await hears(now, { reference: now.attempts[1]!.reference })
    await hears(now, { reference: now.attempts[0]!.reference })
    expect((await donationById(gift.id))!.payments.map(({ flags }) => flags)).toEqual([[], ['second']])
    expect((await call(receipt, { params: { receiptKey: gift.receiptKey } })).text).toBe(
      'VNPAY · Thẻ Visa, Mastercard, JCB;VNPAY second;',
    )
  })
  it('asked for twice leads to one page', async () => {
    const gift = await failed(await given(), '24')
    const [first, second] = [await paying(gift, 'vnpay-atm'), await paying(gift, 'vnpay-atm')]
    expect(second!.headers.location).toBe(first!.headers.location)
  })
  it.each([
    ['is closed', 'momo', 50_000, 409, 'This way to pay is not open yet'],
    ['does not carry the sum', 'momo', 60_000_000, 422, 'takes at most 50,000,000'],
    ['does not exist', 'tien-mat', 50_000, 422, 'Choose one of these'],
  ])('that %s is said on the page that offers the others', async (_, way, amountVnd, code, reason) => {
    const { status, text } = await paying(await failed(await given(amountVnd), '24'), way, 'en')
    expect([status, text.slice(0, 9)]).toEqual([code, 'declined|'])
    expect(text).toContain(reason)
    expect(text).toMatch(/\|vnpay\|vnpay-atm:.*\|$/)
  })
  it('of no gift is a page that there is not', async () => {
    for (const way of ['vnpay', 'tien-mat'])
      expect((await paying({ receiptKey: 'A'.repeat(22) }, way)).status).toBe(way === 'vnpay' ? 404 : 422)
  })
})
