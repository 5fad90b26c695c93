import { randomUUID } from 'node:crypto'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { handler as give } from '../../../functions/donations/give.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { handler as confirmation } from '../../../functions/donations/show-confirmation.ts'
import { handler as receipt } from '../../../functions/donations/show-receipt.ts'
import { donationByReceiptKey, personOf } from '../../../functions/donations/store.ts'
import { handler as erase } from '../../../functions/mail/erase-email.ts'
import { handler as request } from '../../../functions/mail/request-links.ts'
import { emailOf } from '../../../functions/mail/store.ts'
import { key } from '../../../functions/store/keys.ts'
import { get } from '../../../functions/store/table.ts'
import { call } from '../../call.ts'
import { askedBack, draw, told } from '../gifts.ts'
import { event, hear, now, openPost, type Post } from './post.ts'

const frames: Record<string, string> = {
  give: '{{problem}}|{{email}}|{{emailProblem}}|{{legalName}}|{{legalNameProblem}}|{{taxCode}}|{{taxCodeProblem}}|{{nameProblem}}|{{#emailOpen}}open{{/emailOpen}}',
  find: '{{problem}}|{{email}}|{{emailProblem}}|{{#asked}}asked{{/asked}}',
  receipt:
    '{{email}}|{{#emailLater}}later{{/emailLater}}{{#emailWaits}}waits{{/emailWaits}}{{#emailSent}}sent{{/emailSent}}{{#emailBounced}}bounced{{/emailBounced}}|{{confirmationUrl}}|{{organization}}',
  confirmation:
    '{{legalName}}|{{taxCode}}|{{amount}}|{{amountWords}}|{{purpose}}|{{license}}|{{#payments}}{{number}} {{/payments}}{{#refunds}}-{{refundAmount}}{{/refunds}}',
  problem: '{{title}}: {{message}}',
}
const taxCode = '0300588569'
let post: Post
let caller = 0
beforeAll(async () => {
  post = await openPost()
  process.env.VNPAY_PAY_URL = 'https://pay.test/vpcpay.html'
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: JSON.stringify({ tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' }) } })
  mockClient(S3Client)
    .on(GetObjectCommand)
    .callsFake(({ Key }: { Key: string }) => ({
      Body: { transformToString: async () => frames[/(\w+)\.\w+\.html/.exec(Key)![1]!] },
    }))
})
beforeEach(async () => {
  process.env.MAIL_FROM = 'bien-nhan@city.test'
  caller++
  await post.clear()
})
afterEach(() => vi.useRealTimers())
afterAll(() => post.close())

const headers = () => ({ 'x-origin-key': 'the key of the edge', 'cloudfront-viewer-address': `203.0.113.${caller}:1` })
const json = (over: object) =>
  call(give, { method: 'POST', body: { program: 'heo', amountVnd: 50_000, ...over }, headers: headers() })
const form = (over: Record<string, string>) => {
  const body = new URLSearchParams({ program: 'heo', amount: '50.000', show: 'no', way: 'vnpay', lang: 'vi', ...over })
  return call(give, { method: 'POST', body, headers: headers() })
}
const ask = (email: string) =>
  call(request, { method: 'POST', body: new URLSearchParams({ email, lang: 'vi' }), headers: headers() })
const given = async ({ json }: { json: { receiptKey: string } }) => donationByReceiptKey(json.receiptKey)
const keyIn = ({ headers }: { headers: Record<string, string> }) =>
  /receipts\/([\w-]{22})/.exec(decodeURIComponent(headers.location!))![1]!
const show = async (verb: unknown, receiptKey: string) => call(verb, { params: { receiptKey } })

describe('an address given with a gift', () => {
  it('is kept apart from the gift, with its purpose and the place to lead back to', async () => {
    const gift = await given(await json({ email: ` ${post.address.toUpperCase()} `, lang: 'en' }))
    expect(JSON.stringify(gift)).not.toMatch(/person/i)
    expect(await emailOf(gift.id)).toMatchObject({
      ...{ address: post.address.replace(/.*@/, (name) => name.toUpperCase()), purpose: 1 },
      ...{ lang: 'en', origin: 'https://api.test' },
    })
    expect((await show(receipt, gift.receiptKey)).text).toBe('P•••@b.vn|later||')
  })
  it('that nobody can have is said at its field, in JSON and on the form with everything kept', async () => {
    const said = await json({ email: 'ba tu' })
    expect([said.status, said.json.fields]).toEqual([
      422,
      [{ field: 'email', code: 'email-unreadable', message: 'Ghi email dạng ten@noi-gui.vn' }],
    ])
    const page = await form({ email: '<ba tu', show: 'yes', name: '' })
    expect(page.status).toBe(422)
    expect(page.text).toMatch(/^Có 2 chỗ cần sửa\|&lt;ba tu\|Ghi email dạng.*\|\|\|\|\|Ghi tên, hoặc.*\|open$/)
  })
  it('sent again under the same attempt, or added to it, is where the receipt goes', async () => {
    const attempt = randomUUID()
    const first = await given(await json({ attempt }))
    for (const email of ['one@b.vn', 'two@b.vn', 'two@b.vn'])
      expect((await given(await json({ attempt, email }))).id).toBe(first.id)
    expect((await emailOf(first.id))?.address).toBe('two@b.vn')
  })
  it('is not taken where the stage sends no letters', async () => {
    process.env.MAIL_FROM = ''
    expect((await json({ email: 'a@b.vn' })).json.fields[0].code).toBe('email-closed')
    expect((await json({})).status).toBe(201)
  })
  it('is seen on the receipt only in part: sent, bounced, then erased for ever', async () => {
    const gift = await post.paid()
    const shown = async () => (await show(receipt, gift.receiptKey)).text.split('|')[1]
    expect(await shown()).toBe('waits')
    await post.send()
    expect(await shown()).toBe('sent')
    await hear(event(post.address, 'bounce'))
    expect(await shown()).toBe('bounced')
    const said = await call(erase, { method: 'POST', params: { receiptKey: gift.receiptKey } })
    expect([said.status, said.headers.location]).toEqual([303, `/receipts/${gift.receiptKey}?lang=vi`])
    expect((await show(receipt, gift.receiptKey)).text).toBe('|||')
    expect((await call(erase, { method: 'POST', params: { receiptKey: gift.receiptKey } })).status).toBe(303)
    await ask(post.address)
    expect((await post.send(new Date().toISOString())).nothing).toBe(1)
  })
})

describe('links asked for', () => {
  const after = () => new Date(Date.now() + 1_000).toISOString()
  it('go to the address that has some; the answer is the same for one that has none', async () => {
    vi.useFakeTimers({ now: Date.parse(now) + 60_000, toFake: ['Date'] })
    const gifts = [await post.paid(), await post.paid()]
    await post.send()
    post.taken.length = 0
    const [known, unknown] = [await ask(post.address.toUpperCase()), await ask('stranger@b.vn')]
    expect([known.status, known.text]).toEqual([200, '|||asked'])
    expect(unknown).toEqual(known)
    expect(await post.waiting()).toHaveLength(2)
    for (const item of await post.waiting()) expect(JSON.stringify(item)).not.toMatch(/person|stranger/)
    expect(await post.send(after())).toMatchObject({ sent: 1, nothing: 1 })
    expect(post.taken).toHaveLength(1)
    for (const { receiptKey } of gifts) expect(post.to(post.address)[0]!.text).toContain(`/receipts/${receiptKey}?`)
  })
  it('are limited for each address that is written to, known or not, and for whoever asks', async () => {
    vi.useFakeTimers({ now: Date.parse(now), toFake: ['Date'] })
    for (const address of [post.address, 'nobody@b.vn']) {
      const codes = []
      for (let time = 0; time < 4; time++) codes.push((await ask(address)).status)
      expect(codes).toEqual([200, 200, 200, 429])
    }
    const codes = []
    for (let time = 0; time < 13; time++) codes.push((await ask(`other${time}@b.vn`)).status)
    expect(codes.slice(-2)).toEqual([200, 429])
    expect((await post.waiting()).length).toBe(18)
  })
  it('need an address', async () => {
    expect((await ask('ba tu')).text).toMatch(/^Có 1 chỗ cần sửa\|ba tu\|Ghi email/)
    expect((await ask('')).text).toMatch(/^Có 1 chỗ cần sửa\|\|Ghi địa chỉ email/)
    expect(await post.waiting()).toEqual([])
  })
})

describe('a gift from an organization', () => {
  const organization = { legalName: 'Công ty TNHH Bút Mực', taxCode }
  it('is private unless it is given with its name: then the book shows the legal name', async () => {
    const quiet = await given(await json({ organization }))
    expect(await personOf(quiet)).toMatchObject({ name: undefined, organization })
    const named = await given(await json({ organization, name: organization.legalName }))
    expect((await personOf(named)).name).toBe(organization.legalName)
    const pressed = await form({ legalName: organization.legalName, taxCode: '0300 588 569', show: 'yes' })
    expect(await personOf(await donationByReceiptKey(keyIn(pressed)))).toMatchObject({
      name: organization.legalName,
      organization,
    })
  })
  it.each([
    [{ legalName: 'A', taxCode: '' }, 'organization.taxCode tax-code-missing'],
    [{ legalName: '', taxCode }, 'organization.legalName legal-name-missing'],
    [{ legalName: '', taxCode: '' }, 'organization.legalName legal-name-missing'],
    [{ legalName: 'A', taxCode: '0300588568' }, 'organization.taxCode tax-code-digit'],
  ])('%j is refused', async (half, reason) => {
    const { json: said } = await json({ organization: half })
    expect(said.fields.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)).toEqual([reason])
  })
  it('is refused under another name, and says so on the form', async () => {
    expect((await json({ organization, name: 'Bà Tư' })).json.fields[0].code).toBe('name-organization')
    const page = await form({ legalName: 'A', taxCode: '12', show: 'yes', name: 'Bà Tư' })
    expect(page.text).toMatch(/^Có 1 chỗ cần sửa\|\|\|A\|\|12\|Mã số thuế gồm.*\|\|$/)
  })
  it('has a confirmation once money came, and not before; nobody else has one', async () => {
    const gift = await given(await json({ organization }))
    expect((await show(confirmation, gift.receiptKey)).status).toBe(404)
    await record(gift.id, told(gift, { amountVnd: 70_000 }), draw, now)
    expect((await show(receipt, gift.receiptKey)).text.split('|').slice(2)).toEqual([
      `/receipts/${gift.receiptKey}/confirmation?lang=vi`,
      organization.legalName,
    ])
    const { number } = (await donationByReceiptKey(gift.receiptKey)).payments[0]!
    const said = await show(confirmation, gift.receiptKey)
    expect(said.text).toBe(
      `Công ty TNHH Bút Mực|${taxCode}|70.000\u00a0₫|bảy mươi ngàn đồng|Tập vở.|00/QĐ-THU|${number} `,
    )
    const other = await post.paid()
    expect((await show(confirmation, other.receiptKey)).text).toContain('không góp nhân danh tổ chức')
    await askedBack(gift.id, 20_000, now)
    const part = (await show(confirmation, gift.receiptKey)).text
    expect(part).toMatch(/\|50\.000\u00a0₫\|năm mươi ngàn đồng\|.*-20\.000\u00a0₫$/)
    await askedBack(gift.id, 50_000, now)
    expect((await show(confirmation, gift.receiptKey)).status).toBe(404)
    expect((await get(key.donor(gift.id)))?.expiresAtSeconds).toBe(Date.parse(now) / 1_000 + 3_653 * 86_400)
  })
})
