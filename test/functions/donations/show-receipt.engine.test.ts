import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { attemptAt, type Donation } from '../../../functions/donations/donation.ts'
import { handler as finish } from '../../../functions/donations/finish-refund.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { handler } from '../../../functions/donations/show-receipt.ts'
import { keepAttempt } from '../../../functions/donations/store.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { call } from '../../call.ts'
import { makeEntity, makeProgram } from '../../make.ts'
import { openTable, type Table } from '../../table.ts'
import { askedBack, draw, pledged, told } from '../gifts.ts'
import { run } from './refunding.ts'

const { phone } = makeEntity()
let table: Table
beforeAll(async () => {
  table = await openTable()
  const frame =
    '{{#waiting}}waiting{{/waiting}}{{#declined}}declined{{/declined}}{{#received}}received{{/received}}' +
    '|{{#byBank}}QR{{/byBank}} {{reopenUrl}}|{{#late}}{{phone}} {{code}}{{/late}}{{#givenBack}}given back{{/givenBack}}'
  mockClient(S3Client)
    .on(GetObjectCommand)
    .callsFake(() => ({ Body: { transformToString: async () => frame } }))
  vi.spyOn(console, 'info').mockReturnValue()
  await publishEntity(makeEntity())
  await publishProgram(makeProgram())
})
afterAll(() => table.close())

const day = 86_400_000
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString()
const given = (provider: 'bank' | 'vnpay', at = ago(0)) => pledged({ lang: 'vi' }, at, undefined, provider)
const shown = async ({ receiptKey }: Donation, lang = 'vi') =>
  (await call(handler, { params: { receiptKey }, query: `lang=${lang}` })).text.replaceAll(receiptKey, 'key')

it('without money leads back to the page to pay, whichever that was last', async () => {
  const [transfer, order] = [await given('bank'), await given('vnpay')]
  expect(await shown(transfer)).toBe('waiting|QR /receipts/key/transfer?lang=vi|')
  expect(await shown(order, 'en')).toBe('waiting| /receipts/key/return?lang=en|')
  await record(order.id, told(order, { meaning: 'failed', responseCode: '24' }), draw, ago(0))
  expect(await shown(order)).toBe('declined| /receipts/key/return?lang=vi|')
  await keepAttempt(transfer, attemptAt({ provider: 'vnpay' }, `LC${transfer.code}`, 900, ago(0)))
  expect(await shown(transfer)).toBe('waiting| /receipts/key/return?lang=vi|')
})
it('says whom to call once a transfer is a day late, whatever was tried after it, until its money is here', async () => {
  const [young, late, order] = [
    await given('bank', ago(day - 60_000)),
    await given('bank', ago(day)),
    await given('vnpay', ago(day)),
  ]
  expect(await shown(young)).toMatch(/\|$/)
  expect(await shown(order)).toMatch(/\|$/)
  expect(await shown(late)).toMatch(new RegExp(`\\|${phone} ${late.code}$`))
  await keepAttempt(late, attemptAt({ provider: 'vnpay' }, `LC${late.code}`, 900, ago(0)))
  expect(await shown(late)).toMatch(new RegExp(`\\|${phone} ${late.code}$`))
  await record(late.id, told(late), draw, ago(0))
  expect(await shown(late)).toMatch(/^received\|.*\|$/)
})
it('thanks first until all of it went back, and then says that first', async () => {
  const gift = await given('vnpay')
  await record(gift.id, told(gift), draw, ago(0))
  for (const [amountVnd, ending] of [
    [20_000, '|'],
    [30_000, 'given back'],
  ] as const) {
    const { id } = await askedBack(gift.id, amountVnd)
    expect(await shown(gift)).toMatch(/\|$/)
    await run(finish, { id, end: 'done', reference: 'FT1', by: 'Lan' })
    expect((await shown(gift)).endsWith(ending)).toBe(true)
  }
})
