import { describe, expect, it } from 'vitest'
import { macOf } from '../../../functions/donations/providers/zalopay/signature.ts'
import { midnight, standIn, zones } from '../../zones.ts'
import { account, no, order, speaking } from './zalopay-spoken.ts'

const back = {
  refundReference: 'RABC',
  reference: order.reference,
  transactionId: '261123000000389',
  amountVnd: 20_000,
  paidVnd: 50_000,
  createdAt: order.createdAt,
  orderedAt: '2026-11-24T16:59:59.000Z',
  now: '2026-11-24T17:00:01.000Z',
  by: 'quy',
}

describe('refund', () => {
  it('is the same one when asked again on another day', async () => {
    const { asked, gateway } = speaking({ return_code: 1, sub_return_code: 1, refund_id: 261124000000012 })
    expect((await gateway.refund!(back)).state).toBe('accepted')
    await gateway.refund!({ ...back, now: '2026-11-26T01:00:00.000Z' })
    expect(asked.map(({ form }) => form.m_refund_id)).toEqual(['261124_2553_RABC', '261124_2553_RABC'])
    expect(asked[0]).toEqual({
      url: 'https://api.example/v2/refund',
      form: {
        app_id: '2553',
        m_refund_id: '261124_2553_RABC',
        zp_trans_id: '261123000000389',
        amount: '20000',
        timestamp: '1795539601000',
        description: `Hoan ${order.reference}`,
        mac: macOf(`2553|261123000000389|20000|Hoan ${order.reference}|1795539601000`, account.key1),
      },
    })
  })
  it.each(zones)('is named by the day in Viet Nam on which it was ordered, on a machine in %s', async (zone) => {
    standIn(zone)
    const { asked, gateway } = speaking({ return_code: 1, sub_return_code: 1 })
    for (const orderedAt of [midnight.before, midnight.after])
      for (const speak of [gateway.refund!, gateway.followRefund!]) await speak({ ...back, orderedAt })
    const [eve, day] = ['261123_2553_RABC', '261124_2553_RABC']
    expect(asked.map(({ form }) => form.m_refund_id)).toEqual([eve, eve, day, day])
  })
  it.each([
    [
      'accepted is not done',
      '{"return_code":1,"sub_return_code":1,"refund_id":261124000000012345678}',
      { state: 'accepted', code: '1/1', transactionId: '261124000000012345678' },
    ],
    ['under way', { return_code: 3, sub_return_code: 2 }, { state: 'accepted', code: '3/2' }],
    ['asked before', no(-23), { state: 'accepted', code: '2/-23' }],
    ['more than is left', no(-14), { state: 'refused', code: '2/-14' }],
    ['too late', no(-13), { state: 'refused', code: '2/-13' }],
    ['unknown payment', no(-101), { state: 'refused', code: '2/-101' }],
  ])('%s', async (_, said, means) => {
    expect(await speaking(said).gateway.refund!(back)).toEqual(means)
  })
  it.each([
    ['done', { return_code: 1, sub_return_code: 1 }, { state: 'done', code: '1/1' }],
    ['under way', { return_code: 3, sub_return_code: 2 }, { state: 'accepted', code: '3/2' }],
    ['failed', no(0), { state: 'refused', code: '2/0' }],
    ['not refundable', no(-32), { state: 'refused', code: '2/-32' }],
    ['not known, so perhaps on its way', no(-101), { state: 'unknown', code: '2/-101' }],
  ])('followed: %s', async (_, said, means) => {
    const { asked, gateway } = speaking(said)
    expect(await gateway.followRefund!(back)).toEqual(means)
    expect(asked[0]!.form).toEqual({
      app_id: '2553',
      m_refund_id: '261124_2553_RABC',
      timestamp: '1795539601000',
      mac: macOf('2553|261124_2553_RABC|1795539601000', account.key1),
    })
  })
  it('without an answer throws, for it may have happened', async () => {
    for (const said of [no(-500), { return_code: -999 }, '']) {
      await expect(speaking(said).gateway.refund!(back)).rejects.toThrow()
      await expect(speaking(said).gateway.followRefund!(back)).rejects.toThrow()
    }
  })
})
