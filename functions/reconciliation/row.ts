import * as z from 'zod'
import { providers } from '../donations/way.ts'
import { stampOf } from '../time.ts'

/** What a row of a statement tells: money that came, went back to a donor, or left the bank account. */
export const rowKinds = ['payment', 'refund', 'outgoing'] as const

/** One row of a provider’s or bank’s statement, read. */
export const row = z.object({
  /** Line of the file. */
  line: z.int().positive(),
  kind: z.enum(rowKinds),
  provider: z.enum(providers),
  /** The provider’s own id; of a transfer `<account>.<bank reference>.<amount>`, as its notification has it. */
  transactionId: z.string().min(1).max(160),
  /** The teller’s own reference of a transfer, under which it may have told of it before the bank’s was known. */
  toldAs: z.string().max(60).optional(),
  /** Ours, where the file says it. */
  reference: z.string().max(200).optional(),
  /** Of a refund: the payment that it returns, where the file says it. */
  of: z.string().max(160).optional(),
  amountVnd: z.int().positive(),
  /** Absent where the file says nothing of fees; negative where a fee was given back. */
  feeVnd: z.int().optional(),
  at: z.iso.datetime(),
  /** What the payer or the bank wrote: never public. */
  text: z.string().max(1_000).optional(),
})
export type Row = z.infer<typeof row>

/** What happened once, whichever file tells of it. A payment may go back in parts, so a refund has its second beside its id. */
export const nameOf = ({ kind, transactionId, at }: Pick<Row, 'kind' | 'transactionId' | 'at'>): string =>
  kind === 'payment' ? transactionId : `${kind}#${transactionId}#${stampOf(at)}`

/** A file, read whole. */
export interface StatementFile {
  rows: Row[]
  /** Lines of payments that came to nothing, left out. */
  failed: number
  /** What the file says that the provider pays out, after fees and refunds; absent where it says nothing. */
  netVnd?: number
}
