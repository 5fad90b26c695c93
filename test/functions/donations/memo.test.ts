import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMemos, makeMemo, memoLength, memoLetters } from '../../../functions/donations/memo.ts'

const capitals = fc.stringMatching(/^[A-Z]{26}$/)
const memo = capitals.map((drawn) => makeMemo(() => drawn))

describe('a memo', () => {
  it('is short, of letters that nothing changes or confuses, and differs each time', () => {
    fc.assert(
      fc.property(memo, (code) => {
        expect(code).toMatch(new RegExp(`^HT[${memoLetters}]{14}$`))
        expect(code.length).toBe(memoLength)
        expect(code.length).toBeLessThanOrEqual(19)
      }),
    )
    expect([...memoLetters].filter((letter) => 'AEIOUYX'.includes(letter))).toEqual([])
    expect(memoLetters.length).toBe(19)
    expect(makeMemo(() => 'A'.repeat(26))).not.toBe(makeMemo(() => `${'A'.repeat(25)}B`))
  })
  it('uses each letter about as often', () => {
    const seen = new Set<string>()
    for (let first = 65; first < 91; first++)
      for (let second = 65; second < 91; second++)
        seen.add(makeMemo(() => String.fromCharCode(first, second).repeat(13))[2]!)
    expect(seen.size).toBe(19)
  })
  it('is not found with one letter wrong, in any place', () => {
    fc.assert(
      fc.property(
        memo,
        fc.integer({ min: 2, max: memoLength - 1 }),
        fc.constantFrom(...memoLetters),
        (code, at, to) => {
          fc.pre(code[at] !== to)
          expect(findMemos(code.slice(0, at) + to + code.slice(at + 1))).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })
  it('is not found with two letters swapped, neighbors or not', () => {
    const places = fc.uniqueArray(fc.integer({ min: 2, max: memoLength - 1 }), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(memo, places, (code, [a, b]) => {
        fc.pre(code[a!] !== code[b!])
        const letters = [...code]
        ;[letters[a!], letters[b!]] = [letters[b!]!, letters[a!]!]
        expect(findMemos(letters.join(''))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
  it.each<[string, (code: string) => string]>([
    ['as it is', (code) => code],
    ['in lower case', (code) => code.toLowerCase()],
    ['behind a bank’s own words', (code) => `MBVCB.3278907687.012345.${code}.CT tu 0071000888888 NGUYEN VAN A`],
    ['glued to words on both sides', (code) => `NGUYENVANACHUYENTIEN${code}FT26327000123`],
    ['behind another HT', (code) => `HT HT${code}`],
    ['with spaces put in', (code) => `TT ${code.replace(/(.{4})/g, '$1 ')} gop heo`],
    ['with dashes', (code) => code.replace(/(.{2})/g, '$1-')],
    ['cut over two lines', (code) => `CK ${code.slice(0, 7)}\r\n${code.slice(7)}-CHUYEN TIEN`],
    ['among masked digits', (code) => `xxxxxx.${code}.xxx xxxxxxx`],
    ['with masked digits in it', (code) => `${code.slice(0, 5)}xxx${code.slice(5)}`],
    ['among masked digits without dots', (code) => `xxxxxx${code}xxxxxxxx`],
    ['among words with marks', (code) => `Đỗ Thị Hòa góp ${code} cho heo đất`],
    [
      'in wide letters',
      (code) => [...code].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(''),
    ],
    ['with a mark that a bank left behind', (code) => `${code.slice(0, 5)}\u0301${code.slice(5)}`],
    ['as VNPAY writes it', (code) => `IBFT ${code};970436`],
  ])('is found %s', (_, mangle) => {
    fc.assert(
      fc.property(memo, (code) => {
        expect(findMemos(mangle(code))).toContain(code)
      }),
      { numRuns: 30 },
    )
  })
  it('is found in any bank’s words of digits and marks', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'0123456789 .-/:;,_#*'), maxLength: 30 })
    fc.assert(
      fc.property(noise, memo, noise, (a, code, b) => {
        expect(findMemos(a + code + b)).toEqual([code])
      }),
    )
  })
  it('is found once where a bank repeats it, and each of two', () => {
    const [a, b] = [makeMemo(() => 'QWERTYUIOPASDFGHJKLZXCVBNM'), makeMemo(() => 'MNBVCXZLKJHGFDSAPOIUYTREWQ')]
    expect(findMemos(`${a} ${a}`)).toEqual([a])
    expect(findMemos(`${a}, ${b}`)).toEqual([a, b])
  })
  it('is never seen in what people and banks write', () => {
    const words = 'thanh toan hoc phi vietcombank nhtmcp-a ctck-hcm-do chuyen khoan tien nghe thuat phat trien'.split(
      ' ',
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, 'xxxxxxxxxxxxxxxxxxxx'), { maxLength: 12 }), (said) => {
        expect(findMemos(said.join(' '))).toEqual([])
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (said) => {
        expect(findMemos(said)).toEqual([])
      }),
    )
  })
  it('that the bank cut short is none', () => {
    fc.assert(
      fc.property(memo, (code) => {
        expect(findMemos(code.slice(0, -1))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})
