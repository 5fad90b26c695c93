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

/** What fills a gap; amounts and days are written as each language writes them. */
export type Gap = string | number | { vnd: number } | { day: string } | Both

function show(gap: Gap, lang: Lang): string {
  if (typeof gap === 'string') return gap
  if (typeof gap === 'number') return formatNumber(gap, lang)
  if ('vi' in gap) return gap[lang]
  return 'vnd' in gap ? formatVnd(gap.vnd, lang) : formatDay(gap.day, lang)
}

/**
 * Says a word of `all` in a language, its `{gaps}` filled. A gap without a value is a defect and throws.
 * The site has words of its own, so that no function carries the sentences of pages.
 */
export const speaker =
  <W extends string>(all: Readonly<Record<Lang, Readonly<Record<W, string>>>>) =>
  (lang: Lang, word: W, gaps: Readonly<Record<string, Gap>> = {}): string =>
    all[lang][word].replace(/\{(\w+)\}/g, (_, name: string) => {
      const gap = gaps[name]
      if (gap === undefined) throw new Error(`words: ${word} needs {${name}}`)
      return show(gap, lang)
    })

export const say = speaker<Word>({ vi, en })

export const sayRefusal = (lang: Lang, code: Code, gaps: Readonly<Record<string, Gap>> = {}): string =>
  say(lang, `refusal.${code}`, gaps)

export const isCode = (text: string): text is Code => `refusal.${text}` in vi
