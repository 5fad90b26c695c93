import { describe, expect, it } from 'vitest'
import { accountOf } from '../../../functions/donations/providers/zalopay/account.ts'
import { exactly, macFor } from '../../../functions/donations/providers/zalopay/message.ts'
import { macOf } from '../../../functions/donations/providers/zalopay/signature.ts'
import { answers, isOwnRedirect, readCallback } from '../../../functions/donations/providers/zalopay/told.ts'
import { zalopay } from '../../../functions/donations/providers/zalopay/zalopay.ts'
import vectors from '../../vectors/payments.json' with { type: 'json' }
import { standIn, zones } from '../../zones.ts'

const { public_sandbox, callback_official, redirect, negative, date_prefix, callback_answers } = vectors.zalopay
const { app_id, key1, key2 } = public_sandbox
const account = accountOf(JSON.stringify({ appId: app_id, key1, key2 }))
const bodyOf = (data: string, mac: string, type: unknown = 1) => Buffer.from(JSON.stringify({ data, mac, type }))

describe('the callback in ZaloPay’s own documentation', () => {
  const { data, expected_mac: mac } = callback_official
  it('is believed and read', () => {
    expect(macOf(data, key2)).toBe(mac)
    expect(readCallback(bodyOf(data, mac), account)).toEqual({
      forged: false,
      told: {
        provider: 'zalopay',
        reference: '200904_2553_1598435687208',
        transactionId: '200904000000389',
        amountVnd: 10_000,
        meaning: 'received',
        responseCode: '1',
        transactionStatus: '',
        paidAt: '2020-09-04T03:16:53.498Z',
      },
    })
  })
  it.each(negative)('$id: with $mutation it is forged', ({ of, mutation }) => {
    expect([of, mutation]).toEqual([callback_official.id, 'one space after "amount":'])
    const altered = data.replace('"amount":', '"amount": ')
    expect(JSON.parse(altered)).toEqual(JSON.parse(data))
    expect(readCallback(bodyOf(altered, mac), account)).toEqual({ forged: true })
  })
  it('with a blank at its end, another key, another case of a letter or another amount is forged', () => {
    for (const altered of [data.replace('10000', '90000'), data.replace('demo', 'Demo'), `${data} `, ''])
      expect([altered, readCallback(bodyOf(altered, mac), account)]).toEqual([altered, { forged: true }])
    expect(readCallback(bodyOf(data, macOf(data, key1)), account)).toEqual({ forged: true })
    for (const wrong of [mac.slice(1), `${mac}0`, '', mac.replace('d', 'đ')])
      expect(readCallback(bodyOf(data, wrong), account)).toEqual({ forged: true })
  })
  it('for another app is forged, though the key is right', () => {
    expect(readCallback(bodyOf(data, mac), { ...account, appId: '2554' })).toEqual({ forged: true })
  })
  it('is answered with the words of the vectors', () => {
    expect(answers).toMatchObject({
      ok: callback_answers.ok,
      already: callback_answers.duplicate,
      forged: callback_answers.bad_mac,
      fault: callback_answers.retry_me,
    })
  })
})

describe('the address that a donor comes back by', () => {
  it.each(redirect)('$id is ZaloPay’s', ({ query, raw_string, expected }) => {
    expect(macOf(raw_string, key2)).toBe(expected)
    expect(isOwnRedirect(new URLSearchParams(query), account)).toBe(true)
    expect(isOwnRedirect(new URLSearchParams(`${query}&utm_source=zalo`), account)).toBe(true)
  })
  it.each(redirect)('$id is not with another status, key, or a member twice', ({ query, raw_string }) => {
    const of = (text: string) => isOwnRedirect(new URLSearchParams(text), account)
    expect(of(query.replace('status=-49', 'status=1'))).toBe(false)
    expect(of(query.replace(/checksum=\w+/, `checksum=${macOf(raw_string, key1)}`))).toBe(false)
    expect(of(query.replace(/checksum=\w+&/, ''))).toBe(false)
    expect(of(`${query}&checksum=`)).toBe(false)
    expect(of(`status=1&${query}`)).toBe(false)
    expect(of('')).toBe(false)
  })
})

describe('a reference', () => {
  const instants = [
    { at: '2026-11-23T16:59:59.999Z', day: '261123' },
    { at: '2026-11-23T17:00:00.000Z', day: '261124' },
    { at: '2026-12-31T17:00:00.000Z', day: '270101' },
    ...date_prefix.map(({ instant_utc, expected_prefix }) => ({ at: instant_utc, day: expected_prefix })),
  ]
  const cases = zones.flatMap((zone) => instants.map((each) => ({ zone, ...each })))
  it.each(cases)('at $at on a machine in $zone begins with $day', ({ zone, at, day }) => {
    standIn(zone)
    const reference = zalopay.reference((length) => 'A'.repeat(length), at)
    expect(reference).toMatch(new RegExp(`^${day}_A{16}$`))
    expect(reference.length).toBeLessThanOrEqual(40)
  })
})

describe('what is signed', () => {
  const fields = {
    ...{ app_id: '2553', app_trans_id: '261123_A', app_user: 'u', amount: '50000', app_time: '1795417200000' },
    ...{ embed_data: '{}', item: '[]', zp_trans_id: '261123000000001', description: 'Hoan A', timestamp: '1' },
    m_refund_id: '261123_2553_R',
  }
  it.each([
    ['create', '2553|261123_A|u|50000|1795417200000|{}|[]'],
    ['query', `2553|261123_A|${key1}`],
    ['refund', '2553|261123000000001|50000|Hoan A|1'],
    ['query_refund', '2553|261123_2553_R|1'],
  ] as const)('%s is the text of the documentation, with key1', (command, text) => {
    expect(macFor(command, fields, key1)).toBe(macOf(text, key1))
    expect(macFor(command, fields, key1)).not.toBe(macOf(text, key2))
  })
})

it('numbers are read as they are written', () => {
  expect(exactly('{"id":2609270000012345678,"s":"7","n":[1e3,0.10,-1],"t":true,"z":null}')).toEqual({
    ...{ id: '2609270000012345678', s: '7', n: ['1e3', '0.10', '-1'], t: true, z: null },
  })
})

it('an account has the right shape or the city says so, and quotes nothing', () => {
  expect(account).toEqual({ appId: '2553', key1, key2 })
  expect(accountOf(JSON.stringify({ appId: '2553', key1, key2 }))).toEqual(account)
  for (const secret of [
    '',
    '{',
    'null',
    '{"appId":2553}',
    JSON.stringify({ appId: 0, key1, key2 }),
    `{"key1":"${key1}"}`,
  ])
    expect(() => accountOf(secret)).toThrow('the secret is not zalopay: {"appId", "key1", "key2"} as JSON')
})
