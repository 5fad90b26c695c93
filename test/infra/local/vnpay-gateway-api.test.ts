import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sameHash } from '../../../functions/donations/providers/hash.ts'
import { ask } from '../../../functions/donations/providers/vnpay/ask.ts'
import { payUrl } from '../../../functions/donations/providers/vnpay/pay.ts'
import { hmac, sign, signedText } from '../../../functions/donations/providers/vnpay/signature.ts'
import { instantOf, stampOf } from '../../../functions/time.ts'
import { startVnpay, type Vnpay } from '../../../infra/local/gateways/vnpay.ts'
import { hashOfQuery, signedQuery, stamp, time } from '../../../infra/local/gateways/vnpay-wire.ts'
import vectors from '../../vectors/payments.json' with { type: 'json' }
import { account, createdAt, expiresAt, openShop } from './shop.ts'

describe('two readings of VNPAY’s paper', () => {
  it.each(vectors.vnpay.positive)('know the answer of $id', ({ secret, params, query_without_hash, expected }) => {
    expect(signedQuery(params, secret)).toBe(`${query_without_hash}&vnp_SecureHash=${expected}`)
  })
  it('agree on every text but the one mark that encoders write differently', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replaceAll('*', '-'))
    const name = fc.stringMatching(/^[A-Za-z]{1,10}$/).map((text) => `vnp_${text}`)
    fc.assert(
      fc.property(fc.dictionary(name, value), (fields) => {
        expect(signedQuery(fields, 'key')).toBe(`${signedText(fields)}&vnp_SecureHash=${sign(fields, 'key')}`)
        expect(hashOfQuery(fields, 'key')).toBe(sign(fields, 'key'))
      }),
    )
  })
  it('agree on time in Viet Nam, whatever the host’s zone', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const text = stamp(date.getTime())
        expect(stampOf(date.toISOString())).toBe(text)
        expect(instantOf(text)).toBe(new Date(time(text)!).toISOString())
      }),
    )
    expect(time('20261131000000')).toBeUndefined()
  })
})

describe('querydr', () => {
  let shop: Awaited<ReturnType<typeof openShop>>
  let vnpay: Vnpay
  let now = Date.parse(createdAt)
  let nth = 0
  let reference = ''
  beforeAll(async () => {
    shop = await openShop()
    vnpay = await startVnpay({ account, ipnUrl: shop.ipnUrl, now: () => now })
  })
  afterAll(async () => {
    await vnpay.close()
    await shop.close()
  })
  beforeEach(async () => {
    now = Date.parse(createdAt)
    reference = `LC${++nth}`
    const order = { reference, amountVnd: 50_000, info: 'Gop', lang: 'vi' as const, callerAddress: '127.0.0.1' }
    const page = payUrl({ ...order, createdAt, expiresAt, returnUrl: 'http://127.0.0.1:9/back' }, account, vnpay.payUrl)
    expect((await fetch(page)).status).toBe(200)
  })
  const question = (more: object = {}) => ({
    reference,
    createdAt,
    requestId: `Q${++nth}`,
    now: new Date(now).toISOString(),
    callerAddress: '127.0.0.1',
    ...more,
  })
  const answer = (more: object = {}, of = account) => ask(question(more), of, vnpay.apiUrl)

  it('tells of a payment that nobody was told of', async () => {
    vnpay.switchesOf(reference).drop = true
    await vnpay.approve(reference)
    expect(await answer()).toMatchObject({
      found: true,
      notification: { reference, amountVnd: 50_000, meaning: 'received', paidAt: createdAt },
    })
  })
  it('is pending until the time to pay is over, then failed, and received if the money came late', async () => {
    expect(await answer()).toMatchObject({ notification: { meaning: 'pending' } })
    vnpay.late(reference)
    now = Date.parse(expiresAt)
    expect(await answer()).toMatchObject({ notification: { meaning: 'failed' } })
    now += 60_000
    expect(await answer()).toMatchObject({ notification: { meaning: 'received' } })
  })
  it('lets money outweigh a refusal before and after', async () => {
    await vnpay.decline(reference)
    expect(await answer()).toMatchObject({ notification: { meaning: 'failed' } })
    await vnpay.approve(reference)
    await vnpay.cancel(reference)
    expect(await answer()).toMatchObject({ notification: { meaning: 'received' } })
  })
  it('finds nothing for another order or another create date', async () => {
    expect(await answer({ reference: 'NOBODY' })).toEqual({ found: false })
    expect(await answer({ createdAt: '2026-11-23T17:00:00.000Z' })).toEqual({ found: false })
  })
  it('refuses a request id twice on a day, another merchant, and another key', async () => {
    const twice = question()
    await ask(twice, account, vnpay.apiUrl)
    await expect(ask(twice, account, vnpay.apiUrl)).rejects.toThrow('94')
    await expect(answer({}, { ...account, tmnCode: 'SOMEBODY' })).rejects.toThrow('02')
    await expect(answer({}, { ...account, hashSecret: 'another' })).rejects.toThrow('false signature')
    await expect(answer({ requestId: 'x'.repeat(33) })).rejects.toThrow('03')
  })
  it.each([['{'], ['[]'], ['null'], ['{}'], ['{"vnp_Command":"constructor"}']])('answers %s with 03', async (body) => {
    const said = await (await fetch(vnpay.apiUrl, { method: 'POST', body })).json()
    expect(said).toMatchObject({ vnp_ResponseCode: '03' })
  })
  it('gives no refunds where they are off, as in the sandbox, and signs that it gives none', async () => {
    vnpay.refunds.off = true
    const names = ['RequestId', 'Version', 'Command', 'TmnCode', 'TransactionType', 'TxnRef', 'Amount', 'TransactionNo']
    names.push('TransactionDate', 'CreateBy', 'CreateDate', 'IpAddr', 'OrderInfo')
    const asked: Record<string, string> = {
      ...{ vnp_RequestId: `F${nth}`, vnp_Version: '2.1.0', vnp_Command: 'refund', vnp_TmnCode: account.tmnCode },
      ...{ vnp_TransactionType: '02', vnp_TxnRef: reference, vnp_Amount: '5000000', vnp_TransactionNo: '0' },
      ...{ vnp_TransactionDate: stampOf(createdAt), vnp_CreateBy: 'an', vnp_CreateDate: stampOf(createdAt) },
      ...{ vnp_IpAddr: '127.0.0.1', vnp_OrderInfo: 'Hoan' },
    }
    const refund = async (key: string) => {
      const vnp_SecureHash = hmac(names.map((name) => asked[`vnp_${name}`]).join('|'), key)
      const body = JSON.stringify({ ...asked, vnp_SecureHash })
      return (await fetch(vnpay.apiUrl, { method: 'POST', body })).json() as Promise<Record<string, string>>
    }
    expect(await refund('wrong')).toMatchObject({ vnp_ResponseCode: '97' })
    const said = await refund(account.hashSecret)
    expect(said.vnp_ResponseCode).toBe('99')
    const answered = ['ResponseId', 'Command', 'ResponseCode', 'Message', 'TmnCode', 'TxnRef', 'Amount', 'BankCode']
    answered.push('PayDate', 'TransactionNo', 'TransactionType', 'TransactionStatus', 'OrderInfo')
    const text = answered.map((name) => said[`vnp_${name}`] ?? '').join('|')
    expect(sameHash(hmac(text, account.hashSecret), said.vnp_SecureHash!)).toBe(true)
  })
})
