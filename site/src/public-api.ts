import * as z from 'zod'
import { wayNames } from '../../functions/donations/way.ts'
import { facts, kinds } from '../../functions/ledger/entry.ts'
import { statement } from '../../functions/reconciliation/statement.ts'

/** received − paid out − refunded − fees = left */
const sums = z.object({
  receivedVnd: z.int(),
  paidOutVnd: z.int(),
  refundedVnd: z.int(),
  feesVnd: z.int(),
  leftVnd: z.int(),
  gifts: z.int(),
})
export type Sums = z.infer<typeof sums>

/** What `/api/totals` answers; whole đồng. */
export const totals = z.object({
  asOf: z.iso.datetime(),
  version: z.int(),
  city: sums,
  /** Money whose program is not known yet; it is in the city's sums. */
  unallocated: sums,
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
  facts: facts.optional(),
})
export type Line = z.infer<typeof line>

/** What `/api/book` answers, newest line first. */
export const book = z.object({ asOf: z.iso.datetime(), lines: z.array(line), cursor: z.string().nullable() })
export type Book = z.infer<typeof book>

/** What `/api/ways` answers, in the order that donors see. */
export const ways = z.object({ ways: z.array(z.object({ name: z.enum(wayNames) })), mail: z.boolean() })
/** What `/api/statements` answers, newest day first. */
export const statements = z.object({ asOf: z.iso.datetime(), statements: z.array(statement) })
export type Statements = z.infer<typeof statements>
