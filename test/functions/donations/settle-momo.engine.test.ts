import { describe, expect, it } from 'vitest'
import { handler } from '../../../functions/donations/settle-momo.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { key } from '../../../functions/store/keys.ts'
import { get } from '../../../functions/store/table.ts'
import { call } from '../../call.ts'
import { counted, gift, kept, leavesNothing, openMomo, post, received, reviews, tell, untouched } from './momo-heard.ts'
import { account, bodyOf, fieldsOf, signed } from './momo-notified.ts'

openMomo()

describe('what MoMo is answered, and what it leaves in the table', () => {
  it('a good notification and its repeats are 204 and one payment', async () => {
    const of = await gift()
    const fields = fieldsOf(of, { transId: '9223372036854775807' })
    expect([await tell(signed(fields)), await tell(signed(fields))]).toEqual([204, 204])
    expect(await kept(of)).toEqual(received)
    expect(await get(key.payment('momo', '9223372036854775807'))).toMatchObject({
      ...{ reference: fields.orderId, donation: of.id, amountVnd: 50_000, paidAt: '2026-11-23T07:05:09.000Z' },
    })
  })
  it('fifty at once are one payment, and each is answered finally', async () => {
    const of = await gift()
    const body = signed(fieldsOf(of))
    const codes = await Promise.all(Array.from({ length: 50 }, async () => (await call(handler, { body })).status))
    expect(new Set(codes)).toEqual(new Set([204]))
    expect(await kept(of)).toEqual(received)
  })
  it('a forged one is answered like a wrong address, whether the order exists or not, and leaves only a count', async () => {
    const of = await gift()
    const wrongKey = { ...account, secretKey: 'another-secret-xx' }
    const answers = new Set<string>()
    const forged = [
      signed(fieldsOf(of), wrongKey),
      signed(fieldsOf(of, { orderId: 'LCNOTHING' }), wrongKey),
      signed(fieldsOf(of, { resultCode: '1006' }), wrongKey),
      bodyOf(fieldsOf(of)),
      signed(fieldsOf(of)).replace('50000', '99000'),
      signed(fieldsOf(of)).replace('"orderType":"momo_wallet",', ''),
      '{}',
      '',
    ]
    await leavesNothing(async () => {
      for (const each of forged) {
        const said = await post(each)
        answers.add(`${said.status} ${said.text}`)
        expect(counted()).toContain('ForgedNotification')
      }
    })
    expect([...answers].map((each) => each.slice(0, 4))).toEqual(['404 '])
    expect(await tell(signed(fieldsOf(of)))).toBe(204)
  })
  it('an unknown order is 204; money for one is counted, for somebody must look', async () => {
    const fields = fieldsOf(await gift(), { orderId: 'LCNOTHING' })
    expect(await tell(signed({ ...fields, resultCode: '1006' }))).toBe(204)
    expect(counted()).not.toContain('UnknownOrder')
    expect(await tell(signed(fields))).toBe(204)
    expect(counted()).toContain('UnknownOrder')
    expect(await get(key.payment('momo', fields.transId!))).toBeUndefined()
  })
  it('another amount is recorded as what came and flagged once', async () => {
    const of = await gift()
    const body = signed(fieldsOf(of, { amount: '70000' }))
    expect([await tell(body), await tell(body)]).toEqual([204, 204])
    expect(await kept(of)).toEqual({ state: 'received', paid: [70_000], flags: ['other-amount'] })
    expect(await reviews(of)).toEqual(['other-amount'])
  })
  it('a failure is kept; money after it still counts, and a failure after money does not', async () => {
    const of = await gift()
    const failed = signed(fieldsOf(of, { resultCode: '1006', transId: '0', payType: '' }))
    expect([await tell(failed), await tell(failed)]).toEqual([204, 204])
    expect((await donationById(of.id))!.heard).toMatchObject({ meaning: 'failed', responseCode: '1006' })
    expect(await tell(signed(fieldsOf(of)))).toBe(204)
    expect(await tell(failed)).toBe(204)
    expect(await kept(of)).toEqual(received)
  })
  it('a failure of another amount leaves nothing', async () => {
    const of = await gift()
    expect(await tell(signed(fieldsOf(of, { resultCode: '1006', amount: '60000' })))).toBe(204)
    expect(await kept(of)).toEqual(untouched)
  })
  it.each(['1000', '7000', '7002', '8000', '42', '4711'])(
    '%s is pending and changes nothing; then money comes',
    async (resultCode) => {
      const of = await gift()
      expect(await tell(signed(fieldsOf(of, { resultCode })))).toBe(204)
      expect(await kept(of)).toEqual(untouched)
      expect(await tell(signed(fieldsOf(of)))).toBe(204)
      expect(await kept(of)).toEqual(received)
    },
  )
  it('authorized is money, its capture is the same money, and its release stands for review', async () => {
    const of = await gift()
    const fields = fieldsOf(of, { resultCode: '9000' })
    expect(await tell(signed(fields))).toBe(204)
    expect(await tell(signed({ ...fields, resultCode: '0' }))).toBe(204)
    expect(await kept(of)).toEqual(received)
    expect(await reviews(of)).toEqual([])
    for (let time = 0; time < 2; time++) expect(await tell(signed({ ...fields, resultCode: '1003' }))).toBe(204)
    expect(await reviews(of)).toEqual(['may-have-moved'])
  })
  it('a second payment is recorded and flagged', async () => {
    const of = await gift()
    expect([await tell(signed(fieldsOf(of))), await tell(signed(fieldsOf(of)))]).toEqual([204, 204])
    expect(await kept(of)).toEqual({ state: 'received', paid: [50_000, 50_000], flags: ['second'] })
    expect(await reviews(of)).toEqual(['second'])
  })
  it('money long after expiry counts', async () => {
    const of = await gift(new Date(Date.now() - 300 * 86_400_000).toISOString())
    expect(await tell(signed(fieldsOf(of)))).toBe(204)
    expect(await kept(of)).toEqual(received)
  })
})
