import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded } from '../../../functions/donations/memo.ts'
import {
  crc16,
  readVietQr,
  type TransferOrder,
  writeVietQr,
} from '../../../functions/donations/providers/bank/vietqr.ts'

const { vietqr } = JSON.parse(readFileSync('test/vectors/payments.json', 'utf8'))
interface Build {
  id: string
  input: { bin: string; account: string; amount?: number; billNumber?: string; purpose?: string }
  expected: string
}
const builds: Build[] = vietqr.build
const orderOf = ({ bin, account, amount, billNumber, purpose }: Build['input']) => ({
  bin,
  account,
  ...(amount === undefined ? {} : { amountVnd: amount }),
  ...(billNumber === undefined ? {} : { bill: billNumber }),
  ...(purpose === undefined ? {} : { memo: purpose }),
})

/** A text with its CRC. */
const closed = (body: string) => `${body}6304${crc16(`${body}6304`)}`

describe('a VietQR', () => {
  it('has the CRC of the vectors', () => {
    expect(crc16('123456789')).toBe(vietqr.crc.check_ascii_123456789)
    expect(crc16('6304')).not.toBe(crc16('6305'))
  })
  it.each(builds)('$id is written and read', ({ input, expected }) => {
    expect(writeVietQr(orderOf(input))).toBe(expected)
    expect(readVietQr(expected)).toEqual(orderOf(input))
  })
  it('is read with a CRC in lower case, and not where a length inside is wrong', () => {
    const [lower, printed] = vietqr.parse
    expect(readVietQr(lower.payload)).toEqual({ bin: '970422', account: '0352350917' })
    expect(crc16(printed.payload.slice(0, -4))).toBe(printed.crc)
    expect(readVietQr(printed.payload)).toBeUndefined()
  })
  it.each(vietqr.reject as { payload: string; correct_crc: string }[])('is refused with a wrong CRC', (wrong) => {
    expect(readVietQr(wrong.payload)).toBeUndefined()
    expect(readVietQr(wrong.payload.slice(0, -4) + wrong.correct_crc)).toMatchObject({ memo: 'Chuyen tien' })
  })
  it('counts characters, not bytes, as banks do', () => {
    const head = '00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN'
    expect(readVietQr(closed(`${head}62130809Cảm ơn cô`))).toMatchObject({ memo: 'Cảm ơn cô', amountVnd: 1_000 })
    expect(readVietQr(closed(`${head}62170813Cảm ơn cô`))).toBeUndefined()
  })
  it('is of NAPAS and of an account, or it is none', () => {
    const [{ expected }] = builds as [Build]
    const without = (from: string, to: string) => closed(expected.slice(0, -8).replace(from, to))
    expect(readVietQr(without('', ''))).toBeDefined()
    expect(readVietQr(without('A000000727', 'A000000728'))).toBeUndefined()
    expect(readVietQr(without('000201', '000202'))).toBeUndefined()
    expect(readVietQr(without('5406180000', '5406-18000'))).toBeUndefined()
    expect(readVietQr(`${expected}00`)).toBeUndefined()
    expect(readVietQr('')).toBeUndefined()
  })

  const order = fc.record({
    bin: fc.stringMatching(/^\d{6}$/),
    account: fc.stringMatching(/^[A-Za-z0-9]{1,19}$/),
    amountVnd: fc.integer({ min: 1, max: 499_999_999 }),
    memo: fc.stringMatching(/^[ -~]{1,25}$/),
  })
  it('says what was written, whatever the memo', () => {
    fc.assert(
      fc.property(order, (made) => {
        expect(readVietQr(writeVietQr(made))).toEqual(made)
      }),
    )
  })
  /** With one character changed it is none; only a letter of the CRC may be in the other case. */
  function expectNone(made: TransferOrder, text: string, place: number, letter: string): void {
    const isCase = place >= text.length - 4 && letter.toUpperCase() === text[place]
    const read = readVietQr(text.slice(0, place) + letter + text.slice(place + 1))
    if (!isDeepStrictEqual(read, isCase ? made : undefined)) throw new Error(`${letter} at ${place} of ${text} is read`)
  }
  it('is refused with any single character changed, even in its case; only the CRC is the same in either', () => {
    const anyChange = fc.tuple(order, fc.nat(), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }))
    fc.assert(
      fc.property(anyChange, ([made, at, letter]) => {
        const text = writeVietQr(made)
        const place = at % text.length
        fc.pre(text[place] !== letter)
        expectNone(made, text, place, letter)
      }),
      { numRuns: 1_000 },
    )
  })
  it.each(['HOCTAP', 'hoc tap', 'Hoc TAP'])('for %s is refused with any character of ASCII at any place', (memo) => {
    const made = { bin: '970436', account: '0011', amountVnd: 5_000, memo }
    const text = writeVietQr(made)
    for (let place = 0; place < text.length; place++)
      for (let code = 32; code < 127; code++) {
        const letter = String.fromCharCode(code)
        if (letter !== text[place]) expectNone(made, text, place, letter)
      }
  })
  it.each([
    { bin: '97043' },
    { account: '' },
    { account: '12345678901234567890' },
    { account: '00 11' },
    { amountVnd: 0 },
    { amountVnd: 500_000_000 },
    { amountVnd: 5_000.5 },
    { memo: '' },
    { memo: 'a'.repeat(26) },
    { memo: 'Cảm ơn' },
  ])('is not written with %j', (wrong) => {
    expect(() => writeVietQr({ bin: '970436', account: '0011', ...wrong })).toThrow(RangeError)
  })
})

it('marks fold away, đ too', () => {
  const { input, expected } = vietqr.accent_folding
  expect(folded(input)).toBe(expected)
  expect(folded(input.normalize('NFD'))).toBe(expected)
})
