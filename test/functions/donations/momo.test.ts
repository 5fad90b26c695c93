import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameHash } from '../../../functions/donations/providers/hash.ts'
import { accountOf } from '../../../functions/donations/providers/momo/account.ts'
import { readJson } from '../../../functions/donations/providers/momo/message.ts'
import { sign, signedNames, signedText } from '../../../functions/donations/providers/momo/signature.ts'
import { meaning, readNotification, readReturn, toldBy } from '../../../functions/donations/providers/momo/told.ts'
import vectors from '../../vectors/payments.json' with { type: 'json' }
import { account, bodyOf, signed } from './momo-notified.ts'

const known = vectors.momo
const sandbox = accountOf(JSON.stringify(known.public_sandbox))
const texts = (payload: object) =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]))
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (body: string, of = account) => readNotification(bytes(body), of)

const fields = {
  ...{ partnerCode: 'MOMOTEST', orderId: 'LC261123ABC', requestId: 'LC261123ABC', amount: '50000' },
  ...{ orderInfo: 'Gop heo', orderType: 'momo_wallet', transId: '2609270000012345678', resultCode: '0' },
  ...{ message: 'Thành công.', payType: 'qr', responseTime: '1795417509000', extraData: '' },
}
const notification = {
  ...{ reference: 'LC261123ABC', amountVnd: 50_000, transactionId: '2609270000012345678', resultCode: '0' },
  paidAt: '2026-11-23T07:05:09.000Z',
}

describe('MoMo’s signature', () => {
  it.each(known.ipn_and_redirect)('$id', ({ payload, raw_string, expected }) => {
    expect(signedText('result', texts(payload), sandbox.accessKey)).toBe(raw_string)
    expect(sign('result', texts(payload), sandbox)).toBe(expected)
    expect(read(JSON.stringify({ ...payload, signature: expected }), sandbox)).toMatchObject({
      forged: false,
      notification: { reference: payload.orderId, amountVnd: payload.amount, transactionId: payload.transId },
    })
    const query = `${new URLSearchParams({ ...texts(payload), signature: expected })}`
    for (const each of [query, query.replaceAll('+', '%20'), `utm_source=zalo&${query}&lang=vi`])
      expect(readReturn(each, sandbox)).toMatchObject({ forged: false, notification: { reference: payload.orderId } })
  })
  it.each(known.negative)('$id', ({ of, must_not_equal }) => {
    const { payload } = known.ipn_and_redirect.find(({ id }) => id === of)!
    const altered = { ...payload, amount: 500_000 }
    expect(sign('result', texts(altered), sandbox)).not.toBe(must_not_equal)
    expect(read(JSON.stringify({ ...altered, signature: must_not_equal }), sandbox)).toEqual({ forged: true })
  })
  it('is over these names in this order', () => {
    const { create, ipn_and_redirect: result, query, refund } = known.raw_key_order
    expect(signedNames).toEqual({ create, result, query, refund })
  })
  it('compares digests in any case, and nothing else', () => {
    const hex = fc.stringMatching(/^[0-9a-f]{64}$/)
    fc.assert(
      fc.property(hex, hex, (a, b) => {
        expect(sameHash(a, a.toUpperCase())).toBe(true)
        expect(sameHash(a, b)).toBe(a === b)
        expect(sameHash(a, a.slice(1))).toBe(false)
      }),
    )
  })
})

describe('a notification', () => {
  it('is read digit for digit, for an id may have more than a double holds', () =>
    expect(read(signed(fields))).toEqual({ forged: false, notification }))
  it('may have an upper-case hash, members that are not signed, any spacing, and numbers as text', () => {
    const signature = sign('result', fields, account)
    for (const body of [
      bodyOf({ ...fields, signature: signature.toUpperCase() }),
      signed(fields).replace('{', '{"promotionInfo":[{"amount":1}],"accessKey":"theirs","signature2":null, '),
      signed(fields).replaceAll(',"', ' ,\n "'),
      JSON.stringify({ ...fields, signature }),
    ])
      expect(read(body)).toEqual({ forged: false, notification })
  })
  it.each([
    ['no hash', bodyOf(fields)],
    ['an altered amount', signed(fields).replace('50000', '500000')],
    ['a transaction number that a double takes for the same', signed(fields).replace('5678', '5679')],
    ['another key', signed(fields, { ...account, secretKey: 'another-secret-xx' })],
    ['another access key', signed(fields, { ...account, accessKey: 'another-access' })],
    ['another merchant', signed({ ...fields, partnerCode: 'SOMEBODY' })],
    ['half a hash', bodyOf({ ...fields, signature: sign('result', fields, account).slice(0, 32) })],
    ['an amount twice', signed(fields).replace(/}$/, ',"amount":1}')],
    ['a form', `${new URLSearchParams(fields)}`],
    ['a list', `[${signed(fields)}]`],
    ['half a body', signed(fields).slice(0, -9)],
    ['nothing', ''],
    ['null', 'null'],
  ])('with %s is forged', (_, body) => expect(read(body)).toEqual({ forged: true }))
  it('of bytes that are no UTF-8 is forged', () =>
    expect(readNotification(Buffer.concat([bytes(signed(fields)), Buffer.from([0xff])]), account).forged).toBe(true))
  it.each([
    ['amount', '0', 'amount'],
    ['amount', '-50000', 'amount'],
    ['amount', '50000.5', 'amount'],
    ['amount', '5e4', 'amount'],
    ['amount', '', 'amount'],
    ['resultCode', '', 'half'],
    ['transId', '0', 'half'],
    ['transId', '', 'half'],
  ])('whose %s is %j cannot be recorded', (name, value, why) => {
    const said = read(signed({ ...fields, [name]: value }))
    expect(said.forged ? 'forged' : toldBy(said.notification)).toBe(why)
  })
  it('survives any change of one character as forged or as the very same', () => {
    const body = signed(fields)
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.constantFrom(...'09azAZ":,{} '), (at, mark) => {
        const said = read(body.slice(0, at) + mark + body.slice(at + 1))
        if (!said.forged) expect(said).toEqual(read(body))
      }),
    )
  })
  it('keeps the digits of any number', () => {
    const number = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
    fc.assert(
      fc.property(number, (each) => {
        expect(readJson(`{"a":[${each}]}`)).toEqual({ a: [`${each}`] })
      }),
    )
  })
})

describe('the way back', () => {
  const query = `${new URLSearchParams({ ...fields, signature: sign('result', fields, account) })}`
  it('is read as the notification is, whatever else stands in the address', () =>
    expect(readReturn(`fbclid=1&${query}&lang=en&accessKey=x`, account)).toEqual({ forged: false, notification }))
  it.each([
    ['a parameter twice', `${query}&amount=50000`],
    ['another amount', query.replace('50000', '50001')],
    ['nothing', ''],
    ['broken escapes', '%zz=%&amount=%'],
  ])('with %s is forged', (_, each) => expect(readReturn(each, account)).toEqual({ forged: true }))
})

describe('what the codes mean', () => {
  it.each([
    ['received', ['0', '9000']],
    ['pending', ['1000', '7000', '7002', '8000', '10', '11', '12', '13', '20', '21', '22', '40', '41', '42', '43']],
    ['pending', ['45', '47', '1080', '12345', '', '00', 'x', 'constructor']],
    ['failed', ['98', '99', '1001', '1002', '1003', '1004', '1005', '1006', '1007', '1017', '1026', '2019']],
    ['failed', ['4001', '4002', '4100']],
  ])('%s', (said, codes) => expect(codes.filter((code) => meaning(code) !== said)).toEqual([]))
})

it('an account has the right shape or one sentence says so, which quotes nothing', () => {
  expect(accountOf(JSON.stringify(account))).toEqual(account)
  for (const secret of ['{"partnerCode":"hush"}', '{hush', ''])
    expect(() => accountOf(secret)).toThrow(
      /^the secret is not momo: \{"partnerCode", "accessKey", "secretKey"\} as JSON$/,
    )
})
