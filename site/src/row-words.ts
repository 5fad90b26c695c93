import { kinds } from '../../functions/ledger/entry.ts'
import type { Program } from '../../functions/programs/program.ts'
import type { RowWords } from './scripts/rows.ts'
import { type Lang, say } from './words/words.ts'

/** The words of the book's rows, for the script that writes more of them. Only programs with money have lines. */
export const rowWords = (lang: Lang, programs: readonly Program[]): RowWords => ({
  names: Object.fromEntries(programs.filter(({ giving }) => giving).map(({ slug, name }) => [slug, name[lang]])),
  kinds: Object.fromEntries(kinds.map((kind) => [kind, say(lang, `book.kind-${kind}`)])),
  anonymous: say(lang, 'book.anonymous'),
  related: say(lang, 'book.related', { line: '{line}' }),
})
