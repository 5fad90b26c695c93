import { describe, expect, it } from 'vitest'
import { question } from '../../../functions/questions/question.ts'
import { makeQuestion } from '../../make.ts'

describe('a question', () => {
  const source = { title: { vi: 'Sổ tay', en: 'Handbook' }, url: 'https://example.org/', asOf: '2026-01-01' }
  it('is itself when read, dated and sourced too', () => {
    for (const each of [makeQuestion(), makeQuestion({ asOf: '2026-11-23', sources: [source] })])
      expect(question.parse(each)).toEqual(each)
  })
  it.each([
    ['no answer', { answer: [] }],
    ['an answer in one language', { answer: [{ vi: 'Gần nhà.', en: '' }] }],
    ['another topic', { topic: 'weather' }],
    ['a slug with marks', { slug: 'học-ở-đâu' }],
    ['a day that does not exist', { asOf: '2026-02-30' }],
    ['a source without a day', { sources: [{ ...source, asOf: '' }] }],
    ['sources that are none', { sources: [] }],
    ['version 0', { version: 0 }],
  ])('refuses %s', (_, over) => expect(question.safeParse({ ...makeQuestion(), ...over }).success).toBe(false))
})
