import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { readBook } from './book-store.ts'
import { facts, kinds } from './entry.ts'
import { cursorOf, filters, readMark } from './search.ts'

const line = z.object({
  line: z.int(),
  entryId: z.string(),
  hour: z.string(),
  program: z.string(),
  kind: z.enum(kinds),
  amountVnd: z.int(),
  balanceVnd: z.int(),
  programBalanceVnd: z.int(),
  name: z.string().nullable(),
  relatedLine: z.int().nullable(),
  /** Public facts of the line: a payee and what for, a day and its sums. */
  facts: facts.optional(),
})

export const contract = {
  summary: 'The public book of money, newest line first',
  query: filters.extend({
    cursor: z.string().max(64).optional(),
    limit: z
      .string()
      .regex(/^([1-9]|[1-9]\d|100)$/, 'field-unreadable')
      .default('50')
      .transform(Number),
  }),
  replies: {
    200: {
      description: 'Lines of the book',
      schema: z.object({ asOf: z.iso.datetime(), lines: z.array(line), cursor: z.string().nullable() }),
    },
    422: { description: 'What cannot be looked for', type: 'application/problem+json' },
  },
} satisfies Contract

export const handler = http(contract, async ({ query: { cursor, limit, ...looked }, now }) => {
  const { lines, mark } = await readBook(looked, readMark(cursor, looked), limit)
  return { status: 200, json: { asOf: now, lines, cursor: mark && cursorOf(mark, looked) } }
})
