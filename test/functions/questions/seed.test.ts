import { describe, expect, it } from 'vitest'
import { nextAsk } from '../../../functions/donations/asking.ts'
import { keptSeconds } from '../../../functions/donations/donation.ts'
import { formatVnd, giftLimits } from '../../../functions/money.ts'
import { question, topics } from '../../../functions/questions/question.ts'
import { later } from '../../../functions/time.ts'
import { questions } from '../../../infra/seed/questions.ts'
import { langs, say } from '../../../site/src/words/words.ts'

const answerTo = (slug: string, lang: 'vi' | 'en' = 'en'): string => {
  const found = questions.find((each) => each.slug === slug)!
  return found.answer.map((paragraph) => paragraph[lang]).join(' ')
}
const plain = (text: string) => text.replace(/\s/g, ' ')

describe('what people ask', () => {
  it('is of each topic, once, in the order shown, in one to three paragraphs', () => {
    expect(questions.length).toBeGreaterThanOrEqual(18)
    expect(new Set(questions.map(({ slug }) => slug)).size).toBe(questions.length)
    expect([...new Set(questions.map(({ topic }) => topic))]).toEqual([...topics])
    const orders = questions.map(({ order }) => order)
    expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b))
    for (const each of questions) {
      expect(question.parse(each)).toEqual(each)
      expect([each.slug, each.answer.length <= 3]).toEqual([each.slug, true])
      expect(each.question.vi).toMatch(/\?$/)
    }
  })
  it('has six on the home page', () => expect(questions.filter(({ home }) => home)).toHaveLength(6))
  it('is answered in both languages, each its own, in the city’s words', () => {
    for (const { slug, question, answer } of questions)
      for (const { vi, en } of [question, ...answer]) {
        expect([slug, vi === en]).toEqual([slug, false])
        for (const text of [vi, en]) expect(text).toBe(text.normalize('NFC').trim().replace(/ {2,}/g, ' '))
        expect(vi).not.toMatch(/nghìn|giao dịch|nhận nuôi|đóng góp|vui lòng|xin lỗi|thành công|nhằm/i)
        expect(en).not.toMatch(/adopt|abandon|please|sorry|oops|invalid|\buser|transaction|success/i)
        expect([slug, vi.length < 420, en.length < 420]).toEqual([slug, true, true])
      }
  })
  it('gives the day of every figure that will grow old', () => {
    for (const { slug, answer, asOf } of questions) {
      const told = answer.map(({ en }) => en).join(' ')
      if (/\b20\d\d\b|\b168\b/.test(told)) expect([slug, asOf]).toEqual([slug, expect.any(String)])
      expect([slug, /\b20(2[7-9]|[3-9]\d)\b/.exec(told)]).toEqual([slug, null])
    }
  })
  it('promises of gifts what the code does', () => {
    for (const lang of ['vi', 'en'] as const)
      for (const amountVnd of Object.values(giftLimits))
        expect(answerTo('it-nhat-bao-nhieu', lang)).toContain(plain(formatVnd(amountVnd, lang)))
    const days = (seconds: number) => `${seconds / 86_400} days`
    expect(answerTo('dong-trang-giua-chung')).toContain(days(keptSeconds.person))
    expect(answerTo('dong-trang-giua-chung')).toContain(days(keptSeconds.pledge))
  })
  it('names the fields and the link of the confirmation as the pages do', () => {
    for (const lang of langs)
      for (const word of ['give.organization', 'receipt.confirmation'] as const)
        expect(answerTo('bien-nhan-va-thue', lang)).toContain(say(lang, word))
  })
  it('tells each time at which VNPAY is asked', () => {
    const start = '2026-01-01T00:00:00.000Z'
    const minutes: number[] = []
    for (let at = nextAsk(start, start); at; at = nextAsk(start, at))
      minutes.push((Date.parse(at) - Date.parse(start)) / 60_000)
    const last = minutes.splice(-2).map((each) => each / 60)
    const told = `after ${minutes.slice(0, -1).join(', ')} and ${minutes.at(-1)} minutes, then after ${last.join(' and ')} hours`
    expect(answerTo('tien-tru-ma-trang-con-cho')).toContain(told)
    expect(nextAsk(start, later(start, 48 * 3_600))).toBeUndefined()
  })
})
