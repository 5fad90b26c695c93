import type { Lang } from '../../functions/words/words.ts'
import { type Question, questions } from './prose/questions.ts'

export interface Asked {
  topic: Question['topic']
  question: string
  answer: string
}

const inOne = (lang: Lang, some: readonly Question[]): Asked[] =>
  some.map(({ topic, question, answer }) => ({ topic, question: question[lang], answer: answer[lang] }))

export const allAsked = (lang: Lang): Asked[] => inOne(lang, questions)
/** Those that stand on the home page. */
export const asked = (lang: Lang): Asked[] =>
  inOne(
    lang,
    questions.filter(({ home }) => home),
  )
