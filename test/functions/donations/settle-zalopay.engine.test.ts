import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Donation } from '../../../functions/donations/donation.ts'
import { handler } from '../../../functions/donations/settle-zalopay.ts'
import { key } from '../../../functions/store/keys.ts'
import { get } from '../../../functions/store/table.ts'
import { call, eventOf, speak } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { pledged as pledgedBy } from '../gifts.ts'
import { expectNoTrace, reviews } from './kept.ts'
import {
  account,
  called,
  counted,
  dataOf,
  kept,
  openZalopay,
  pledged,
  received,
  tell,
  untouched,
} from './zalopay-called.ts'

let table: Table
beforeAll(async () => {
  table = await openTable()
  openZalopay()
})
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})

const [ok, already, forged] = ['1 success', '2 duplicate', '-1 mac not equal']
const [unread, fault] = ['0 data not understood', '0 exception']

describe('what ZaloPay is answered, and what it leaves in the table', () => {
  it('a good callback is 1, its repeats 2; the fact has the transaction’s every digit and the time', async () => {
    const gift = await pledged()
    const body = called(dataOf(gift))
    expect([await tell(body), await tell(body), await tell(body)]).toEqual([ok, already, already])
    expect(counted).toEqual([])
    expect(await kept(gift)).toEqual(received)
    const { zp_trans_id } = JSON.parse(JSON.parse(body).data)
    expect(await get(key.payment('zalopay', `${zp_trans_id}`))).toMatchObject({
      donation: gift.id,
      amountVnd: 50_000,
      reference: gift.attempts[0]!.reference,
      paidAt: '2026-11-23T07:00:09.000Z',
    })
  })
  it('an id longer than a number holds is kept as it was written', async () => {
    const [gift, other] = [await pledged(), await pledged()]
    const data = (of: Donation, id: string) =>
      JSON.stringify(dataOf(of, { zp_trans_id: 0 })).replace(/("zp_trans_id":)0/, `$1${id}`)
    expect(await tell(called(data(gift, '9007199254740993123')))).toBe(ok)
    expect(await tell(called(data(other, '9007199254740993124')))).toBe(ok)
    expect(await get(key.payment('zalopay', '9007199254740993123'))).toMatchObject({ donation: gift.id })
    expect(await get(key.payment('zalopay', '9007199254740993124'))).toMatchObject({ donation: other.id })
  })
  it('fifty at once are one payment, and each is answered finally', async () => {
    const gift = await pledged()
    const body = called(dataOf(gift))
    counted.length = 0
    const codes = await Promise.all(
      Array.from({ length: 50 }, async () => (await call(handler, { method: 'POST', body })).json.return_code),
    )
    expect(codes.filter((code) => code === 1)).toHaveLength(1)
    expect(codes.filter((code) => code === 2)).toHaveLength(49)
    expect(await kept(gift)).toEqual(received)
  })
  it('a bad mac is -1 and leaves nothing but a count: key1, another order’s, none, an altered amount, a space', async () => {
    const gift = await pledged()
    const data = JSON.stringify(dataOf(gift))
    const { mac } = JSON.parse(called(data))
    const all = [
      called(data, account.key1),
      called(data, account.key2, { mac: JSON.parse(called(dataOf(gift))).mac }),
      JSON.stringify({ data, type: 1 }),
      JSON.stringify({ data, mac: '', type: 1 }),
      JSON.stringify({ data: data.replace('50000', '90000'), mac, type: 1 }),
      JSON.stringify({ data: data.replace('"amount":', '"amount": '), mac, type: 1 }),
      JSON.stringify({ data: JSON.parse(data), mac, type: 1 }),
      called(dataOf(gift, { app_id: 2554 })),
      ...['', 'null', '[]', '{', '"data"', `data=${encodeURIComponent(data)}&mac=${mac}&type=1`],
    ]
    await expectNoTrace(table, async () => {
      for (const body of all) {
        expect([body, await tell(body)]).toEqual([body, forged])
        expect(counted.join('')).toContain('ForgedNotification')
      }
    })
    expect(await tell(called(data))).toBe(ok)
  })
  it('bytes that are no UTF-8 are -1', async () => {
    counted.length = 0
    const event = {
      ...eventOf({ method: 'POST' }),
      body: Buffer.from([0xff, 0xfe]).toString('base64'),
      isBase64Encoded: true,
    }
    expect(JSON.parse((await speak(handler, event)).body!)).toMatchObject({ return_code: -1 })
  })
  it('a huge body is -1, unread', async () => {
    const gift = await pledged()
    expect(await tell(called(dataOf(gift, { item: 'x'.repeat(20_000) })))).toBe(forged)
    expect(await kept(gift)).toEqual(untouched)
  })
  it('base64, an upper-case mac, foreign members, another order of members and accents are as good', async () => {
    const [wrapped, upper, foreign, spaced] = [await pledged(), await pledged(), await pledged(), await pledged()]
    const event = eventOf({
      method: 'POST',
      body: called(dataOf(wrapped)),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(event.isBase64Encoded).toBe(true)
    expect(JSON.parse((await speak(handler, event)).body!)).toMatchObject({ return_code: 1 })
    const { mac, ...rest } = JSON.parse(called(dataOf(upper)))
    expect(await tell(JSON.stringify({ ...rest, mac: mac.toUpperCase() }))).toBe(ok)
    expect(
      await tell(called(dataOf(foreign, { note: 'Đỗ Thị Hòa', more: { deep: [1] } }), account.key2, { utm: 'x' })),
    ).toBe(ok)
    const turned = JSON.stringify(Object.fromEntries(Object.entries(dataOf(spaced)).reverse()), null, 2)
    expect(await tell(called(turned, account.key2, { type: '1' }))).toBe(ok)
    for (const gift of [wrapped, upper, foreign, spaced]) expect(await kept(gift)).toEqual(received)
  })
  it('an unknown order is 0, so that it is told again, and counted, for somebody must look', async () => {
    const data = dataOf(await pledged(), { app_trans_id: '261123_NOTHING' })
    expect(await tell(called(data))).toBe('0 order not found')
    expect(counted.join('')).toContain('UnknownOrder')
    expect(await get(key.payment('zalopay', `${data.zp_trans_id}`))).toBeUndefined()
  })
  it('another provider’s order is unknown', async () => {
    const gift = await pledgedBy()
    expect(await tell(called(dataOf(gift)))).toBe('0 order not found')
    expect(await kept(gift)).toEqual(untouched)
  })
  it('another amount is recorded as what came, flagged, and ended with 1', async () => {
    const gift = await pledged()
    const body = called(dataOf(gift, { amount: 70_000 }))
    expect([await tell(body), await tell(body)]).toEqual([ok, already])
    expect(await kept(gift)).toEqual({ state: 'received', paid: [70_000], flags: ['other-amount'] })
    expect(await reviews(gift)).toEqual(['other-amount'])
  })
  it('what the payer saved or paid on top changes no gift', async () => {
    const gift = await pledged()
    expect(await tell(called(dataOf(gift, { discount_amount: 5_000, user_fee_amount: 1_100 })))).toBe(ok)
    expect(await kept(gift)).toEqual(received)
  })
  it.each([
    ...[0, -50_000, 50_000.5, '5e4', '', null, true, '050000', 10 ** 12].map((amount) => ({ amount })),
    ...['zp_trans_id', 'app_trans_id', 'amount'].map((name) => ({ [name]: undefined })),
    { zp_trans_id: 0 },
    { zp_trans_id: '' },
    { zp_trans_id: 'a#b' },
  ])('signed but not understood, %j, is 0 and counted, and leaves nothing', async (over) => {
    const gift = await pledged()
    expect(await tell(called(dataOf(gift, over)))).toBe(unread)
    expect(counted.join('')).toContain('SettleFault')
    expect(await kept(gift)).toEqual(untouched)
  })
  it('an amount in exponents or with a point is not understood, though JSON reads it as 50000', async () => {
    const gift = await pledged()
    for (const amount of ['5e4', '50000.0'])
      expect(await tell(called(JSON.stringify(dataOf(gift)).replace('"amount":50000', `"amount":${amount}`)))).toBe(
        unread,
      )
    expect(await kept(gift)).toEqual(untouched)
  })
  it.each([2, 0, null, 'order'])('of type %j is no order, and leaves nothing', async (type) => {
    const gift = await pledged()
    expect(await tell(called(dataOf(gift), account.key2, { type }))).toBe(unread)
    expect(counted).toEqual([])
    expect(await kept(gift)).toEqual(untouched)
  })
  it('a second payment is recorded and flagged', async () => {
    const gift = await pledged()
    expect([await tell(called(dataOf(gift))), await tell(called(dataOf(gift)))]).toEqual([ok, ok])
    expect(await kept(gift)).toEqual({ state: 'received', paid: [50_000, 50_000], flags: ['second'] })
    expect(await reviews(gift)).toEqual(['second'])
  })
  it('money long after expiry counts', async () => {
    const gift = await pledged(new Date(Date.now() - 300 * 86_400_000).toISOString())
    expect(await tell(called(dataOf(gift)))).toBe(ok)
    expect((await kept(gift)).paid).toEqual([50_000])
  })
  it('a fault of ours is 0, so that ZaloPay tells us again', async () => {
    const gift = await pledged()
    const name = process.env.TABLE_NAME
    process.env.TABLE_NAME = 'nowhere'
    vi.spyOn(console, 'error').mockReturnValue()
    expect(await tell(called(dataOf(gift)))).toBe(fault)
    expect(counted.join('')).toContain('SettleFault')
    process.env.TABLE_NAME = name
    expect(await tell(called(dataOf(gift)))).toBe(ok)
  })
})
