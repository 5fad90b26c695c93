import { en as functionsEn } from '../../../functions/words/en.ts'
import { vi as functionsVi } from '../../../functions/words/vi.ts'
import { speaker } from '../../../functions/words/words.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

export { type Both, type Lang, langs } from '../../../functions/words/words.ts'

/** What a page may say: words of its own, and those that functions say too. */
export const words = { vi: { ...functionsVi, ...vi }, en: { ...functionsEn, ...en } } as const
export type Word = keyof typeof words.vi

export const say = speaker<Word>(words)
