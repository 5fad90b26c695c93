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

/** The sentence of `word` in `lang`, its `{gaps}` filled. A gap without a value is a defect and throws. */
export function say(lang: Lang, word: Word, gaps: Record<string, string | number> = {}): string {
  return all[lang][word].replace(/\{(\w+)\}/g, (_, gap: string) => {
    const value = gaps[gap]
    if (value === undefined) throw new Error(`words: ${word} needs {${gap}}`)
    return String(value)
  })
}

export const sayRefusal = (lang: Lang, code: Code, gaps: Record<string, string> = {}): string => say(lang, `refusal.${code}`, gaps)
