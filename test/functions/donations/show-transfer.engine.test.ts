import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { attemptAt } from '../../../functions/donations/donation.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { readVietQr } from '../../../functions/donations/providers/bank/vietqr.ts'
import { handler } from '../../../functions/donations/show-transfer.ts'
import { keepAttempt } from '../../../functions/donations/store.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { call } from '../../call.ts'
import { makeEntity, makeProgram } from '../../make.ts'
import { readPicture } from '../../picture.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'
import { fund } from './transferred.ts'

let table: Table
beforeAll(async () => {
  table = await openTable()
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="{{qrBox}}"><path d="{{qrPath}}"/></svg>
{{bank}}|{{number}}|{{holder}}|{{amount}}|{{amountPlain}}|{{memo}}|{{#refresh}}refresh{{/refresh}}`
  mockClient(S3Client)
    .on(GetObjectCommand)
    .callsFake(({ Key }: { Key: string }) => ({
      Body: { transformToString: async () => (Key.includes('problem') ? '{{title}}: {{message}}' : frame) },
    }))
  vi.spyOn(console, 'info').mockReturnValue()
  await publishEntity({
    ...fund,
    accounts: [...fund.accounts.slice(0, 1), { ...fund.accounts[1]!, number: '0011 0123' }],
  })
  await publishEntity(makeEntity({ slug: 'quy-khong-ma', taxCode: '0300000009' }))
  await publishProgram(makeProgram())
})
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})

const now = () => new Date().toISOString()
const show = (receiptKey: string) => call(handler, { params: { receiptKey }, path: '/receipts/key/transfer' })
const byBank = (entity = 'quy', at = now()) => pledged({ entity }, at, undefined, 'bank')

it('says account, sum and memo as text, and the same in a code that another reader reads', async () => {
  const gift = await byBank()
  const { status, text } = await show(gift.receiptKey)
  const memo = gift.attempts[0]!.reference
  const [drawing, words] = text.split('\n') as [string, string]
  expect([status, words]).toEqual([200, `Ngân hàng thử|0011 0123|QUY THU|50.000\u00a0₫|50000|${memo}|refresh`])
  const payload = (await readPicture(drawing))!
  expect(readVietQr(payload)).toEqual({ bin: '970436', account: '00110123', amountVnd: 50_000, memo })
  expect(payload.length).toBeLessThan(154)
})
it('rests after an hour, and stays good for as long as the promise', async () => {
  const gift = await byBank('quy', new Date(Date.now() - 3_700_000).toISOString())
  expect((await show(gift.receiptKey)).text).toMatch(/\|$/)
})
it('leads to the receipt once money came, and to what is being checked if it may have', async () => {
  const [paid, moved] = [await byBank(), await byBank()]
  await record(paid.id, told(paid), draw, now())
  await record(moved.id, told(moved, { meaning: 'moved' }), draw, now())
  expect(await show(paid.receiptKey)).toMatchObject({
    status: 303,
    headers: { location: `/receipts/${paid.receiptKey}?lang=vi` },
  })
  expect(await show(moved.receiptKey)).toMatchObject({
    headers: { location: `/receipts/${moved.receiptKey}/return?lang=vi` },
  })
})
it('is of gifts that are paid by a transfer, whatever was tried after', async () => {
  const gift = await pledged()
  expect((await show(gift.receiptKey)).status).toBe(404)
  expect((await show('A'.repeat(22))).status).toBe(404)
  const both = await byBank()
  await keepAttempt(both, attemptAt({ provider: 'vnpay' }, `LC${both.code}`, 900, now()))
  expect((await show(both.receiptKey)).status).toBe(200)
})
it('is closed where no transfer reaches the entity', async () => {
  const gift = await byBank('quy-khong-ma')
  expect((await show(gift.receiptKey)).status).toBe(409)
})
