import { describe, expect, it } from 'vitest'
import { ReferenceUsed } from '../../../functions/donations/providers/provider.ts'
import { macOf } from '../../../functions/donations/providers/zalopay/signature.ts'
import { account, no, order, speaking } from './zalopay-spoken.ts'

const question = {
  ...{ reference: order.reference, createdAt: order.createdAt, amountVnd: 50_000, requestId: '1' },
  ...{ now: '2026-11-23T17:02:00.000Z', callerAddress: '127.0.0.1' },
}

describe('create', () => {
  const made = { return_code: 1, sub_return_code: 1, order_url: 'https://gateway.example/openinapp?order=abc' }
  it('sends a signed form that names nobody, and gives the page', async () => {
    const { asked, gateway } = speaking(made)
    expect(await gateway.begin(order)).toEqual({ payUrl: made.order_url, isTheirs: true })
    const embed = '{"redirecturl":"https://city.example/receipts/k/return"}'
    expect(asked).toEqual([
      {
        url: 'https://api.example/v2/create',
        form: {
          app_id: '2553',
          app_user: 'learning-city',
          app_trans_id: order.reference,
          app_time: '1795453199000',
          expire_duration_seconds: '900',
          amount: '50000',
          description: 'Gop ABCD heo dat',
          item: '[]',
          embed_data: embed,
          callback_url: order.notifyUrl,
          mac: macOf(`2553|${order.reference}|learning-city|50000|1795453199000|${embed}|[]`, account.key1),
        },
      },
    ])
  })
  it.each([-68, -92, -54])('%i: only another reference helps', async (sub) => {
    await expect(speaking(no(sub)).gateway.begin(order)).rejects.toThrow(ReferenceUsed)
  })
  it.each([
    ['a refusal', no(-101), 'create answered 2/-101'],
    ['a wrong mac', no(-402), 'create answered 2/-402'],
    ['a wrong mac, said otherwise', { return_code: -402 }, 'create answered -402/'],
    ['maintenance', { return_code: -999 }, 'create answered -999/'],
    ['a page elsewhere', { ...made, order_url: 'https://gateway.example.evil.example/x' }, 'its page is not at'],
    ['no page', { return_code: 1 }, 'its page is not at'],
    ['no code', {}, ''],
    ['no JSON', '<html>', ''],
  ])('%s is a fault', async (_, said, message) => {
    const failure = await speaking(said)
      .gateway.begin(order)
      .catch((error: Error) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(failure).not.toBeInstanceOf(ReferenceUsed)
    expect(String(failure)).toContain(message)
  })
  it('HTTP 502 is a fault, and tells no key', async () => {
    await expect(speaking(no(-68), 502).gateway.begin(order)).rejects.toThrow('zalopay: create answered HTTP 502')
  })
})

describe('query', () => {
  const told = { provider: 'zalopay', reference: order.reference, transactionStatus: '' }
  const nothingYet = { ...told, transactionId: '0', amountVnd: 50_000 }
  it('is signed with the key in the text', async () => {
    const { asked, gateway } = speaking(no(-101))
    await gateway.ask!(question)
    expect(asked[0]).toEqual({
      url: 'https://api.example/v2/query',
      form: {
        app_id: '2553',
        app_trans_id: order.reference,
        mac: macOf(`2553|${order.reference}|${account.key1}`, account.key1),
      },
    })
  })
  it.each([
    [
      'paid, with each digit of its id',
      '{"return_code":1,"sub_return_code":1,"amount":70000,"zp_trans_id":9007199254740993,"server_time":1795453261000,"discount_amount":999}',
      {
        ...{ ...told, transactionId: '9007199254740993', amountVnd: 70_000, meaning: 'received', responseCode: '1' },
        paidAt: '2026-11-23T17:01:01.000Z',
      },
    ],
    ['paid, without its id', '{"return_code":1,"amount":50000,"zp_trans_id":0}', 'half'],
    ['paid, without a sum', '{"return_code":1,"amount":0,"zp_trans_id":5}', 'amount'],
    [
      'not paid yet',
      { return_code: 3, sub_return_code: 0, is_processing: false, amount: 0 },
      { ...nothingYet, meaning: 'pending', responseCode: '3/0' },
    ],
    ['expired', no(-54), { ...nothingYet, meaning: 'failed', responseCode: '2/-54' }],
    ['too little on the wallet', no(-63), { ...nothingYet, meaning: 'failed', responseCode: '2/-63' }],
    ['never made', no(-101), 'nothing'],
  ])('%s', async (_, said, means) => {
    expect(await speaking(said).gateway.ask!(question)).toEqual(means)
  })
  it.each([no(-401), no(-402), no(-429), no(-500), no(-999), { return_code: -500 }, { return_code: 0 }, {}])(
    '%j is no answer',
    async (said) => {
      await expect(speaking(said).gateway.ask!(question)).rejects.toThrow()
    },
  )
  it('is not asked after 48 hours, when its word means nothing', async () => {
    const { asked, gateway } = speaking(no(-54))
    expect(await gateway.ask!({ ...question, now: '2026-11-25T16:59:59.000Z' })).toBe('too-late')
    expect(asked).toEqual([])
    expect(await gateway.ask!({ ...question, now: '2026-11-25T16:59:58.000Z' })).toMatchObject({ meaning: 'failed' })
  })
})
