import { amountInWords } from '../../functions/amount-words.ts'
import { formatVnd, parseTyped } from '../../functions/money.ts'
import type { Gap, Lang } from '../../functions/words/words.ts'
import type { Ringing } from './alarms.ts'
import { say, type Word } from './words/words.ts'

/** What a command of the office works with; its effects are all here. */
export interface Office {
  lang: Lang
  /** Who gives the order. */
  by: string
  /** Runs a verb of the city by its name; throws the sentence of a refusal. */
  order<T>(verb: string, input: object): Promise<T>
  /** Alarms that ring now, the oldest first; or the sentence that says why nobody can tell. */
  alarms(): Promise<readonly Ringing[] | string>
  /** What a person types. */
  ask(question: string): Promise<string>
  /** True where a script gave its yes beforehand. */
  sure: boolean
  print(line: string): void
  /** Bytes of a file in the office. */
  read(path: string): Promise<Uint8Array>
}

/** What was typed behind the command: words in order, and `--options`. */
export interface Typed {
  words: readonly string[]
  options: Readonly<Partial<Record<string, string | boolean>>>
}

export const tell = (office: Office, word: Word, gaps: Readonly<Record<string, Gap>> = {}): void =>
  office.print(say(office.lang, word, gaps))

/** An amount in figures and words. */
export const inWords = ({ lang }: Office, amountVnd: number): string =>
  say(lang, 'amount', { figures: formatVnd(amountVnd, lang), words: amountInWords(Math.abs(amountVnd), lang) })

/** An option's text; undefined if it was not typed. */
export const option = ({ options }: Typed, name: string): string | undefined => {
  const typed = options[name]
  return typeof typed === 'string' && typed.trim() !== '' ? typed : undefined
}

/** Throws one sentence that names every option that is missing and how the command is typed. */
export function needs(office: Office, usage: Word, given: Readonly<Record<string, string | undefined>>): void {
  const missing = Object.keys(given).filter((name) => given[name] === undefined)
  if (missing.length === 0) return
  const [options, how] = [missing.join(', '), say(office.lang, usage)]
  throw new Error(say(office.lang, 'missing', { options, usage: how }))
}

/** One sentence for a word that a command does not know, and how the command is typed. */
export const odd = (office: Office, usage: Word, word: string): Error =>
  new Error(say(office.lang, 'word-odd', { word, usage: say(office.lang, usage) }))

/** Đồng of `--amount`, as people write it. */
export function amountOf(office: Office, typed: string, least = 1): number {
  const read = parseTyped(typed)
  if ('read' in read && read.read >= least) return read.read
  throw new Error(say(office.lang, 'amount-unreadable', { typed }))
}

/** `--again 2`: a second order of the same kind is meant. */
export const againOf = (typed: Typed): number => Number(option(typed, 'again') ?? 1)

/** Who orders, and a yes for what was just printed. `false`: nothing is to be done. */
export async function agree(office: Office): Promise<boolean> {
  tell(office, 'by', { by: office.by })
  if (office.sure) return true
  const yes = say(office.lang, 'yes')
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
  if (plain(await office.ask(say(office.lang, 'confirm'))) === plain(yes)) return true
  tell(office, 'not-done')
  return false
}
