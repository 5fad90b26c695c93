import { type Lang, say } from '../../functions/words/words.ts'

const names = ['unesco', 'where', 'name', 'children', 'lost', 'report'] as const

/** What people ask on the home page, with its answers. */
export const asked = (lang: Lang): { question: string; answer: string }[] =>
  names.map((name) => ({ question: say(lang, `home.ask-${name}`), answer: say(lang, `home.answer-${name}`) }))
