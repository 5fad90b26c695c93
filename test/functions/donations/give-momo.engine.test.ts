import { randomUUID } from 'node:crypto'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { handler as ask } from '../../../functions/donations/ask.ts'
import { stateOf } from '../../../functions/donations/donation.ts'
import { handler as give } from '../../../functions/donations/give.ts'
import { donationByReceiptKey } from '../../../functions/donations/store.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { type Momo, startMomo } from '../../../infra/local/gateways/momo.ts'
import { seed } from '../../../infra/seed/seed.ts'
import { call } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { account } from './momo-notified.ts'

let table: Table
let momo: Momo
let aheadMs = 0
/** VNPAY's secret is broken all the while. */
const secrets: Record<string, string> = { momo: JSON.stringify(account), vnpay: '{"tmnCode":"broken"}' }
beforeAll(async () => {
  table = await openTable()
  momo = await startMomo({ account, now: () => Date.now() })
  momo.switches.drop = true
  process.env.MOMO_PAY_URL = momo.origin
  process.env.MOMO_API_URL = momo.apiUrl
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .callsFake(({ Name }: { Name: string }) => {
      const value = secrets[Name.split('/').at(-1)!]
      if (value === undefined) throw Object.assign(new Error('none'), { name: 'ParameterNotFound' })
      return { Parameter: { Value: value } }
    })
  for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
  for (const entity of seed.entities) await publishEntity(entity)
  for (const program of seed.programs) await publishProgram(program)
})
afterEach(() => vi.useRealTimers())
afterAll(async () => {
  vi.restoreAllMocks()
  await momo.close()
  await table.close()
})

const gift = (over: object = {}) =>
  call(give, {
    method: 'POST',
    body: { program: seed.programs[0]!.slug, amountVnd: 50_000, way: 'momo', ...over },
  })
/** Runs the schedule so much later; the others cannot be asked, and MoMo is. */
async function askAfter(minutes: number): Promise<void> {
  aheadMs += minutes * 60_000
  vi.useFakeTimers({ now: Date.now() + aheadMs, toFake: ['Date'] })
  const run = (ask as (event: unknown, context: object) => Promise<unknown>)({}, {})
  // The others have a broken secret here.
  expect((await run) as object).toMatchObject({ unanswered: expect.any(Number) })
  vi.useRealTimers()
}
const stateNow = async (receiptKey: string) => stateOf(await donationByReceiptKey(receiptKey))

describe('a gift by MoMo', () => {
  it('leads to the page that MoMo made, kept with the intent; the same attempt asks MoMo no more', async () => {
    const attempt = randomUUID()
    const first = await gift({ attempt })
    expect(first.status).toBe(201)
    const { attempts } = await donationByReceiptKey(first.json.receiptKey)
    expect(attempts).toMatchObject([{ provider: 'momo', payUrl: first.json.payUrl }])
    expect(momo.payments().at(-1)).toMatchObject({
      reference: attempts[0]!.reference,
      returnUrl: `https://api.test/receipts/${first.json.receiptKey}/return`,
      ipnUrl: 'https://api.test/api/payments/momo/ipn',
    })
    const fetched = vi.spyOn(globalThis, 'fetch')
    expect((await gift({ attempt })).json).toEqual(first.json)
    expect(fetched).not.toHaveBeenCalled()
    fetched.mockRestore()
  })
  it('after a lost answer is the same order at MoMo, with the same page', async () => {
    const attempt = randomUUID()
    const orders = momo.payments().length
    const real = globalThis.fetch
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementationOnce(async (...of) => {
      await real(...of)
      throw new TypeError('fetch failed')
    })
    expect([(await gift({ attempt })).status, (await gift({ attempt })).status]).toEqual([503, 201])
    fetched.mockRestore()
    expect(momo.payments()).toHaveLength(orders + 1)
  })
  it('is refused beyond what MoMo carries, before anything is kept', async () => {
    const said = await gift({ amountVnd: 50_000_001 })
    expect([said.status, said.json.fields[0].code]).toEqual([422, 'way-too-large'])
  })
  it('is found by asking, though another provider’s secret is broken', async () => {
    const made = await gift()
    const { reference } = momo.payments().at(-1)!
    await momo.process(reference)
    await askAfter(3)
    expect(await stateNow(made.json.receiptKey)).toBe('waiting')
    await momo.approve(reference)
    await askAfter(3)
    const { payments } = await donationByReceiptKey(made.json.receiptKey)
    expect(payments).toMatchObject([{ key: `momo#${momo.payments().at(-1)!.transactions[0]!.number}`, flags: [] }])
  })
  it('that nobody paid is declined once its page is over, and money after that counts', async () => {
    const made = await gift()
    const { reference } = momo.payments().at(-1)!
    await askAfter(16)
    expect((await donationByReceiptKey(made.json.receiptKey)).heard).toMatchObject({ responseCode: '1005' })
    await momo.approve(reference)
    await askAfter(60)
    expect(await stateNow(made.json.receiptKey)).toBe('received')
  })
  it.each([40, 41])(
    'after a lost answer and then %s is the same gift by another order; both may be paid',
    async (code) => {
      const attempt = randomUUID()
      const real = globalThis.fetch
      const fetched = vi
        .spyOn(globalThis, 'fetch')
        .mockImplementationOnce(async (...of) => {
          await real(...of)
          throw new TypeError('fetch failed')
        })
        .mockImplementationOnce(async () => Response.json({ resultCode: code }, { status: 400 }))
      expect((await gift({ attempt })).status).toBe(503)
      const said = await gift({ attempt })
      fetched.mockRestore()
      expect(said.status).toBe(201)
      const { attempts } = await donationByReceiptKey(said.json.receiptKey)
      expect(attempts.map(({ payUrl }) => payUrl)).toEqual([undefined, said.json.payUrl])
      expect((await gift({ attempt })).json).toEqual(said.json)
      await momo.approve(attempts[0]!.reference)
      await askAfter(3)
      expect(await stateNow(said.json.receiptKey)).toBe('received')
    },
  )
})
