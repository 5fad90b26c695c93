import * as z from 'zod'
import { providers } from '../donations/way.ts'
import { accountOf, isTellersOwn, movementOf, toldIdOf } from '../transfers/transfer.ts'
import { founds } from './match.ts'
import { type Row, row, rowKinds } from './row.ts'

/** Days of Asia/Ho_Chi_Minh that a file tells of whole: what it does not name there is missing there. */
export const days = z.object({ from: z.iso.date(), to: z.iso.date() })
export type Days = z.infer<typeof days>

export const maxRows = 500

/** A part of a file, as an operator hands it over; `dry` only tells what would be done. */
export const order = z.object({
  provider: z.enum(providers),
  /** Of the file’s bytes: the same file is the same file, however often it comes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** 0, 1 …; the one that makes the file whole closes it. */
  chunk: z.int().min(0).max(9_999),
  chunks: z.int().min(1).max(10_000),
  days,
  /** Of the bank: the accounts that a file tells of; absent where all of ours are told of. */
  accounts: z.array(z.string()).optional(),
  netVnd: z.int().optional(),
  rows: z.array(row).max(maxRows),
  dry: z.boolean().optional(),
})
export type Order = z.infer<typeof order>

/** A row after it was taken. */
export const takenRow = z.object({
  line: z.int(),
  kind: z.enum(rowKinds),
  transactionId: z.string(),
  /** Of the event, whichever file tells of it. */
  name: z.string(),
  day: z.iso.date(),
  amountVnd: z.int(),
  feeVnd: z.int().optional(),
  feeBeforeVnd: z.int().optional(),
  feeUnkept: z.boolean().optional(),
  /** Of a refund: the entry of what it returns; absent if that is no payment of ours. */
  giftEntryId: z.string().optional(),
  found: z.enum(founds),
})
export type TakenRow = z.infer<typeof takenRow>

/** A part of a file that is taken whole: every row of it did what it does. */
export const takenChunk = z.object({
  v: z.literal(1),
  provider: z.enum(providers),
  sha256: z.string(),
  chunk: z.int(),
  chunks: z.int(),
  takenAt: z.iso.datetime(),
  rows: z.array(takenRow),
})
export type TakenChunk = z.infer<typeof takenChunk>

/** That a file, taken whole, tells of a day: of all of it, or by a row at its edge. */
export const dayFile = z.object({
  v: z.literal(1),
  provider: z.enum(providers),
  day: z.iso.date(),
  sha256: z.string(),
  isWhole: z.boolean(),
  takenAt: z.iso.datetime(),
  accounts: z.array(z.string()).optional(),
  netVnd: z.int().optional(),
  computedVnd: z.int(),
})
export type DayFile = z.infer<typeof dayFile>

/** The days of a file, each with whether it tells of all of it. */
export function daysOf(rows: readonly Pick<TakenRow, 'day'>[], { from, to }: Days): Map<string, boolean> {
  const all = new Map<string, boolean>(rows.map(({ day }) => [day, false]))
  for (let day = from; day <= to; day = dayAfter(day)) all.set(day, true)
  return all
}

export const dayAfter = (day: string, by = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

/** A transfer may have got its day into its id, or have been told of under its teller’s reference. */
const isSameMovement = (taken: string, { transactionId, toldAs }: Row): boolean =>
  movementOf(taken) === movementOf(transactionId) ||
  (toldAs !== undefined && taken === toldIdOf(transactionId, toldAs)) ||
  (isTellersOwn(taken) && accountOf(taken) === accountOf(transactionId))

/** Is this the part that was taken, row by row? */
export const isSamePart = (taken: TakenChunk, rows: readonly Row[]): boolean =>
  taken.rows.length === rows.length &&
  taken.rows.every(
    (each, place) =>
      each.line === rows[place]!.line &&
      isSameMovement(each.transactionId, rows[place]!) &&
      each.amountVnd === rows[place]!.amountVnd,
  )
