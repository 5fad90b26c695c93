import { randomUUID } from 'node:crypto'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { handler } from '../../../functions/donations/give.ts'
import { handler as status } from '../../../functions/donations/status.ts'
import { donationByReceiptKey, donationByReference } from '../../../functions/donations/store.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { seed } from '../../../infra/seed/seed.ts'
import { openTable, type Table } from '../../table.ts'
import { callKeeping as call } from '../refused.ts'

const heo = seed.programs[0]!
let table: Table
const ssm = mockClient(SSMClient)
beforeAll(async () => {
  table = await openTable()
  process.env.VNPAY_PAY_URL = 'https://pay.test/vpcpay.html'
  ssm
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: JSON.stringify({ tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' }) } })
  const frame =
    '{{problem}}|{{amount}}|{{name}}|{{confirm}}|{{amountProblem}}|{{nameProblem}}|{{closed}}|{{#problems}}{{field}}:{{message}};{{/problems}}'
  mockClient(S3Client)
    .on(GetObjectCommand)
    .callsFake(({ Key }: { Key: string }) => ({
      Body: { transformToString: async () => (Key.includes('problem') ? '{{title}}: {{message}}' : frame) },
    }))
  vi.spyOn(console, 'info').mockReturnValue()
  for (const entity of seed.entities) await publishEntity(entity)
  for (const program of seed.programs) await publishProgram(program)
  await publishProgram({ ...heo, slug: 'dong', giving: { ...heo.giving!, closedOn: '2026-11-01' } })
  await publishProgram({ ...heo, slug: 'tre', giving: { ...heo.giving!, reportDueOn: '2026-11-01' } })
  const narrow = { limits: { minVnd: 20_000, maxVnd: 1_000_000 }, suggestedVnd: [20_000, 50_000] }
  await publishProgram({ ...heo, slug: 'hep', giving: { ...heo.giving!, ...narrow } })
})
afterAll(() => table.close())

const json = (over: object) =>
  call(handler, { method: 'POST', body: { program: heo.slug, amountVnd: 50_000, ...over } })
const form = (over: Record<string, string>) =>
  call(handler, {
    method: 'POST',
    body: new URLSearchParams({ program: heo.slug, amount: '50.000', show: 'no', way: 'vnpay', lang: 'vi', ...over }),
  })
const fieldsOf = ({ json }: { json: { fields: { field: string; code: string }[] } }) =>
  json.fields.map(({ field, code }) => `${field} ${code}`)

describe('a gift in JSON', () => {
  it('keeps the intent and answers with the page to pay', async () => {
    const said = await json({ name: 'Bà Tư' })
    expect(said.status).toBe(201)
    const kept = await donationByReceiptKey(said.json.receiptKey)
    expect(kept).toMatchObject({ amountVnd: 50_000, program: heo.slug, payments: [] })
    const pay = new URL(said.json.payUrl)
    expect(pay.searchParams.get('vnp_TxnRef')).toBe(kept.attempts[0]!.reference)
    expect(pay.searchParams.get('vnp_Amount')).toBe('5000000')
    expect(pay.searchParams.get('vnp_ReturnUrl')).toBe(`https://api.test/receipts/${kept.receiptKey}/return`)
    expect((await call(status, { params: { receiptKey: kept.receiptKey } })).json).toEqual({
      state: 'waiting',
      amountVnd: 50_000,
      receivedVnd: 0,
      program: heo.slug,
      receiptUrl: `/receipts/${kept.receiptKey}`,
    })
  })
  it('is the same answer for the same attempt, and refused for another gift', async () => {
    const attempt = randomUUID()
    const [first, second] = await Promise.all([json({ attempt, name: 'A' }), json({ attempt, name: 'A' })])
    expect(second!.json).toEqual(first!.json)
    for (const over of [{ amountVnd: 60_000 }, { program: seed.programs[1]!.slug }, { name: 'B' }, {}]) {
      const said = await json({ attempt, name: 'A', ...over, ...(Object.keys(over).length ? {} : { name: undefined }) })
      expect([over, said.status, said.json.code]).toEqual([over, 409, 'attempt-reused'])
    }
  })
  it('gets a new page to pay when the last one has closed, for the same promise', async () => {
    const attempt = randomUUID()
    const first = await json({ attempt })
    vi.useFakeTimers({ now: Date.now() + 20 * 60_000, toFake: ['Date'] })
    const later = await Promise.all([json({ attempt }), json({ attempt })])
    vi.useRealTimers()
    const { attempts } = await donationByReceiptKey(first.json.receiptKey)
    expect(attempts).toHaveLength(2)
    for (const { status, json: said } of later) {
      expect([status, said.receiptKey]).toEqual([201, first.json.receiptKey])
      expect(new URL(said.payUrl).searchParams.get('vnp_TxnRef')).toBe(attempts[1]!.reference)
    }
    for (const { reference } of attempts)
      expect((await donationByReference('vnpay', reference))?.receiptKey).toBe(first.json.receiptKey)
  })
  it.each([
    [{ amountVnd: 0 }, 'amountVnd amount-too-small'],
    [{ amountVnd: 4_999 }, 'amountVnd amount-too-small'],
    [{ amountVnd: 500_000_000 }, 'amountVnd amount-too-large'],
    [{ amountVnd: 1e9 }, 'amountVnd amount-too-large'],
    [{ amountVnd: 1e300 }, 'amountVnd amount-too-large'],
    [{ amountVnd: 50_000.5 }, 'amountVnd amount-unreadable'],
    [{ amountVnd: -50_000 }, 'amountVnd amount-too-small'],
    [{ amountVnd: '50000' }, 'amountVnd amount-unreadable'],
    [{ amountVnd: Number.NaN }, 'amountVnd amount-unreadable'],
    [{ amountVnd: undefined }, 'amountVnd amount-missing'],
    [{ name: 'a'.repeat(300) }, 'name name-too-long'],
    [{ name: '\u202egnp.exe' }, 'name name-marks'],
    [{ name: '' }, 'name name-missing'],
    [{ email: 'a@b.vn' }, 'email email-closed'],
    [{ mail: 'a@b.vn' }, 'mail field-unknown'],
    [{ attempt: 'x' }, 'attempt field-unreadable'],
    [{ lang: 'fr' }, 'lang choice-unknown'],
  ])('%j is refused at the field, in both languages', async (over, reason) => {
    for (const language of ['vi', 'en']) {
      const said = await call(handler, {
        method: 'POST',
        body: { program: heo.slug, amountVnd: 50_000, ...over },
        headers: { 'accept-language': language },
      })
      expect([said.status, fieldsOf(said)]).toEqual([422, [reason]])
      expect(said.headers['content-language']).toBe(language)
    }
  })
  it('edges of the amount are taken', async () => {
    expect((await json({ amountVnd: 5_000 })).status).toBe(201)
    expect((await json({ amountVnd: 499_999_999 })).status).toBe(201)
  })
  it.each([
    ['khong-co', 404, 'program-unknown'],
    ['__proto__', 404, 'program-unknown'],
    ['dong', 409, 'program-closed'],
    ['tre', 409, 'program-overdue'],
    ['tuan-le-hoc-tap-suot-doi', 409, 'program-no-gifts'],
  ])('program %s is refused', async (program, code, reason) => {
    expect(await json({ program })).toMatchObject({ status: code, json: { code: reason } })
  })
  it('keeps to the program’s own limits', async () =>
    expect(fieldsOf(await json({ program: 'hep', amountVnd: 10_000 }))).toEqual(['amountVnd amount-too-small']))
  it.each([
    ['{"program":', 'application/json', 422],
    ['{"program":"a","program":"b","amountVnd":50000}', 'application/json', 422],
    ['{"__proto__":{"a":1},"program":"x","amountVnd":50000}', 'application/json', 422],
    ['null', 'application/json', 422],
    ['[]', 'application/json', 422],
    ['<gift/>', 'application/xml', 415],
    ['x'.repeat(1_048_576), 'application/json', 413],
  ])('body %# as %s is refused and no fault', async (body, media, code) => {
    expect((await call(handler, { method: 'POST', body, headers: { 'content-type': media } })).status).toBe(code)
  })
})

describe('a gift by form', () => {
  it.each(['50.000', '50,000', '50 000', '50k', '50 ngàn', '50.000đ'])('%s goes on to the provider', async (amount) => {
    const said = await form({ amount })
    expect(said.status).toBe(303)
    expect(new URL(said.headers.location!).searchParams.get('vnp_Amount')).toBe('5000000')
  })
  it('keeps a name only with the button that shows it', async () => {
    const nameless = await form({ show: 'no', name: 'Bà Tư' })
    const named = await form({ show: 'yes', name: 'Bà Tư 🐷 <script>' })
    const nameIdOf = async ({ headers }: { headers: Record<string, string> }) =>
      (await donationByReceiptKey(/receipts\/([\w-]{22})/.exec(decodeURIComponent(headers.location!))![1]!)).nameId
    expect(await nameIdOf(nameless)).toBeUndefined()
    expect(await nameIdOf(named)).toEqual(expect.any(String))
  })
  it('asks back about 50, and takes the confirmation of that amount only', async () => {
    const asked = await form({ amount: '50' })
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('|50||50000|Ý là 50.000')
    expect((await form({ amount: '50', confirmed: '50000' })).status).toBe(303)
    expect((await form({ amount: '70', confirmed: '50000' })).status).toBe(422)
  })
  it('shows the form again with everything typed, escaped, each reason at its field and in the summary', async () => {
    const said = await form({ amount: '50.5', show: 'yes', name: '"><script>alert(1)</script>\u202e', lang: 'en' })
    expect(said.status).toBe(422)
    expect(said.headers['content-type']).toContain('text/html')
    expect(said.text).toContain('Fields to fix: 2|50.5|&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(said.text).toContain('amount:Enter a whole amount')
    expect(said.text).toContain('name:The name holds characters that nobody can see')
    expect(said.text).not.toContain('<script>')
  })
  it('says in its own words that a program is closed, late or unknown', async () => {
    expect((await form({ program: 'dong' })).text).toContain('ngừng nhận góp ngày 01/11/2026')
    expect((await form({ program: 'tre', lang: 'en' })).text).toContain('report due on 1 November 2026')
    expect(await form({ program: 'khong-co' })).toMatchObject({
      status: 404,
      text: expect.stringContaining('Không có chương trình này'),
    })
  })
})

it('without an account at the provider nothing is recorded and the city says so', async () => {
  vi.resetModules()
  ssm.reset()
  ssm.on(GetParameterCommand).rejects(Object.assign(new Error('none'), { name: 'ParameterNotFound' }))
  const { handler: fresh } = await import('../../../functions/donations/give.ts')
  expect(await call(fresh, { method: 'POST', body: { program: heo.slug, amountVnd: 50_000 } })).toMatchObject({
    status: 409,
    json: { code: 'provider-closed', fields: [{ field: 'way', code: 'provider-closed' }] },
  })
})
