import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Donation } from '../../../functions/donations/donation.ts'
import { handler as settleMomo } from '../../../functions/donations/settle-momo.ts'
import { handler as settleStripe } from '../../../functions/donations/settle-stripe.ts'
import { handler as settleVnpay } from '../../../functions/donations/settle-vnpay.ts'
import { handler as settleZalopay } from '../../../functions/donations/settle-zalopay.ts'
import { handler as resolve } from '../../../functions/review/resolve.ts'
import { reviews } from '../../../functions/review/store.ts'
import * as items from '../../../functions/store/table.ts'
import { call, eventOf, speak } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { invoke } from '../acts.ts'
import * as momo from './momo-notified.ts'
import * as vnpay from './notified.ts'
import * as stripe from './striped.ts'
import { webhook } from './striped-webhook.ts'
import * as zalopay from './zalopay-called.ts'

const accounts = { vnpay: vnpay.account, momo: momo.account, zalopay: zalopay.account, stripe: stripe.account }
let counted: string[] = []
let table: Table
beforeAll(async () => {
  table = await openTable()
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .callsFake(({ Name }: { Name: string }) => ({
      Parameter: { Value: JSON.stringify(accounts[Name.split('/').at(-1) as keyof typeof accounts]) },
    }))
  for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => counted.push(String(text)) > 0)
})
beforeEach(async () => {
  counted = []
  await table.empty()
})
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})

/** An order that no gift of ours has. */
const order = { amountVnd: 50_000, attempts: [{ reference: 'LCNOTHING' }] } as Donation

const byVnpay = async (over: Record<string, string>) =>
  (await call(settleVnpay, { query: vnpay.signed(vnpay.fieldsOf(order, { vnp_TransactionNo: '77', ...over })) })).json
    .RspCode
const byMomo = async (over: Record<string, string>) =>
  (await call(settleMomo, { method: 'POST', body: momo.signed(momo.fieldsOf(order, { transId: '77', ...over })) }))
    .status
const byZalopay = async (over: object) =>
  (
    await call(settleZalopay, {
      method: 'POST',
      body: zalopay.called(zalopay.dataOf(order, { zp_trans_id: 77, ...over })),
    })
  ).json.return_code
const byStripe = async (over: Record<string, unknown>) => {
  const body = stripe.eventOf(stripe.sessionOf(order, { payment_intent: '77', ...over }))
  return (await speak(settleStripe, webhook(body, stripe.signed(body)))).statusCode
}

const open = async () => (await reviews(new Date().toISOString())).map(({ id: _, key: __, at: ___, ...of }) => of)
const unknown = () => counted.filter((line) => line.includes('UnknownOrder')).length

describe('signed money for an order that is not ours', () => {
  it.each([
    ['vnpay', byVnpay, '01', { responseCode: '00', transactionStatus: '00' }],
    ['momo', byMomo, 204, { responseCode: '0', transactionStatus: '' }],
    ['zalopay', byZalopay, 0, { responseCode: '1', transactionStatus: '' }],
    ['stripe', byStripe, 200, { responseCode: 'paid', transactionStatus: '' }],
  ] as const)(
    'of %s is counted, answered as before, and stands for review once',
    async (provider, tell, said, codes) => {
      for (let time = 1; time <= 3; time++) {
        expect(await tell({})).toBe(said)
        expect(unknown()).toBe(time)
        expect(await open()).toEqual([
          {
            ...{ v: 1, reason: 'unknown-order', provider, reference: 'LCNOTHING', transactionId: '77' },
            ...{ amountVnd: 50_000, ...codes },
          },
        ])
      }
    },
  )
  it.each([
    ['VNPAY, where it may have moved', () => byVnpay({ vnp_TransactionStatus: '07' }), '01'],
    ['VNPAY, with a sum that cannot be read', () => byVnpay({ vnp_Amount: '5' }), '01'],
    ['VNPAY, without a transaction of its own', () => byVnpay({ vnp_TransactionNo: '0' }), '01'],
    ['MoMo, only authorized', () => byMomo({ resultCode: '9000' }), 204],
    ['Stripe, of another currency', () => byStripe({ currency: 'usd' }), 200],
  ])('of %s stands for review too', async (_, tell, said) => {
    expect(await tell()).toBe(said)
    expect(await open()).toMatchObject([{ reason: 'unknown-order', reference: 'LCNOTHING' }])
    expect(unknown()).toBe(1)
  })
  it.each([
    ['VNPAY', byVnpay, '99'],
    ['MoMo', byMomo, 500],
    ['ZaloPay', byZalopay, 0],
    ['Stripe', byStripe, 500],
  ] as const)('of %s that cannot be kept is a fault, and its repeat is kept', async (_, tell, fault) => {
    const real = items.put
    const broken = vi.spyOn(items, 'put').mockImplementation(async (item, when) => {
      if (String(item.pk).startsWith('review#')) throw new Error('throttled')
      return real(item, when)
    })
    expect(await tell({})).toBe(fault)
    broken.mockRestore()
    expect(counted.join('')).toContain('SettleFault')
    expect(await open()).toEqual([])
    await tell({})
    expect(await open()).toHaveLength(1)
  })
  it('is not opened again by a repeat after a person looked, and another payment of it is another item', async () => {
    await byMomo({})
    const [first] = await reviews(new Date().toISOString())
    await invoke(resolve, { id: first!.id, because: 'của dự án khác', by: 'Lan' })
    await byMomo({})
    expect(await open()).toMatchObject([{ resolved: { by: 'Lan' } }])
    await byMomo({ transId: '78' })
    expect(await open()).toHaveLength(2)
  })
})

describe('an order that is not ours leaves nothing', () => {
  it.each([
    ['that failed at VNPAY', () => byVnpay({ vnp_ResponseCode: '24', vnp_TransactionStatus: '02' }), '01'],
    ['that VNPAY has not finished', () => byVnpay({ vnp_TransactionStatus: '01' }), '01'],
    ['that failed at MoMo', () => byMomo({ resultCode: '1006' }), 204],
    ['that MoMo works on', () => byMomo({ resultCode: '7002' }), 204],
    ['of another project at Stripe', () => byStripe({ client_reference_id: null }), 200],
    ['that ended at Stripe', () => byStripe({ payment_status: 'unpaid', status: 'expired' }), 200],
  ])('%s', async (_, tell, said) => {
    expect(await tell()).toBe(said)
    expect([await open(), unknown()]).toEqual([[], 0])
  })
  it('whoever says it without the secret', async () => {
    const forged = vnpay.signed(vnpay.fieldsOf(order), 'another-secret-xx')
    expect((await speak(settleVnpay, eventOf({ query: forged }))).body).toContain('97')
    expect([await open(), unknown()]).toEqual([[], 0])
  })
})
