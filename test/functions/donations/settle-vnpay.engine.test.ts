import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Donation, stateOf } from '../../../functions/donations/donation.ts'
import { sign } from '../../../functions/donations/providers/vnpay-signature.ts'
import { handler } from '../../../functions/donations/settle-vnpay.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { query } from '../../../functions/store/table.ts'
import { call } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { pledged } from '../gifts.ts'
import { account, fieldsOf, signed } from './notified.ts'

let table: Table
let counted: string[]
beforeAll(async () => {
  table = await openTable()
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: JSON.stringify(account) } })
  vi.spyOn(console, 'info').mockReturnValue()
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => counted.push(String(text)) > 0)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})

const tell = async (rawQuery: string): Promise<string> => {
  counted = []
  const said = await call(handler, { path: '/api/payments/vnpay/ipn', query: rawQuery })
  expect(said.status).toBe(200)
  return said.json.RspCode
}
const kept = async (of: Donation) => {
  const donation = (await donationById(of.id))!
  return {
    state: stateOf(donation),
    paid: donation.payments.map(({ amountVnd }) => amountVnd),
    flags: donation.payments.flatMap(({ flags }) => flags),
  }
}
const untouched = { state: 'waiting', paid: [], flags: [] }
const reviews = async (of: Donation) =>
  (await query(`review#${new Date().toISOString().slice(0, 7)}`))
    .filter(({ donation }) => donation === of.id)
    .map(({ reason }) => reason)

describe('what VNPAY is answered, and what it leaves in the table', () => {
  it('a good notification is 00, its repeats 02', async () => {
    const gift = await pledged()
    const fields = signed(fieldsOf(gift))
    expect([await tell(fields), await tell(fields), await tell(`${fields}&utm_source=x`)]).toEqual(['00', '02', '02'])
    expect(await kept(gift)).toEqual({ state: 'received', paid: [50_000], flags: [] })
  })
  it('fifty at once are one payment, and each is answered finally', async () => {
    const gift = await pledged()
    const fields = signed(fieldsOf(gift))
    counted = []
    const codes = await Promise.all(
      Array.from({ length: 50 }, async () => (await call(handler, { query: fields })).json.RspCode),
    )
    expect(codes.filter((code) => code === '00')).toHaveLength(1)
    expect(codes.filter((code) => code === '02')).toHaveLength(49)
    expect((await kept(gift)).paid).toEqual([50_000])
  })
  it('a gift in the book that may be taken back stands for review, once', async () => {
    const gift = await pledged()
    expect(await tell(signed(fieldsOf(gift)))).toBe('00')
    const moved = signed(fieldsOf(gift, { vnp_TransactionStatus: '07' }))
    expect([await tell(moved), await tell(moved)]).toEqual(['02', '02'])
    expect(await kept(gift)).toEqual({ state: 'received', paid: [50_000], flags: [] })
    expect(await reviews(gift)).toEqual(['may-have-moved'])
  })
  it('a bad signature is 97 and leaves nothing but a count', async () => {
    const gift = await pledged()
    for (const forged of [
      signed(fieldsOf(gift), 'another-secret-xx'),
      new URLSearchParams(fieldsOf(gift)).toString(),
      signed(fieldsOf(gift)).replace('5000000', '9900000'),
      '',
    ]) {
      expect(await tell(forged)).toBe('97')
      expect(counted.join('')).toContain('ForgedNotification')
    }
    expect(await kept(gift)).toEqual(untouched)
    expect(await tell(signed(fieldsOf(gift)))).toBe('00')
  })
  it('an unknown order is 01; money for one is counted, for somebody must look', async () => {
    const fields = { ...fieldsOf(await pledged()), vnp_TxnRef: 'LCNOTHING' }
    expect(await tell(signed({ ...fields, vnp_ResponseCode: '24', vnp_TransactionStatus: '02' }))).toBe('01')
    expect(counted.join('')).not.toContain('UnknownOrder')
    expect(await tell(signed(fields))).toBe('01')
    expect(counted.join('')).toContain('UnknownOrder')
  })
  it('another amount is recorded as what came, flagged, and answered 04 each time', async () => {
    const gift = await pledged()
    const fields = signed(fieldsOf(gift, { vnp_Amount: '7000000' }))
    expect([await tell(fields), await tell(fields), await tell(fields)]).toEqual(['04', '04', '04'])
    expect(await kept(gift)).toEqual({ state: 'received', paid: [70_000], flags: ['other-amount'] })
    expect(await reviews(gift)).toEqual(['other-amount'])
  })
  it.each(['5000050', '0', '-5000000', '5e6', ''])('amount %j is 04 and no money', async (vnp_Amount) => {
    const gift = await pledged()
    expect(await tell(signed(fieldsOf(gift, { vnp_Amount })))).toBe('04')
    expect(await kept(gift)).toEqual(untouched)
  })
  it('a failure is kept and 00, then 02; money after it still counts', async () => {
    const gift = await pledged()
    const failed = signed(
      fieldsOf(gift, { vnp_ResponseCode: '24', vnp_TransactionStatus: '02', vnp_TransactionNo: '0' }),
    )
    expect([await tell(failed), await tell(failed)]).toEqual(['00', '02'])
    expect((await kept(gift)).state).toBe('declined')
    expect(await tell(signed(fieldsOf(gift)))).toBe('00')
    expect(await kept(gift)).toEqual({ state: 'received', paid: [50_000], flags: [] })
    expect(await tell(failed)).toBe('02')
    expect((await kept(gift)).state).toBe('received')
  })
  it('a failure with another amount is 04 and leaves nothing', async () => {
    const gift = await pledged()
    expect(
      await tell(signed(fieldsOf(gift, { vnp_ResponseCode: '24', vnp_TransactionStatus: '02', vnp_Amount: '100' }))),
    ).toBe('04')
    expect(await kept(gift)).toEqual(untouched)
  })
  it.each([
    ['00', '04'],
    ['00', '07'],
    ['07', '00'],
  ])('response %s with status %s is checked by a person', async (vnp_ResponseCode, vnp_TransactionStatus) => {
    const gift = await pledged()
    const moved = signed(fieldsOf(gift, { vnp_ResponseCode, vnp_TransactionStatus }))
    expect([await tell(moved), await tell(moved)]).toEqual(['00', '02'])
    expect(await kept(gift)).toEqual({ state: 'checking', paid: [], flags: [] })
    expect(await reviews(gift)).toEqual(['may-have-moved'])
    expect((await donationById(gift.id))!.heard?.promisedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  })
  it('success by half, the error of the official PHP sample, is no money', async () => {
    const gift = await pledged()
    await tell(signed(fieldsOf(gift, { vnp_TransactionStatus: '02' })))
    await tell(signed(fieldsOf(gift, { vnp_ResponseCode: '51' })))
    expect((await kept(gift)).paid).toEqual([])
  })
  it('a pending status changes nothing', async () => {
    const gift = await pledged()
    expect(await tell(signed(fieldsOf(gift, { vnp_TransactionStatus: '01' })))).toBe('00')
    expect(await kept(gift)).toEqual(untouched)
  })
  it.each(['vnp_TransactionNo', 'vnp_ResponseCode', 'vnp_TransactionStatus'])(
    'half a notification, without %s, is 99 and leaves nothing',
    async (missing) => {
      const gift = await pledged()
      const fields = fieldsOf(gift)
      delete fields[missing]
      expect(await tell(signed(fields))).toBe('99')
      expect(await kept(gift)).toEqual(untouched)
    },
  )
  it('a second payment is recorded and flagged', async () => {
    const gift = await pledged()
    expect([await tell(signed(fieldsOf(gift))), await tell(signed(fieldsOf(gift)))]).toEqual(['00', '00'])
    expect(await kept(gift)).toEqual({ state: 'received', paid: [50_000, 50_000], flags: ['second'] })
    expect(await reviews(gift)).toEqual(['second'])
  })
  it('money long after expiry counts', async () => {
    const gift = await pledged({}, new Date(Date.now() - 300 * 86_400_000).toISOString())
    expect(await tell(signed(fieldsOf(gift)))).toBe('00')
    expect((await kept(gift)).paid).toEqual([50_000])
  })
  it('an upper-case hash is as good', async () => {
    const fields = fieldsOf(await pledged())
    expect(
      await tell(`${new URLSearchParams(fields)}&vnp_SecureHash=${sign(fields, account.hashSecret).toUpperCase()}`),
    ).toBe('00')
  })
  it('a fault of ours is 99, so that VNPAY tells us again', async () => {
    const gift = await pledged()
    const name = process.env.TABLE_NAME
    process.env.TABLE_NAME = 'nowhere'
    vi.spyOn(console, 'error').mockReturnValue()
    expect(await tell(signed(fieldsOf(gift)))).toBe('99')
    expect(counted.join('')).toContain('SettleFault')
    process.env.TABLE_NAME = name
    expect(await tell(signed(fieldsOf(gift)))).toBe('00')
  })
})
