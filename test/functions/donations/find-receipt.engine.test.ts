import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Donation } from '../../../functions/donations/donation.ts'
import { handler } from '../../../functions/donations/find-receipt.ts'
import { client } from '../../../functions/store/table.ts'
import { call } from '../../call.ts'
import { withFaults } from '../../faults.ts'
import { openTable, type Table } from '../../table.ts'
import { pledged } from '../gifts.ts'

let table: Table
let gift: Donation
let caller = 0
beforeAll(async () => {
  table = await openTable()
  const frame = '{{problem}}|{{code}}|{{amount}}|{{codeProblem}}|{{amountProblem}}'
  mockClient(S3Client)
    .on(GetObjectCommand)
    .callsFake(() => ({ Body: { transformToString: async () => frame } }))
  vi.spyOn(console, 'info').mockReturnValue()
  process.env.ORIGIN_KEY = 'the key of the edge'
  gift = await pledged({ amountVnd: 50_000 })
})
beforeEach(() => {
  caller++
})
afterAll(() => table.close())

const find = (code: string, amount: string, from = `203.0.113.${caller}`) =>
  call(handler, {
    method: 'POST',
    body: new URLSearchParams({ code, amount, lang: 'vi' }),
    headers: { 'x-origin-key': 'the key of the edge', 'cloudfront-viewer-address': `${from}:443` },
  })

describe('a lost receipt', () => {
  it('is found by code and amount, however they are typed', async () => {
    for (const [code, amount] of [
      [gift.code, '50000'],
      [gift.code.toLowerCase(), '50.000 ₫'],
      [` ${gift.code.slice(0, 4)}-${gift.code.slice(4)}`, '50k'],
      [gift.code, '50'],
    ] as const) {
      const said = await find(code, amount)
      expect([said.status, said.headers.location]).toEqual([303, `/receipts/${gift.receiptKey}?lang=vi`])
    }
  })
  it('says the same of a wrong code and a wrong amount, and keeps what was typed', async () => {
    const wrong = gift.code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    const [code, amount] = [await find(wrong, '50.000'), await find(gift.code, '51.000')]
    expect([code.status, amount.status]).toEqual([404, 404])
    expect(code.text.split('|')[0]).toBe(amount.text.split('|')[0])
    expect(amount.text).toContain(`|${gift.code}|51.000||`)
  })
  it.each([
    ['', '50.000', 'code'],
    ['ABCDEFG0', '50.000', 'code'],
    ['ABCDEFGH', '', 'amount'],
    ['ABCDEFGH', 'năm mươi', 'amount'],
  ])('%j with %j is said at its field', async (code, amount, field) => {
    const said = await find(code, amount)
    const [, , , codeProblem, amountProblem] = said.text.split('|')
    expect([said.status, codeProblem !== '', amountProblem !== '']).toEqual([422, field === 'code', field === 'amount'])
  })
  it('is guarded: after sixty wrong tries an address waits, another does not, and right ones never count', async () => {
    for (let time = 0; time < 12; time++) expect((await find(gift.code, '50.000')).status).toBe(303)
    for (let time = 0; time < 60; time++) expect((await find('ABCDEFGH', '50.000')).status).toBe(404)
    const refused = await find(gift.code, '50.000')
    expect([refused.status, refused.text.includes('phút')]).toEqual([429, true])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await find(gift.code, '50.000', '198.51.100.1')).status).toBe(303)
    vi.useFakeTimers({ now: Date.now() + 600_000, toFake: ['Date'] })
    expect((await find(gift.code, '50.000')).status).toBe(303)
    vi.useRealTimers()
  })
  it('is guarded against guesses that come all at once', async () => {
    const said = await Promise.all(Array.from({ length: 100 }, () => find('ABCDEFGH', '50.000')))
    expect(said.filter(({ status }) => status === 404)).toHaveLength(60)
  })
  it('takes no JSON: there is nothing to automate here', async () =>
    expect((await call(handler, { method: 'POST', body: { code: gift.code, amount: '50000' } })).status).toBe(415))
  it('is found while a fifth of the calls fail', async () => {
    const faults = withFaults(client, 0.2, 3)
    const said = await Promise.all(Array.from({ length: 20 }, () => find(gift.code, '50.000'))).finally(faults.mend)
    expect(said.map(({ status }) => status)).toEqual(said.map(() => 303))
  })
})
