import { createHash } from 'node:crypto'
import * as z from 'zod'
import { Refusal } from '../refusal.ts'
import { dayOf } from '../time.ts'
import type { Line } from './batch.ts'
import { unallocated } from './entry.ts'

/** What a reader of the book looks for. */
export const filters = z.strictObject({
  /** The language of what is refused. */
  lang: z.enum(['vi', 'en']).optional(),
  program: z.string().max(100).optional(),
  /** A day in Asia/Ho_Chi_Minh. */
  date: z.iso.date('date-unreadable').optional(),
  amountVnd: z
    .string()
    .regex(/^-?\d{1,12}$/, 'amount-unreadable')
    .transform(Number)
    .optional(),
  line: z
    .string()
    .regex(/^[1-9]\d{0,9}$/, 'field-unreadable')
    .transform(Number)
    .optional(),
})
export type Filters = z.infer<typeof filters>

/** Does the line answer to all of what is looked for? */
export const matches = (line: Line, { program, date, amountVnd, line: number }: Filters): boolean =>
  (program === undefined || line.program === program || (line.kind === 'allocation' && program === unallocated)) &&
  (date === undefined || dayOf(line.hour) === date) &&
  (amountVnd === undefined || Math.abs(line.amountVnd) === Math.abs(amountVnd)) &&
  (number === undefined || line.line === number)

/** Where reading goes on: below `line`, in `batch` or before it. */
export interface Mark {
  batch: number
  line: number
}

const digest = ({ batch, line }: Mark, { program, date, amountVnd, line: number }: Filters): string =>
  createHash('sha256')
    .update(JSON.stringify([batch, line, program ?? null, date ?? null, amountVnd ?? null, number ?? null]))
    .digest('base64url')
    .slice(0, 16)

/** Holds a place and a digest of the filters, nothing else. */
export const cursorOf = (mark: Mark, looked: Filters): string => `${mark.batch}.${mark.line}.${digest(mark, looked)}`

/** undefined if it was altered or belongs to other filters. */
export function markOf(cursor: string, looked: Filters): Mark | undefined {
  const found = /^([1-9]\d{0,9})\.([1-9]\d{0,9})\.([\w-]{16})$/.exec(cursor)
  if (!found) return undefined
  const mark = { batch: Number(found[1]), line: Number(found[2]) }
  return found[3] === digest(mark, looked) ? mark : undefined
}

/** Refuses a cursor that was altered or belongs to other filters. */
export function readMark(cursor: string | undefined, looked: Filters): Mark | undefined {
  const mark = cursor === undefined ? undefined : markOf(cursor, looked)
  if (cursor !== undefined && !mark)
    throw new Refusal('malformed', 'fields', {
      with: { count: 1 },
      fields: [{ field: 'cursor', code: 'cursor-unreadable' }],
    })
  return mark
}
