import { describe, expect, it, vi } from 'vitest'
import { sign } from '../../../functions/donations/providers/vnpay/signature.ts'
import { handler } from '../../../functions/donations/settle-vnpay.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { call } from '../../call.ts'
import { pledged } from '../gifts.ts'
import { kept, onePayment, received, reviews, untouched } from './kept.ts'
import { account, fieldsOf, signed } from './notified.ts'
import { counted, leavesNothing, left, openVnpay, tell } from './vnpay-heard.ts'

openVnpay()

describe('what VNPAY is answered, and what it leaves in the table', () => {
  it('a good notification is 00, its repeats 02', async () => {
    const gift = await pledged()
    const fields = signed(fieldsOf(gift))
    expect(await left(async () => expect(await tell(fields)).toBe('00'))).toEqual(onePayment)
    const again = async () => expect([await tell(fields), await tell(`${fields}&utm_source=x`)]).toEqual(['02', '02'])
    expect(await left(again)).toEqual([])
    expect(await kept(gift)).toEqual(received)
  })
  it('foreign parameters on the first notification, and a query beyond all measure, are a gift like any other', async () => {
    for (const foreign of ['utm_source=zalo&vnpay=1&', `x=${'x'.repeat(16_000)}&`]) {
      const gift = await pledged()
      const query = `${foreign}${signed(fieldsOf(gift))}&vnpay=2`
      expect(await left(async () => expect(await tell(query)).toBe('00'))).toEqual(onePayment)
      expect(await kept(gift)).toEqual(received)
    }
  })
  it('a query beyond all measure that VNPAY did not sign is 97 and leaves the table as it was', async () => {
    const long = 'x'.repeat(16_000)
    const query = signed(fieldsOf(await pledged(), { vnp_OrderInfo: long }), 'another-secret-xx')
    for (const each of [query, long, `vnp_Amount=${long}`])
      expect(await left(async () => expect(await tell(each)).toBe('97'))).toEqual([])
  })
  it('fifty at once are one payment, and each is answered finally', async () => {
    const gift = await pledged()
    const fields = signed(fieldsOf(gift))
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
    expect(await kept(gift)).toEqual(received)
    expect(await reviews(gift)).toEqual(['may-have-moved'])
  })
  it('a bad signature is 97 and leaves nothing but a count', async () => {
    const gift = await pledged()
    const forged = [
      signed(fieldsOf(gift), 'another-secret-xx'),
      new URLSearchParams(fieldsOf(gift)).toString(),
      signed(fieldsOf(gift)).replace('5000000', '9900000'),
      '',
    ]
    await leavesNothing(async () => {
      for (const each of forged) {
        expect(await tell(each)).toBe('97')
        expect(counted()).toContain('ForgedNotification')
      }
    })
    expect(await tell(signed(fieldsOf(gift)))).toBe('00')
  })
  it('an unknown order is 01; money for one is counted, for somebody must look', async () => {
    const fields = { ...fieldsOf(await pledged()), vnp_TxnRef: 'LCNOTHING' }
    const nobodys = await left(async () => {
      expect(await tell(signed({ ...fields, vnp_ResponseCode: '24', vnp_TransactionStatus: '02' }))).toBe('01')
      expect(counted()).not.toContain('UnknownOrder')
      expect(await tell(signed(fields))).toBe('01')
      expect(counted()).toContain('UnknownOrder')
    })
    expect(nobodys.filter((trace) => !trace.endsWith('review'))).toEqual([])
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
    expect(await kept(gift)).toEqual(received)
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
  it('a pending status is 00 and changes nothing; the final one is the gift, and pending after it is nothing', async () => {
    const gift = await pledged()
    const pending = signed(fieldsOf(gift, { vnp_TransactionStatus: '01' }))
    const twice = async () => expect([await tell(pending), await tell(pending)]).toEqual(['00', '00'])
    expect(await left(twice)).toEqual([])
    expect(await left(() => tell(signed(fieldsOf(gift))))).toEqual(onePayment)
    expect(await left(twice)).toEqual([])
    expect(await kept(gift)).toEqual(received)
  })
  it.each(['vnp_TransactionNo', 'vnp_ResponseCode', 'vnp_TransactionStatus'])(
    'half a notification, without %s, is 99 and leaves nothing',
    async (missing) => {
      const gift = await pledged()
      const fields = fieldsOf(gift)
      delete fields[missing]
      expect(await left(async () => expect(await tell(signed(fields))).toBe('99'))).toEqual([])
    },
  )
  it.each([
    // Signed, of money, and of no order: a person looks.
    ['vnp_TxnRef', '01', ['+review']],
    ['vnp_TmnCode', '97', []],
    ['vnp_Amount', '04', []],
    ['vnp_SecureHash', '97', []],
  ] as const)('without %s a notification is %s and leaves in the table %j', async (missing, code, traces) => {
    const { [missing]: _, ...fields } = fieldsOf(await pledged())
    const said = missing === 'vnp_SecureHash' ? new URLSearchParams(fields).toString() : signed(fields)
    expect(await left(async () => expect(await tell(said)).toBe(code))).toEqual(traces)
  })
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
    const gift = await pledged()
    const fields = fieldsOf(gift)
    const upper = `${new URLSearchParams(fields)}&vnp_SecureHash=${sign(fields, account.hashSecret).toUpperCase()}`
    expect(await tell(upper)).toBe('00')
    expect(await kept(gift)).toEqual(received)
  })
  it('a fault of ours is 99, so that VNPAY tells us again', async () => {
    const gift = await pledged()
    const name = process.env.TABLE_NAME
    process.env.TABLE_NAME = 'nowhere'
    vi.spyOn(console, 'error').mockReturnValue()
    expect(await tell(signed(fieldsOf(gift)))).toBe('99')
    expect(counted()).toContain('SettleFault')
    process.env.TABLE_NAME = name
    expect(await tell(signed(fieldsOf(gift)))).toBe('00')
  })
})
