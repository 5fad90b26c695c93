import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameHash } from '../../../functions/donations/providers/hash.ts'
import { payUrl, plain } from '../../../functions/donations/providers/vnpay/pay.ts'
import { sign } from '../../../functions/donations/providers/vnpay/signature.ts'
import { meaning, readNotification } from '../../../functions/donations/providers/vnpay/told.ts'
import { midnight, standIn, zones } from '../../zones.ts'

const account = { tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' }

describe('VNPAY’s clock is Viet Nam’s, wherever the machine stands', () => {
  const cases = zones.flatMap((zone) => [
    { zone, createdAt: midnight.before, stamp: '20261123235959' },
    { zone, createdAt: midnight.after, stamp: '20261124000000' },
  ])
  it.each(cases)('$createdAt on a machine in $zone is $stamp', ({ zone, createdAt, stamp }) => {
    standIn(zone)
    const order = { reference: 'A1', amountVnd: 5_000, info: 'Gop', lang: 'en' as const, callerAddress: '127.0.0.1' }
    const url = payUrl({ ...order, createdAt, expiresAt: createdAt, returnUrl: 'https://c' }, account, 'https://p')
    expect(new URL(url).searchParams.get('vnp_CreateDate')).toBe(stamp)
    const told: Record<string, string> = { vnp_TmnCode: account.tmnCode, vnp_PayDate: stamp, vnp_TxnRef: 'A1' }
    const query = `${new URLSearchParams(told)}&vnp_SecureHash=${sign(told, account.hashSecret)}`
    expect(readNotification(query, account)).toMatchObject({ notification: { paidAt: createdAt } })
  })
})

describe('a signature', () => {
  const text = fc.string({ unit: 'grapheme' })
  const name = fc.stringMatching(/^[A-Za-z]{1,12}$/).map((part) => `vnp_${part}`)
  const fields = fc.dictionary(name, text, { minKeys: 1 })
  const query = (of: Record<string, string>, key = account.hashSecret) =>
    `${new URLSearchParams(of)}&vnp_SecureHash=${sign(of, key)}`

  it('made by us is believed by us, in any order of the fields, in either case', () => {
    fc.assert(
      fc.property(fields, text, (of, reference) => {
        const all = { ...of, vnp_TmnCode: account.tmnCode, vnp_TxnRef: reference }
        const turned = Object.fromEntries(Object.entries(all).reverse())
        const hash = sign(all, account.hashSecret)
        expect(sign(turned, account.hashSecret)).toBe(hash)
        expect(sameHash(hash, hash.toUpperCase())).toBe(true)
        expect(readNotification(query(turned), account)).toMatchObject({ forged: false, notification: { reference } })
      }),
    )
  })
  it('of any other key or any other value is not', () => {
    fc.assert(
      fc.property(fields, fc.string({ minLength: 1 }), text, (of, more, key) => {
        const all = { ...of, vnp_TmnCode: account.tmnCode, vnp_Amount: '1' }
        expect(sign({ ...all, vnp_Amount: `1${more}` }, account.hashSecret)).not.toBe(sign(all, account.hashSecret))
        fc.pre(key !== account.hashSecret)
        expect(readNotification(query(all, key), account)).toEqual({ forged: true })
      }),
    )
  })
})

describe('meaning', () => {
  const code = fc.constantFrom('00', '01', '02', '04', '05', '06', '07', '09', '10', '11', '24', '51', '75', '99', '')
  it('is received for one pair of codes only, never for one of them alone', () => {
    fc.assert(
      fc.property(code, code, (response, status) => {
        expect(meaning(response, status) === 'received').toBe(response === '00' && status === '00')
      }),
    )
  })
  it('never calls failed what may have moved money', () => {
    fc.assert(
      fc.property(code, fc.constantFrom('04', '07'), (other, moved) => {
        expect(meaning(other, moved)).toBe('moved')
        expect(meaning('07', other)).toBe('moved')
      }),
    )
  })
})

it.each([
  ['Đỗ Đạt góp', 'Do Dat gop'],
  ['đ', 'd'],
  ['Hoà – Hòa', 'Hoa Hoa'],
  ['<script>', 'script'],
])('%s is written %s', (text, written) => expect(plain(text)).toBe(written))
