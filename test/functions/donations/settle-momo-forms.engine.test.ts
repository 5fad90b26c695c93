import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { describe, expect, it, vi } from 'vitest'
import type { Donation } from '../../../functions/donations/donation.ts'
import { sign } from '../../../functions/donations/providers/momo/signature.ts'
import { handler } from '../../../functions/donations/settle-momo.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { key } from '../../../functions/store/keys.ts'
import { get } from '../../../functions/store/table.ts'
import { call, eventOf, speak } from '../../call.ts'
import { standIn, zones } from '../../zones.ts'
import { counted, gift, kept, openMomo, received, tell, untouched } from './momo-heard.ts'
import { account, bodyOf, fieldsOf, signed } from './momo-notified.ts'

openMomo()

describe('MoMo’s word in other forms', () => {
  it('members that are not signed, an upper-case hash, text for numbers and a base64 body are as good', async () => {
    const bodies: ((of: Donation) => string)[] = [
      (of) => signed(fieldsOf(of)).replace('{', '{"promotionInfo":[{"voucherId":"x"}],"utm_source":"y",'),
      (of) => {
        const fields = fieldsOf(of)
        return bodyOf({ ...fields, signature: sign('result', fields, account).toUpperCase() })
      },
      (of) => {
        const fields = fieldsOf(of)
        return JSON.stringify({ ...fields, signature: sign('result', fields, account) })
      },
    ]
    for (const body of bodies) {
      const of = await gift()
      expect(await tell(body(of))).toBe(204)
      expect(await kept(of)).toEqual(received)
    }
    const of = await gift()
    const event = eventOf({ method: 'POST', body: signed(fieldsOf(of)) })
    const body = Buffer.from(event.body!).toString('base64')
    expect((await speak(handler, { ...event, body, isBase64Encoded: true })).statusCode).toBe(204)
    expect(await kept(of)).toEqual(received)
  })
  it('a huge body is 413 before anybody reads it', async () => {
    const of = await gift()
    expect(await tell(signed(fieldsOf(of, { extraData: 'A'.repeat(16_384) })))).toBe(413)
    expect(await kept(of)).toEqual(untouched)
  })
  it.each([
    ['resultCode', ''],
    ['transId', '0'],
    ['amount', '0'],
    ['amount', '50000.5'],
  ])('signed but with %s %j it is a fault that somebody looks at, and leaves nothing', async (name, value) => {
    const of = await gift()
    vi.spyOn(console, 'error').mockReturnValue()
    expect(await tell(signed(fieldsOf(of, { [name]: value })))).toBe(500)
    expect(counted()).toContain('SettleFault')
    expect(await kept(of)).toEqual(untouched)
  })
  it('a fault of ours is 500, so that MoMo may tell us again', async () => {
    const of = await gift()
    const body = signed(fieldsOf(of))
    const name = process.env.TABLE_NAME
    process.env.TABLE_NAME = 'nowhere'
    vi.spyOn(console, 'error').mockReturnValue()
    expect(await tell(body)).toBe(500)
    expect(counted()).toContain('SettleFault')
    process.env.TABLE_NAME = name
    expect(await tell(body)).toBe(204)
    expect(await kept(of)).toEqual(received)
  })
  it.each([
    ['2026-11-23T16:59:59.000Z', '2026-11-23T16:00:00.000Z', '20261123-'],
    ['2026-11-23T17:00:00.000Z', '2026-11-23T17:00:00.000Z', '20261124-'],
  ])(
    'money at %s stands in its hour and under the day of Viet Nam, whatever the machine’s zone',
    async (now, hour, day) => {
      for (const zone of zones) {
        standIn(zone)
        const of = await gift(now)
        vi.useFakeTimers({ now: Date.parse(now), toFake: ['Date'] })
        expect(await tell(signed(fieldsOf(of, { responseTime: String(Date.parse(now)) })))).toBe(204)
        vi.useRealTimers()
        const [payment] = (await donationById(of.id))!.payments
        expect(payment!.number).toContain(day)
        expect(await get(key.ledger(payment!.key))).toMatchObject({ hour })
        expect(await get(key.payment('momo', payment!.key.split('#')[1]!))).toMatchObject({ paidAt: now })
      }
    },
  )
})

it('a stage without an account at MoMo has no such address', async () => {
  vi.resetModules()
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .rejects(Object.assign(new Error('none'), { name: 'ParameterNotFound' }))
  const { handler: bare } = await import('../../../functions/donations/settle-momo.ts')
  expect((await call(bare, { method: 'POST', body: '{}' })).status).toBe(404)
})
