import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, checkDigit, commitment, receiptNumber } from '../../../functions/donations/receipt.ts'
import { midnight, standIn, zones } from '../../zones.ts'

/** Is it written like a receipt number, with the right check digit? */
const isReceiptNumber = (text: string): boolean => {
  const digits = text.replaceAll('-', '')
  return /^\d{8}-\d{4}-\d{4}-\d$/.test(text) && checkDigit(digits.slice(0, -1)) === digits.slice(-1)
}

describe('a receipt number', () => {
  it('has the check digit of ISO/IEC 7064 MOD 11,10', () => {
    // 0794 -> 5 is the example of the standard; 12345678 -> 6 and 3669987 -> ? follow its algorithm step by step
    expect(checkDigit('0794')).toBe('5')
  })
  it.each(zones)('begins with the day in Viet Nam, on a machine in %s', (zone) => {
    standIn(zone)
    expect(receiptNumber(midnight.before, '48392075')).toMatch(/^20261123-4839-2075-\d$/)
    expect(receiptNumber(midnight.after, '48392075')).toMatch(/^20261124-4839-2075-\d$/)
  })
  it('tells every single wrong digit and every swap of neighbours but those the standard lets pass', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }).map((each) => each.join(''))
    fc.assert(
      fc.property(digits, fc.nat(15), fc.integer({ min: 1, max: 9 }), (random, at, by) => {
        const number = receiptNumber('2026-11-23T07:00:00.000Z', random)
        expect(isReceiptNumber(number)).toBe(true)
        const places = [...number].flatMap((mark, place) => (mark === '-' ? [] : [place]))
        const place = places[at % places.length]!
        const wrong = `${number.slice(0, place)}${(Number(number[place]) + by) % 10}${number.slice(place + 1)}`
        expect(isReceiptNumber(wrong)).toBe(false)
      }),
    )
  })
})

describe('the receipt file', () => {
  const receipt = { number: '1', amountVnd: 50_000, program: 'hòa'.normalize('NFD'), '€': 'a"\\\n', a: 'x' }
  it('is RFC 8785: sorted keys, integers, NFC, minimal escapes', () => {
    expect(canonical(receipt)).toBe(`{"a":"x","amountVnd":50000,"number":"1","program":"hòa","€":"a\\"\\\\\\n"}`)
    expect(() => canonical({ a: 1.5 })).toThrow(TypeError)
  })
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.maxSafeInteger())), (members) => {
        const turned = Object.fromEntries(Object.entries(members).reverse())
        expect(canonical(turned)).toBe(canonical(members))
      }),
    )
  })
  it('is bound to its line by a commitment that anyone can recompute', () => {
    const nonce = Buffer.alloc(32, 1)
    const expected = createHash('sha256')
      .update(Buffer.concat([Buffer.from('ledger-receipt-v1'), nonce, Buffer.from(canonical(receipt))]))
      .digest('base64')
    expect(commitment(receipt, nonce.toString('base64url'))).toBe(expected)
    expect(() => commitment(receipt, Buffer.alloc(31).toString('base64url'))).toThrow(RangeError)
  })
})
