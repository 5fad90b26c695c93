import { kinds, unallocated } from '../../functions/ledger/entry.ts'
import type { Program } from '../../functions/programs/program.ts'
import type { RowWords } from './lines.ts'
import { type Lang, say, type Word } from './words/words.ts'

const facts = [
  'settlement',
  'day',
  'payee',
  'taxCode',
  'inVnd',
  'feesVnd',
  'refundedVnd',
  'unallocatedVnd',
  'differences',
  'feeVnd',
  'paidBy',
  'evidence',
  'sha256',
] as const
const gap = { x: '{x}' }

/** The words of the book's rows, for the build and for the script that writes more of them. Only programs with money have lines. */
export const rowWords = (lang: Lang, programs: readonly Program[]): RowWords => ({
  names: {
    ...Object.fromEntries(programs.filter(({ giving }) => giving).map(({ slug, name }) => [slug, name[lang]])),
    [unallocated]: say(lang, 'book.unallocated'),
    city: say(lang, 'program.whole-city'),
  },
  kinds: Object.fromEntries(kinds.map((kind) => [kind, say(lang, `book.kind-${kind}`)])),
  facts: Object.fromEntries(facts.map((fact) => [fact, say(lang, `book.fact-${fact}` satisfies Word, gap)])),
  anonymous: say(lang, 'book.anonymous'),
  related: say(lang, 'book.related', { line: '{line}' }),
})
