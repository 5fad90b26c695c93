import { programs } from '../city.ts'
import { langs, say } from '../words/words.ts'
import type { Card } from './card.ts'

const cardsOf = (name: string, of: string, title: (lang: Card['lang']) => string): [string, Card][] =>
  langs.map((lang) => [`${name}.${lang}`, { title: title(lang), of, lang }])

/** Every card by its name: one per program and language, and one per kind of page. */
export const cards: ReadonlyMap<string, Card> = new Map([
  ...cardsOf('home', 'book', (lang) => say(lang, 'home.title')),
  ...cardsOf('programs', 'questions', (lang) => say(lang, 'program.list-title')),
  ...cardsOf('give', 'piggy-bank', (lang) => say(lang, 'give.list-title')),
  ...cardsOf('book', 'book', (lang) => say(lang, 'book.title')),
  ...cardsOf('wards', 'learning-society', (lang) => say(lang, 'home.ward')),
  ...programs.flatMap(({ slug, kind, name }) => cardsOf(slug, kind, (lang) => name[lang])),
])
