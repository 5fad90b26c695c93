import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, formatVnd, parseTyped } from '../../functions/money.ts'

describe('an amount as people write it', () => {
  it.each([
    '50.000',
    '50,000',
    '50 000',
    '50\u00a0000',
    '50000',
    '50k',
    '50 K',
    '50 ngàn',
    '50 ngan',
    '50ngàn',
    '50 nghìn',
    '50.000đ',
    '50.000 ₫',
    '50000 đồng',
    '50.000 VND',
    '50k đ',
    ' 50.000 ',
  ])('%j is fifty thousand', (typed) => expect(parseTyped(typed)).toEqual({ read: 50_000 }))
  it.each([
    ['2tr5', 2_500_000],
    ['2 triệu 0', 2_000_000],
    ['1 triệu rưỡi', 1_500_000],
    ['10 trieu ruoi', 10_500_000],
  ])('%j is %d', (typed, vnd) => expect(parseTyped(typed)).toEqual({ read: vnd }))
  it('reads a decomposed ngàn', () => expect(parseTyped('50 ngàn'.normalize('NFD'))).toEqual({ read: 50_000 }))
  it.each([
    '50.5',
    '50,5',
    '0.5k',
    '1.5tr',
    '-50000',
    '−50.000',
    '5e4',
    '0x10',
    'NaN',
    'Infinity',
    '50.00',
    '50.0000',
    '50..000',
    '5.000,000',
    '50k k',
    '50đ đ',
    'k',
    'đ',
    '١٢٣',
    '９９９９９',
    '50\u200b000',
    '2tr55',
    '2k5',
    '1 triệu rưỡi rưỡi',
  ])('%j is refused', (typed) => expect(parseTyped(typed)).toEqual({ unreadable: 'unreadable' }))
  it.each(['', '   '])('%j is missing', (typed) => expect(parseTyped(typed)).toEqual({ unreadable: 'missing' }))
  it('asks back about 50, but takes 50đ at its word', () => {
    expect(parseTyped('50')).toEqual({ perhaps: 50_000 })
    expect(parseTyped('50đ')).toEqual({ read: 50 })
    expect(parseTyped('999')).toEqual({ perhaps: 999_000 })
    expect(parseTyped('1000')).toEqual({ read: 1_000 })
    expect(parseTyped('0')).toEqual({ read: 0 })
  })
  it('reads back every amount it writes, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 499_999_999 }),
        fc.constantFrom('vi' as const, 'en' as const),
        (amount, lang) => {
          expect(parseTyped(formatVnd(amount, lang))).toEqual({ read: amount })
        },
      ),
    )
  })
  it('never reads anything into something else than whole đồng', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = parseTyped(typed)
        if ('read' in read) expect(Number.isSafeInteger(read.read) && read.read >= 0).toBe(true)
      }),
    )
  })
})

describe('đồng', () => {
  it('is written as people write it', () => {
    expect(formatVnd(50_000, 'vi')).toBe('50.000\u00a0₫')
    expect(formatVnd(50_000, 'en')).toBe('50,000\u00a0₫')
    expect(formatVnd(-1_234_567, 'vi')).toBe('−1.234.567\u00a0₫')
  })
  it('adds exactly or not at all', () => {
    expect(add(1, 2, -3)).toBe(0)
    expect(() => add(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError)
    expect(() => add(0.5, 0.5)).toThrow(RangeError)
  })
})
