import { describe, expect, it } from 'vitest'
import { ask } from '../../../functions/donations/providers/vnpay/ask.ts'
import { hmac } from '../../../functions/donations/providers/vnpay/signature.ts'

const account = { tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' }
const order = { createdAt: '2026-11-23T16:59:59.000Z' }

describe('asking VNPAY', () => {
  const question = {
    reference: 'LC261123ABC',
    createdAt: order.createdAt,
    requestId: 'R1',
    now: '2026-11-23T17:02:00.000Z',
    callerAddress: '127.0.0.1',
  }
  const names = [
    'ResponseId',
    'Command',
    'ResponseCode',
    'Message',
    'TmnCode',
    'TxnRef',
    'Amount',
    'BankCode',
    'PayDate',
    'TransactionNo',
    'TransactionType',
    'TransactionStatus',
    'OrderInfo',
    'PromotionCode',
    'PromotionAmount',
  ]
  const answer = (over: Record<string, string | number>, secret = account.hashSecret) => {
    const said: Record<string, string | number> = {
      vnp_ResponseId: 'a',
      vnp_Command: 'querydr',
      vnp_ResponseCode: '00',
      vnp_Message: 'ok',
      vnp_TmnCode: 'TESTTMN1',
      vnp_TxnRef: 'LC261123ABC',
      vnp_Amount: 5_000_000,
      vnp_PayDate: '20261124000100',
      vnp_TransactionNo: '14422574',
      vnp_TransactionStatus: '00',
      ...over,
    }
    return { ...said, vnp_SecureHash: hmac(names.map((name) => said[`vnp_${name}`] ?? '').join('|'), secret) }
  }
  const asked: Record<string, string>[] = []
  const says =
    (body: object, status = 200): typeof fetch =>
    async (_, init) => {
      asked.push(JSON.parse(String(init?.body)))
      return Response.json(body, { status })
    }
  it('signs its question with the date of the order', async () => {
    expect(await ask(question, account, 'https://api', says(answer({})))).toMatchObject({
      found: true,
      notification: { amountVnd: 50_000, meaning: 'received', transactionId: '14422574' },
    })
    const sent = asked.at(-1)!
    expect(sent.vnp_TransactionDate).toBe('20261123235959')
    expect(sent.vnp_SecureHash).toBe(
      hmac(
        [
          'R1',
          '2.1.0',
          'querydr',
          'TESTTMN1',
          'LC261123ABC',
          '20261123235959',
          '20261124000200',
          '127.0.0.1',
          sent.vnp_OrderInfo,
        ].join('|'),
        account.hashSecret,
      ),
    )
  })
  it('knows not found, failed and pending', async () => {
    expect(await ask(question, account, 'https://api', says(answer({ vnp_ResponseCode: '91' })))).toEqual({
      found: false,
    })
    expect(await ask(question, account, 'https://api', says(answer({ vnp_TransactionStatus: '02' })))).toMatchObject({
      notification: { meaning: 'failed' },
    })
    expect(await ask(question, account, 'https://api', says(answer({ vnp_TransactionStatus: '01' })))).toMatchObject({
      notification: { meaning: 'pending' },
    })
  })
  it.each([
    ['a false signature', answer({}, 'another-secret-xx'), 200],
    ['another order', answer({ vnp_TxnRef: 'X' }), 200],
    ['a wrong request', answer({ vnp_ResponseCode: '97' }), 200],
    ['a fault', {}, 502],
    ['no object', [], 200],
  ])('does not believe %s', (_, body, status) =>
    expect(ask(question, account, 'https://api', says(body, status))).rejects.toThrow(),
  )
})
