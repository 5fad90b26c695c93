import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { account, createdAt, openMomo } from './momo-shop.ts'

let at: Awaited<ReturnType<typeof openMomo>>
beforeEach(async () => {
  at = await openMomo()
})
afterEach(() => at.close())

describe('asked by the city', () => {
  const question = (reference = 'LC1') => ({
    ...{ reference, createdAt, amountVnd: 50_000, requestId: crypto.randomUUID(), now: createdAt },
    callerAddress: '127.0.0.1',
  })
  const ask = (reference?: string) => at.gateway.ask!(question(reference))
  it('it tells of a payment that nobody was told of, to the last digit', async () => {
    await at.begin()
    at.momo.switchesOf('LC1').drop = true
    await at.momo.approve('LC1')
    const { number } = at.momo.payments()[0]!.transactions[0]!
    expect(number > 2n ** 53n).toBe(true)
    expect(await ask()).toMatchObject({ meaning: 'received', transactionId: String(number), paidAt: createdAt })
    expect(await ask('NOBODY')).toBe('nothing')
    await expect(at.speaker({ ...account, secretKey: 'another-secret-xx' }).ask!(question())).rejects.toThrow('13')
  })
  it('it waits until the time is over, then failed, and received if the money came late', async () => {
    await at.begin()
    expect(await ask()).toMatchObject({ meaning: 'pending', responseCode: '1000' })
    await at.momo.process('LC1')
    expect(await ask()).toMatchObject({ meaning: 'pending', responseCode: '7002' })
    await at.begin({ reference: 'LC2' })
    at.momo.late('LC2')
    at.clock.ms += 15 * 60_000
    expect(await ask('LC2')).toMatchObject({ meaning: 'failed', responseCode: '1005' })
    at.clock.ms += 60_000
    expect(await ask('LC2')).toMatchObject({ meaning: 'received' })
  })
  it('what was authorized and let go again failed, and takes back what was told before', async () => {
    await at.begin()
    await at.momo.authorize('LC1')
    await at.momo.release('LC1')
    expect(await ask()).toMatchObject({ meaning: 'failed', responseCode: '1003', takesBack: true })
  })
})

describe('a refund', () => {
  let transactionId = ''
  const back = (refundReference: string, amountVnd: number) => ({
    ...{
      refundReference,
      reference: 'LC1',
      transactionId,
      amountVnd,
      paidVnd: 50_000,
      createdAt,
      by: 'an',
      orderedAt: '2026-11-23T08:00:00.000Z',
    },
    now: new Date(at.clock.ms).toISOString(),
  })
  const refund = (name: string, amountVnd: number) => at.gateway.refund!(back(name, amountVnd))
  beforeEach(async () => {
    await at.begin()
    await at.momo.approve('LC1')
    transactionId = String(at.momo.payments()[0]!.transactions[0]!.number)
  })
  it('in parts is done and listed, never for more than was paid, and once for one name', async () => {
    const done = await refund('RF1', 30_000)
    expect(done).toMatchObject({ state: 'done' })
    expect(await refund('RF1', 30_000)).toEqual(done)
    expect(await refund('RF2', 20_001)).toEqual({ state: 'refused', code: '1081' })
    expect(await refund('RF3', 20_000)).toMatchObject({ state: 'done' })
    expect(await refund('RF4', 999)).toEqual({ state: 'refused', code: '22' })
    expect(at.momo.payments()[0]!.refunds.map(({ amountVnd }) => amountVnd)).toEqual([30_000, 20_000])
    expect(await at.gateway.followRefund!(back('RF1', 30_000))).toEqual(done)
    at.clock.ms += 1
    expect(await at.gateway.followRefund!(back('RF9', 1_000))).toEqual({ state: 'unknown', code: '42' })
  })
  it('may be under way at first and done in a minute', async () => {
    at.momo.refunds.code = 7002
    expect(await refund('RF1', 30_000)).toEqual({ state: 'accepted', code: '7002' })
    expect(await at.gateway.followRefund!(back('RF1', 30_000))).toEqual({ state: 'accepted', code: '7002' })
    at.clock.ms += 60_000
    expect(await at.gateway.followRefund!(back('RF1', 30_000))).toMatchObject({ state: 'done', code: '0' })
  })
  it('fails as the developer says, and of what was not paid', async () => {
    at.momo.refunds.code = 1080
    expect(await refund('RF1', 30_000)).toEqual({ state: 'refused', code: '1080' })
    transactionId = '1'
    expect(await refund('RF2', 30_000)).toEqual({ state: 'refused', code: '1088' })
  })
})

it.each([['{'], ['[]'], ['null'], ['{}']])('answers %s with 20', async (body) => {
  const said = await fetch(`${at.momo.apiUrl}/create`, { method: 'POST', body })
  expect([said.status, ((await said.json()) as { resultCode: number }).resultCode]).toEqual([400, 20])
})
