import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { readBook } from './book-store.ts'
import { csv } from './csv.ts'
import { cursorOf, filters, readMark } from './search.ts'

export const contract = {
  summary: 'The public book as CSV, newest line first; the next part is named in the Link header',
  query: filters.extend({ cursor: z.string().max(64).optional() }),
  replies: {
    200: { description: 'The same columns as the book', type: 'text/csv' },
    422: { description: 'What cannot be looked for', type: 'application/problem+json' },
  },
} satisfies Contract

/** In quiet times a batch holds one line, so that as many batches may be needed as lines. */
const maxLines = 10_000
const columns = [
  'line',
  'entryId',
  'hour',
  'program',
  'kind',
  'amountVnd',
  'balanceVnd',
  'programBalanceVnd',
  'name',
  'relatedLine',
  'facts',
] as const

export const handler = http(contract, async ({ query: { cursor, ...looked }, rawQuery }) => {
  const { lines, mark } = await readBook(looked, readMark(cursor, looked), maxLines, maxLines)
  const rest = new URLSearchParams(rawQuery)
  if (mark) rest.set('cursor', cursorOf(mark, looked))
  const headers: Record<string, string> = mark ? { link: `</api/book.csv?${rest}>; rel="next"` } : {}
  const rows = lines.map((line) =>
    columns.map((column) => (column === 'facts' ? (line.facts ? JSON.stringify(line.facts) : null) : line[column])),
  )
  return {
    status: 200,
    text: csv(columns, rows),
    type: 'text/csv',
    headers: { 'content-disposition': 'attachment; filename="so-thu-chi.csv"', ...headers },
  }
})
