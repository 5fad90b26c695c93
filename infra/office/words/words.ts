import { speaker } from '../../../functions/words/words.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

export type Word = keyof typeof vi
export const words = { vi, en } as const
export const say = speaker<Word>(words)
export const isWord = (text: string): text is Word => text in vi
