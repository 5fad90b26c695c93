import * as z from 'zod'
import { kinds } from '../../functions/ledger/entry.ts'

const sums = z.object({ receivedVnd: z.int(), paidOutVnd: z.int(), leftVnd: z.int(), gifts: z.int() })
export type Sums = z.infer<typeof sums>

/** What `/api/totals` answers; whole đồng. */
export const totals = z.object({
  asOf: z.iso.datetime(),
  version: z.int(),
  city: sums,
  programs: z.record(z.string(), sums),
})
export type Totals = z.infer<typeof totals>

const line = z.object({
  line: z.int(),
  entryId: z.string(),
  hour: z.iso.datetime(),
  program: z.string(),
  kind: z.enum(kinds),
  amountVnd: z.int(),
  balanceVnd: z.int(),
  programBalanceVnd: z.int(),
  name: z.string().nullable(),
  relatedLine: z.int().nullable(),
})
export type Line = z.infer<typeof line>

/** What `/api/book` answers, newest line first. */
export const book = z.object({ asOf: z.iso.datetime(), lines: z.array(line), cursor: z.string().nullable() })
export type Book = z.infer<typeof book>

/** What `/api/ways` answers. */
export const ways = z.object({ mail: z.boolean() })
