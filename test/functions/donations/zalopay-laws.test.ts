import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactly } from '../../../functions/donations/providers/zalopay/message.ts'
import { macOf } from '../../../functions/donations/providers/zalopay/signature.ts'
import { isOwnRedirect, readCallback } from '../../../functions/donations/providers/zalopay/told.ts'

const account = { appId: '2553', key1: 'one key of the test', key2: 'another key of it' }
const text = fc.string({ unit: 'grapheme' })
const bodyOf = (data: string, key = account.key2, mac = macOf(data, key)) =>
  Buffer.from(JSON.stringify({ mac, data, type: 1 }))

describe('a callback', () => {
  const order = fc.record({
    app_trans_id: fc.stringMatching(/^26\d{4}_[A-Z]{1,20}$/),
    amount: fc.integer({ min: 1, max: 999_999_999_999 }),
    zp_trans_id: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    discount_amount: fc.nat(),
    user_fee_amount: fc.nat(),
    note: text,
  })
  const turned = (of: object) => fc.shuffledSubarray(Object.entries(of), { minLength: Object.keys(of).length })

  it('signed with key2 is believed in any order of members, spaced or not; its sum is the order’s', () => {
    fc.assert(
      fc.property(
        order.chain((of) => fc.tuple(fc.constant(of), turned({ app_id: 2553, ...of }))),
        fc.constantFrom(0, 2),
        ([of, members], spaces) => {
          const data = JSON.stringify(Object.fromEntries(members), null, spaces)
          expect(readCallback(bodyOf(data), account)).toMatchObject({
            forged: false,
            told: { reference: of.app_trans_id, transactionId: `${of.zp_trans_id}`, amountVnd: of.amount },
          })
        },
      ),
    )
  })
  it('signed with key1 or any other key, or without the right mac, is not', () => {
    fc.assert(
      fc.property(order, fc.oneof(fc.constant(account.key1), text), text, (of, key, mac) => {
        fc.pre(key !== account.key2)
        const data = JSON.stringify({ app_id: 2553, ...of })
        expect(readCallback(bodyOf(data, key), account)).toEqual({ forged: true })
        expect(readCallback(bodyOf(data, key, mac), account)).toEqual({ forged: true })
      }),
    )
  })
  it('with any change of one character is forged, or the very same', () => {
    const data = JSON.stringify({ app_id: 2553, app_trans_id: '261123_A', amount: 50_000, zp_trans_id: 26_112_300 })
    const body = bodyOf(data).toString()
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.constantFrom(...'09azAZ{}":, \\'), (at, mark) => {
        const read = readCallback(Buffer.from(body.slice(0, at) + mark + body.slice(at + 1)), account)
        if (!read.forged && read.told !== 'no-order') expect(read).toEqual(readCallback(Buffer.from(body), account))
      }),
      { numRuns: 400 },
    )
  })
  it('of any bytes is answered and throws nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(Buffer.from)), (bytes) => {
        expect(readCallback(Buffer.from(bytes), account)).toEqual({ forged: true })
      }),
    )
  })
  it('with any signed data is read or refused, and throws nothing', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.json()), (data) => {
        expect(readCallback(bodyOf(data), account)).toEqual({ forged: true })
      }),
    )
  })
})

it('an integer of any length keeps each of its digits', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (id) => {
      expect(exactly(`{"a":{"id":${id}}}`)).toEqual({ a: { id: `${id}` } })
    }),
  )
})

it('a redirect of any other value is not ZaloPay’s', () => {
  const names = ['appid', 'apptransid', 'pmcid', 'bankcode', 'amount', 'discountamount', 'status']
  const values = fc.array(fc.string(), { minLength: 6, maxLength: 6 }).map((rest) => [account.appId, ...rest])
  const queryOf = (of: string[], checksum: string) =>
    new URLSearchParams([...names.map((name, at) => [name, of[at]!]), ['checksum', checksum]])
  fc.assert(
    fc.property(values, fc.nat(6), text, (of, at, other) => {
      const checksum = macOf(of.join('|'), account.key2)
      expect(isOwnRedirect(queryOf(of, checksum), account)).toBe(true)
      const altered = of.with(at, other)
      fc.pre(altered.join('|') !== of.join('|'))
      expect(isOwnRedirect(queryOf(altered, checksum), account)).toBe(false)
    }),
  )
})
