import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountInWords } from '../../functions/amount-words.ts'

const known: [number, string, string][] = [
  [0, 'không đồng', 'zero đồng'],
  [5, 'năm đồng', 'five đồng'],
  [10, 'mười đồng', 'ten đồng'],
  [15, 'mười lăm đồng', 'fifteen đồng'],
  [14, 'mười bốn đồng', 'fourteen đồng'],
  [21, 'hai mươi mốt đồng', 'twenty-one đồng'],
  [11, 'mười một đồng', 'eleven đồng'],
  [24, 'hai mươi bốn đồng', 'twenty-four đồng'],
  [55, 'năm mươi lăm đồng', 'fifty-five đồng'],
  [101, 'một trăm lẻ một đồng', 'one hundred and one đồng'],
  [105, 'một trăm lẻ năm đồng', 'one hundred and five đồng'],
  [110, 'một trăm mười đồng', 'one hundred and ten đồng'],
  [5_000, 'năm ngàn đồng', 'five thousand đồng'],
  [10_000, 'mười ngàn đồng', 'ten thousand đồng'],
  [20_000, 'hai mươi ngàn đồng', 'twenty thousand đồng'],
  [50_000, 'năm mươi ngàn đồng', 'fifty thousand đồng'],
  [51_234, 'năm mươi mốt ngàn hai trăm ba mươi bốn đồng', 'fifty-one thousand two hundred and thirty-four đồng'],
  [100_000, 'một trăm ngàn đồng', 'one hundred thousand đồng'],
  [105_000, 'một trăm lẻ năm ngàn đồng', 'one hundred and five thousand đồng'],
  [1_005_000, 'một triệu không trăm lẻ năm ngàn đồng', 'one million five thousand đồng'],
  [1_000_005, 'một triệu không trăm lẻ năm đồng', 'one million and five đồng'],
  [
    1_234_567,
    'một triệu hai trăm ba mươi bốn ngàn năm trăm sáu mươi bảy đồng',
    'one million two hundred and thirty-four thousand five hundred and sixty-seven đồng',
  ],
  [
    499_999_999,
    'bốn trăm chín mươi chín triệu chín trăm chín mươi chín ngàn chín trăm chín mươi chín đồng',
    'four hundred and ninety-nine million nine hundred and ninety-nine thousand nine hundred and ninety-nine đồng',
  ],
  [2_000_000_000, 'hai tỷ đồng', 'two billion đồng'],
]

const value = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
} as Record<string, number>
const scale = { tỷ: 1e9, triệu: 1e6, ngàn: 1e3, đồng: 1 } as Record<string, number>

/** Reads the Vietnamese words back, by a grammar of its own. */
function read(words: string): number {
  let total = 0
  let group = 0
  let last = 0
  for (const word of words.split(' ')) {
    if (word in value) last = value[word]!
    else if (word === 'trăm') [group, last] = [group + last * 100, 0]
    else if (word === 'mười') [group, last] = [group + 10, 0]
    else if (word === 'mươi') [group, last] = [group + last * 10, 0]
    else if (word in scale) [total, group, last] = [total + (group + last) * scale[word]!, 0, 0]
    else if (word !== 'lẻ') throw new Error(`unread: ${word}`)
  }
  return total
}

describe('an amount in words', () => {
  it.each(known)('%i', (amountVnd, vi, en) => {
    expect(amountInWords(amountVnd, 'vi')).toBe(vi)
    expect(amountInWords(amountVnd, 'en')).toBe(en)
  })

  const amounts = fc.integer({ min: 0, max: 999_999_999_999 })

  it('says in Vietnamese exactly what was written', () => {
    fc.assert(fc.property(amounts, (amountVnd) => read(amountInWords(amountVnd, 'vi')) === amountVnd))
  })

  it('says different amounts differently in English', () => {
    fc.assert(
      fc.property(
        amounts,
        amounts,
        (one, other) => one === other || amountInWords(one, 'en') !== amountInWords(other, 'en'),
      ),
    )
  })

  it('keeps to the words of Saigon', () => {
    fc.assert(
      fc.property(
        amounts,
        (amountVnd) => !/nghìn|linh|mươi năm|mươi một|mười mốt/.test(amountInWords(amountVnd, 'vi')),
      ),
    )
  })

  it.each([-1, 0.5, 1e12, Number.NaN])('refuses %d', (amountVnd) => {
    expect(() => amountInWords(amountVnd, 'vi')).toThrow(RangeError)
  })
})
