import { formatNumber, formatVnd } from '../money.ts'
import { formatDay } from '../time.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

export type Lang = 'vi' | 'en'
export const langs = ['vi', 'en'] as const satisfies readonly Lang[]
/** A text of content (not of the interface) in both languages. */
export type Both = Readonly<Record<Lang, string>>

export type Word = keyof typeof vi
/** A reason to refuse; its sentence is the word `refusal.<code>`. */
export type Code = Word extends infer W ? (W extends `refusal.${infer C}` ? C : never) : never

const all: Record<Lang, Record<Word, string>> = { vi, en }

/** What fills a gap; amounts and days are written as each language writes them. */
export type Gap = string | number | { vnd: number } | { day: string } | Both

function show(gap: Gap, lang: Lang): string {
  if (typeof gap === 'string') return gap
  if (typeof gap === 'number') return formatNumber(gap, lang)
  if ('vi' in gap) return gap[lang]
  return 'vnd' in gap ? formatVnd(gap.vnd, lang) : formatDay(gap.day, lang)
}

/** The sentence of `word` in `lang`, its `{gaps}` filled. A gap without a value is a defect and throws. */
export function say(lang: Lang, word: Word, gaps: Readonly<Record<string, Gap>> = {}): string {
  return all[lang][word].replace(/\{(\w+)\}/g, (_, name: string) => {
    const gap = gaps[name]
    if (gap === undefined) throw new Error(`words: ${word} needs {${name}}`)
    return show(gap, lang)
  })
}

export const sayRefusal = (lang: Lang, code: Code, gaps: Readonly<Record<string, Gap>> = {}): string =>
  say(lang, `refusal.${code}`, gaps)

export const isCode = (text: string): text is Code => `refusal.${text}` in vi
