import { describe, expect, it } from 'vitest'
import * as letters from '../functions/words/letters.ts'
import { vi as functionsVi } from '../functions/words/vi.ts'
import { sayRefusal } from '../functions/words/words.ts'
import { vi as pagesVi } from '../site/src/words/vi.ts'
import { words as all, say, type Word } from '../site/src/words/words.ts'

const vi = { ...letters.vi, ...all.vi }
const en = { ...letters.en, ...all.en }
const words = Object.keys(vi) as (Word | letters.LetterWord)[]
const gapsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap).sort()
/** Words that are the same in both languages: names, marks and numbers. */
const shared = /^[\sA-Z0-9.,:|/{}()\-–·#%₫+]*$|^(VNPAY|API|CSV|JSON|VI|EN|MoMo|ZaloPay|Stripe)/

describe('the city’s words', () => {
  it('have the same keys and gaps in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...words].sort())
    for (const word of words) expect([word, gapsOf(en[word])]).toEqual([word, gapsOf(vi[word])])
  })
  it('stand in one place: pages say what functions say with the same word', () => {
    expect(Object.keys(pagesVi).filter((word) => word in functionsVi)).toEqual([])
  })
  it('are not left untranslated', () => {
    const gap = /\{\w+\}/g
    expect(words.filter((word) => vi[word] === en[word] && !shared.test(vi[word].replace(gap, '')))).toEqual([])
  })
  it('never scold, beg or shout', () => {
    const never =
      /\b(invalid|oops|please|sorry|error occurred|success(ful)?ly)\b|vui lòng|xin lỗi|không hợp lệ|thành công|nghìn|\blinh\b|nhận nuôi|đóng góp|giao dịch/i
    expect(words.filter((word) => never.test(en[word]) || never.test(vi[word]))).toEqual([])
    expect(words.filter((word) => /[A-ZĐÀ-Ỹ]{7,}/.test(vi[word].replace(/VNPAY|OTP/g, '')))).toEqual([])
  })
  it('count in English so that one is right too', () => {
    const counted = words.filter((word) => /\{(count|minutes|days|x)\} [a-z]+s\b/.test(en[word]))
    // as many as the city has
    expect(counted).toEqual(['ward.lead'])
  })
  it('keep “sao kê” for the file of a bank', () =>
    expect(words.filter((word) => /sao kê/i.test(vi[word]) && !/ngân hàng/i.test(vi[word]))).toEqual([]))
  it('are composed Vietnamese without stray spaces', () => {
    for (const word of words) {
      expect(vi[word]).toBe(vi[word].normalize('NFC'))
      for (const text of [vi[word], en[word]]) expect(text).toBe(text.trim().replace(/ {2,}/g, ' '))
    }
  })
  it('write amounts and days as each language does', () => {
    expect(sayRefusal('vi', 'amount-too-small', { min: { vnd: 5_000 } })).toBe('Ít nhất 5.000\u00a0₫')
    expect(sayRefusal('en', 'program-closed', { date: { day: '2026-11-23' } })).toBe(
      'The program stopped taking gifts on 23 November 2026',
    )
    expect(() => say('vi', 'refusal.amount-too-small')).toThrow(/needs \{min\}/)
  })
})
