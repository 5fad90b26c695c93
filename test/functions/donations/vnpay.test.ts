import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountOf } from '../../../functions/donations/providers/vnpay/account.ts'
import { payUrl, plain } from '../../../functions/donations/providers/vnpay/pay.ts'
import { hmac, sign, signedText } from '../../../functions/donations/providers/vnpay/signature.ts'
import { answers, meaning, readNotification } from '../../../functions/donations/providers/vnpay/told.ts'
import vectors from '../../vectors/payments.json' with { type: 'json' }

const account = { tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' }
const order = {
  reference: 'LC261123ABC',
  amountVnd: 50_000,
  info: 'Góp Heo đất — Đỗ Thị Hòa #1',
  lang: 'vi' as const,
  callerAddress: '203.0.113.7',
  createdAt: '2026-11-23T16:59:59.000Z',
  expiresAt: '2026-11-23T17:14:59.000Z',
  returnUrl: 'https://city.example/receipts/k/return',
}
const fields = {
  vnp_Amount: '5000000',
  vnp_BankCode: 'NCB',
  vnp_PayDate: '20261124000100',
  vnp_ResponseCode: '00',
  vnp_TmnCode: 'TESTTMN1',
  vnp_TransactionNo: '14422574',
  vnp_TransactionStatus: '00',
  vnp_TxnRef: 'LC261123ABC',
  vnp_OrderInfo: 'Gop heo',
}
const signed = (of: Record<string, string>, hash = sign(of, account.hashSecret)) =>
  `${new URLSearchParams(of)}&vnp_SecureHash=${hash}`

describe('VNPAY’s signature', () => {
  it.each(vectors.vnpay.positive)('$id', ({ secret, params, expected, query_without_hash }) => {
    expect(signedText(params)).toBe(query_without_hash)
    expect(sign(params, secret)).toBe(expected)
  })
  it.each(vectors.vnpay.positive)('$id is read, and with any of its members altered it is forged', (vector) => {
    const { secret, params, expected, query_without_hash: query } = vector
    const theirs = { tmnCode: params.vnp_TmnCode, hashSecret: secret }
    const read = (text: string) => readNotification(`${text}&vnp_SecureHash=${expected}`, theirs)
    expect(read(query)).toMatchObject({
      forged: false,
      notification: { reference: params.vnp_TxnRef, amountVnd: 10_000, transactionId: '14422574', meaning: 'received' },
    })
    for (const name of Object.keys(params))
      expect([name, read(query.replace(`${name}=`, `${name}=1`))]).toEqual([name, { forged: true }])
  })
  it.each(vectors.vnpay.negative)('$id', ({ secret, string_to_sign, must_not_equal }) => {
    expect(hmac(string_to_sign, secret)).not.toBe(must_not_equal)
    expect(signedText(vectors.vnpay.positive[0]!.params)).not.toBe(string_to_sign)
  })
  it.each(vectors.vnpay.shape_only)('$id has the same order and encoding', ({ query }) =>
    expect(signedText(Object.fromEntries(new URLSearchParams(query)))).toBe(query),
  )
  it('encodes as the reference does, and no order has the two marks that others encode otherwise', () => {
    const {
      input,
      javascript_URLSearchParams: ours,
      java_URLEncoder,
      python_urlencode,
    } = vectors.vnpay.form_encoding_of
    const encoded = (v: string) => new URLSearchParams({ v }).toString().slice(2)
    expect([encoded(input), encoded(input)]).toEqual([ours, java_URLEncoder])
    const bare = (text: string) => text.replaceAll(/%7E|%2A|[~*]/g, '')
    expect(bare(python_urlencode)).toBe(bare(ours))
    expect(plain(input)).not.toMatch(/[~*]/)
  })
})

it('what VNPAY is answered has the words of its documentation', () => {
  const { ok, order_not_found, already_confirmed, invalid_amount, invalid_signature, unknown } =
    vectors.vnpay.ipn_answers
  expect(answers).toEqual({
    ...{ ok, unknownOrder: order_not_found, already: already_confirmed },
    ...{ amount: invalid_amount, forged: invalid_signature, fault: unknown },
  })
})

describe('a page to pay', () => {
  const url = new URL(payUrl(order, account, 'https://pay.example/vpcpay.html'))
  const sent = Object.fromEntries(url.searchParams)
  it('is signed, times 100, dated in GMT+7, in plain letters', () => {
    expect(sent).toMatchObject({
      vnp_Amount: '5000000',
      vnp_CreateDate: '20261123235959',
      vnp_ExpireDate: '20261124001459',
      vnp_CurrCode: 'VND',
      vnp_Locale: 'vn',
      vnp_OrderInfo: 'Gop Heo dat Do Thi Hoa 1',
      vnp_TxnRef: 'LC261123ABC',
    })
    expect(sent.vnp_SecureHash).toBe(sign(sent, account.hashSecret))
    expect(sent).not.toHaveProperty('vnp_SecureHashType')
  })
  it.each([
    ['::1', '127.0.0.1'],
    ['2001:db8::1234', '2001:db8::1234'],
    ['x'.repeat(46), '127.0.0.1'],
  ])('tells %s as %s', (callerAddress, told) => {
    expect(new URL(payUrl({ ...order, callerAddress }, account, 'https://p')).searchParams.get('vnp_IpAddr')).toBe(told)
  })
  it('has an order text of letters, digits and single spaces for anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plain(text)).toMatch(/^([A-Za-z0-9]+( [A-Za-z0-9]+)* ?)?$/)
      }),
    )
  })
})

describe('a notification', () => {
  it('is read from the raw query', () => {
    expect(readNotification(signed(fields), account)).toEqual({
      forged: false,
      notification: {
        reference: 'LC261123ABC',
        amountVnd: 50_000,
        transactionId: '14422574',
        meaning: 'received',
        responseCode: '00',
        transactionStatus: '00',
        paidAt: '2026-11-23T17:01:00.000Z',
      },
    })
  })
  it('may have an upper-case hash, foreign parameters and a hash type', () => {
    const upper = signed(fields, sign(fields, account.hashSecret).toUpperCase())
    for (const query of [
      upper,
      `utm_source=zalo&${signed(fields)}&fbclid=1`,
      `${signed(fields)}&vnp_SecureHashType=SHA512`,
    ])
      expect(readNotification(query, account).forged).toBe(false)
  })
  it.each([
    ['no hash', new URLSearchParams(fields).toString()],
    ['an altered amount', signed(fields).replace('5000000', '500000000')],
    ['another key', signed(fields, sign(fields, 'another-secret-xx'))],
    ['half a hash', signed(fields, sign(fields, account.hashSecret).slice(0, 64))],
    ['a parameter twice', `${signed(fields)}&vnp_Amount=1`],
    ['another merchant', signed({ ...fields, vnp_TmnCode: 'OTHERTMN' })],
    ['nothing', ''],
    ['broken escapes', 'vnp_%zz=%'],
  ])('with %s is forged', (_, query) => expect(readNotification(query, account)).toEqual({ forged: true }))
  it('that is half says so field by field', () => {
    const { vnp_TransactionNo: _, vnp_TransactionStatus: __, ...half } = fields
    expect(readNotification(signed(half), account)).toMatchObject({
      notification: { transactionId: undefined, meaning: undefined },
    })
    for (const vnp_Amount of ['5000050', '-5000000', '0', '', '5e6', '00'])
      expect(readNotification(signed({ ...fields, vnp_Amount }), account)).toMatchObject({
        notification: { amountVnd: undefined },
      })
  })
  it('survives any change of one character as forged or as the very same', () => {
    const query = signed(fields)
    fc.assert(
      fc.property(fc.nat(query.length - 1), fc.constantFrom(...'09azAZ&=+%'), (at, mark) => {
        const read = readNotification(query.slice(0, at) + mark + query.slice(at + 1), account)
        if (!read.forged) expect(read).toEqual(readNotification(query, account))
      }),
    )
  })
})

describe('what the codes mean', () => {
  it.each([
    ['00', '00', 'received'],
    ['00', '01', 'pending'],
    ['00', '02', 'failed'],
    ['24', '02', 'failed'],
    ['11', '00', 'failed'],
    ['07', '00', 'moved'],
    ['00', '04', 'moved'],
    ['00', '07', 'moved'],
    ['99', '04', 'moved'],
    ['00', '05', 'pending'],
    ['51', '02', 'failed'],
    ['00', '99', 'pending'],
  ])('%s with %s is %s', (response, status, said) => expect(meaning(response, status)).toBe(said))
})

it('an account has the right shape or the city says so', () => {
  expect(accountOf(JSON.stringify(account))).toEqual(account)
  expect(() => accountOf('{"tmnCode":"x"}')).toThrow()
})
