import type { Question } from '../../functions/questions/question.ts'
import { questions } from './city.ts'
import { type Lang, say } from './words/words.ts'

/** A question in one language. */
export interface Asked {
  topic: Question['topic']
  slug: string
  question: string
  /** Paragraphs. */
  answer: string[]
  /** Of which day the answer speaks. */
  asOf: string | undefined
  sources: { title: string; url: string | undefined }[]
}

const inOne = (lang: Lang, some: readonly Question[]): Asked[] =>
  some.map(({ topic, slug, question, answer, asOf, sources = [] }) => ({
    topic,
    slug,
    question: question[lang],
    answer: answer.map((paragraph) => paragraph[lang]),
    asOf: asOf && say(lang, 'questions.as-of', { day: { day: asOf } }),
    sources: sources.map(({ title, url }) => ({ title: title[lang], url })),
  }))

export const allAsked = (lang: Lang): Asked[] => inOne(lang, questions)
/** Those that stand on the home page. */
export const asked = (lang: Lang): Asked[] =>
  inOne(
    lang,
    questions.filter(({ home }) => home),
  )
