import { describe, expect, it } from 'vitest'
import { momo } from '../../../functions/donations/providers/momo/momo.ts'
import { sign } from '../../../functions/donations/providers/momo/signature.ts'
import { type Back, type Order, ReferenceUsed } from '../../../functions/donations/providers/provider.ts'
import { account } from './momo-notified.ts'

const at = { pay: 'https://pay.momo.test', api: 'https://api.momo.test/v2/gateway/api' }
const order: Order = {
  ...{ reference: 'LC261123ABC', amountVnd: 50_000, info: 'Gop ABCD heo dat', lang: 'en', callerAddress: '::1' },
  ...{ createdAt: '2026-11-23T16:59:59.000Z', expiresAt: '2026-11-23T17:09:59.000Z' },
  returnUrl: 'https://city.test/receipts/k/return',
  notifyUrl: 'https://city.test/api/payments/momo/ipn',
}
type Sent = { url: string; body: string; fields: Record<string, string> }
const down = () => {
  throw new TypeError('fetch failed')
}

/** MoMo that gives these answers in turn; what it was sent is kept. An answer echoes the question's order and request. */
function open(...answers: ((sent: Sent) => object | string)[]) {
  const sent: Sent[] = []
  const send = (async (url: string, init: RequestInit) => {
    const body = String(init.body)
    const fields = Object.fromEntries(Object.entries(JSON.parse(body)).map(([name, value]) => [name, String(value)]))
    sent.push({ url, body, fields })
    const said = answers.shift()!(sent.at(-1)!)
    const { orderId, requestId } = fields
    return typeof said === 'string'
      ? new Response(said, { status: 502 })
      : Response.json({ orderId, requestId, ...said })
  }) as typeof fetch
  return { sent, gateway: momo.open(JSON.stringify(account), at, send) }
}
const page = 'https://pay.momo.test/v2/gateway/pay?t=TU9NT3x4'
const made = { resultCode: 0, amount: 50_000, payUrl: page }

describe('beginning a payment at MoMo', () => {
  it('sends a signed order whose reference is its request, and gives the page that MoMo made', async () => {
    const { sent, gateway } = open(() => made)
    expect(await gateway.begin(order)).toEqual({ payUrl: page, isTheirs: true })
    const [{ url, body, fields }] = sent as [Sent]
    expect(url).toBe(`${at.api}/create`)
    expect(JSON.parse(body)).toMatchObject({
      ...{ partnerCode: 'MOMOTEST', requestId: 'LC261123ABC', orderId: 'LC261123ABC', amount: 50_000, lang: 'en' },
      ...{ requestType: 'captureWallet', extraData: '', autoCapture: true, orderInfo: 'Gop ABCD heo dat' },
      ...{ redirectUrl: order.returnUrl, ipnUrl: order.notifyUrl },
    })
    expect(fields.signature).toBe(sign('create', fields, account))
    expect(body).not.toContain(account.accessKey)
    expect(body).not.toContain(account.secretKey)
  })
  it('after a lost answer sends the very same request', async () => {
    const { sent, gateway } = open(down, () => made)
    await expect(gateway.begin(order)).rejects.toThrow('fetch failed')
    await gateway.begin(order)
    expect(sent[1]!.body).toBe(sent[0]!.body)
  })
  it.each([
    ['a refusal', { resultCode: 22 }, 'answered 22'],
    ['a request that is still under way', { resultCode: 7000 }, 'answered 7000'],
    ['no code', {}, 'without a resultCode'],
    ['another order', { ...made, orderId: 'LC2' }, 'another order'],
    ['another request', { ...made, requestId: 'LC2' }, 'another order or request'],
    ['another amount', { ...made, amount: 5_000 }, 'another amount'],
    ['no page', { ...made, payUrl: '' }, 'elsewhere'],
    ['a page elsewhere', { ...made, payUrl: 'https://pay.momo.test.evil/v2' }, 'elsewhere'],
    ['an app’s address', { ...made, payUrl: 'momo://?action=pay' }, 'elsewhere'],
    ['an error page', '<html>502</html>', 'HTTP 502'],
    ['a list', [] as object, 'without a resultCode'],
  ])('gives no page for %s', async (_, said, why) => {
    await expect(open(() => said).gateway.begin(order)).rejects.toThrow(why)
  })
  it.each([40, 41])('says by %s that only another reference helps', async (resultCode) => {
    await expect(open(() => ({ resultCode })).gateway.begin(order)).rejects.toThrow(ReferenceUsed)
  })
  it('makes references that MoMo takes and nobody guesses', () => {
    const reference = momo.reference((length) => 'X'.repeat(length), order.createdAt)
    expect(reference).toMatch(/^[0-9a-zA-Z]([-_.]*[0-9a-zA-Z]+)*$/)
    expect(reference.match(/X/g)!.length).toBeGreaterThanOrEqual(14)
    expect(reference.length).toBeLessThanOrEqual(50)
  })
})

describe('asking MoMo', () => {
  const question = {
    ...{ reference: 'LC261123ABC', createdAt: order.createdAt, amountVnd: 50_000, requestId: 'Q1' },
    ...{ now: order.expiresAt, callerAddress: '127.0.0.1' },
  }
  const paid = { resultCode: 0, amount: 50_000, transId: 4_088_878_653, payType: 'qr', responseTime: 1795417999000 }
  it('reads a signed question’s answer as a fact; the payment’s time is when it last changed', async () => {
    const { sent, gateway } = open(() => ({ ...paid, lastUpdated: 1795417509000, refundTrans: [], signature: null }))
    expect(await gateway.ask!(question)).toEqual({
      ...{ provider: 'momo', reference: 'LC261123ABC', transactionId: '4088878653', amountVnd: 50_000 },
      ...{ meaning: 'received', responseCode: '0', transactionStatus: '', paidAt: '2026-11-23T07:05:09.000Z' },
    })
    expect(sent[0]).toMatchObject({ url: `${at.api}/query`, fields: { orderId: 'LC261123ABC', requestId: 'Q1' } })
    expect(sent[0]!.fields.signature).toBe(sign('query', sent[0]!.fields, account))
  })
  it.each([
    ['1000', 'pending'],
    ['7002', 'pending'],
    ['43', 'pending'],
    ['9000', 'received'],
    ['1003', 'failed'],
    ['1005', 'failed'],
  ])('takes %s for %s', async (resultCode, meaning) => {
    expect(await open(() => ({ ...paid, resultCode })).gateway.ask!(question)).toMatchObject({ meaning })
  })
  it('knows that MoMo does not know the order', async () =>
    expect(await open(() => ({ resultCode: 42, orderId: undefined })).gateway.ask!(question)).toBe('nothing'))
  it.each(['10', '11', '12', '13', '20', '40', '45', '47'])(
    'learns nothing of the order from %s',
    async (resultCode) => {
      await expect(open(() => ({ ...paid, resultCode })).gateway.ask!(question)).rejects.toThrow(resultCode)
    },
  )
  it('believes no answer for another order or request', async () => {
    for (const other of [{ orderId: 'LC2' }, { requestId: 'Q2' }])
      await expect(open(() => ({ ...paid, ...other })).gateway.ask!(question)).rejects.toThrow('another order')
  })
})

describe('giving back by MoMo', () => {
  const back: Back = {
    ...{ refundReference: 'RF261124ABC', reference: 'LC261123ABC', transactionId: '2609270000012345678' },
    ...{
      amountVnd: 20_000,
      paidVnd: 50_000,
      createdAt: order.createdAt,
      now: '2026-11-24T02:00:00.000Z',
      by: 'an',
      orderedAt: '2026-11-23T08:00:00.000Z',
    },
  }
  it('is an order of its own, and names the payment digit for digit', async () => {
    const { sent, gateway } = open(() => ({ resultCode: 0, amount: 20_000, transId: 2_727_604_374 }))
    expect(await gateway.refund!(back)).toEqual({ state: 'done', code: '0', transactionId: '2727604374' })
    const [{ url, body, fields }] = sent as [Sent]
    expect(url).toBe(`${at.api}/refund`)
    expect(body).toContain('"transId":2609270000012345678,')
    expect(fields).toMatchObject({ orderId: 'RF261124ABC', requestId: 'RF261124ABC', amount: '20000' })
    const exact = { ...fields, transId: back.transactionId }
    expect(fields.signature).toBe(sign('refund', exact, account))
  })
  it.each([
    ['7000', 'accepted'],
    ['7002', 'accepted'],
    ['1080', 'refused'],
    ['1081', 'refused'],
    ['1088', 'refused'],
    ['13', 'refused'],
    ['40', 'unknown'],
    ['41', 'unknown'],
    ['43', 'unknown'],
    ['99', 'unknown'],
    ['4711', 'unknown'],
  ])('%s is %s', async (code, state) => {
    expect(await open(() => ({ resultCode: code, transId: 5 })).gateway.refund!(back)).toEqual({ state, code })
  })
  it('throws where nobody knows what happened', async () => {
    await expect(open(down).gateway.refund!(back)).rejects.toThrow('fetch failed')
    await expect(open(() => '<html>').gateway.refund!(back)).rejects.toThrow('HTTP 502')
    await expect(open(() => ({ resultCode: 0, orderId: 'RF2' })).gateway.refund!(back)).rejects.toThrow('another order')
  })
  const listed = (resultCode: number) => ({
    resultCode: 0,
    refundTrans: [
      { orderId: 'RF0', amount: 1, resultCode: 1081, transId: 1, createdTime: 1 },
      { orderId: 'RF261124ABC', amount: 20_000, resultCode, transId: 3_996_022_041, createdTime: 1 },
    ],
  })
  it('is followed by the refund’s own order', async () => {
    const { sent, gateway } = open(() => listed(0))
    expect(await gateway.followRefund!(back)).toEqual({ state: 'done', code: '0', transactionId: '3996022041' })
    expect(sent[0]).toMatchObject({ url: `${at.api}/refund/query`, fields: { orderId: 'RF261124ABC' } })
    expect(sent[0]!.fields.signature).toBe(sign('query', sent[0]!.fields, account))
    expect(sent[0]!.fields.requestId!.length).toBeLessThanOrEqual(50)
  })
  it('and else by the payment’s list of what was given back', async () => {
    const { sent, gateway } = open(
      () => ({ resultCode: 42 }),
      () => listed(7002),
    )
    expect(await gateway.followRefund!(back)).toEqual({ state: 'accepted', code: '7002' })
    expect(sent[1]).toMatchObject({ url: `${at.api}/query`, fields: { orderId: 'LC261123ABC' } })
    expect(sent[1]!.fields.requestId).not.toBe(sent[0]!.fields.requestId)
  })
  it('is unknown, never refused, where neither list has it', async () => {
    const { gateway } = open(
      () => ({ resultCode: 0, refundTrans: null }),
      () => ({ resultCode: 0 }),
    )
    expect(await gateway.followRefund!(back)).toEqual({ state: 'unknown', code: '42' })
  })
})
