import * as z from 'zod'
import type { Vnd } from '../money.ts'

export const kinds = ['gift', 'refund', 'payout', 'fee', 'allocation', 'correction', 'statement'] as const

/** Account and signed whole đồng; the postings of one entry sum to 0. */
export const posting = z.tuple([z.string(), z.int()])
export type Posting = z.infer<typeof posting>

/** What the book shows of one movement of money. No person, no provider's transaction, no exact second. */
export const entry = z.object({
  v: z.literal(1),
  entryId: z.string(),
  kind: z.enum(kinds),
  program: z.string(),
  postings: z.array(posting).min(2),
  currency: z.literal('VND'),
  /** ISO instant of the full hour. */
  hour: z.string(),
  /** SHA-256 over the donor's receipt and its nonce, base64. */
  commitment: z.string(),
  /** Opens the name that the donor chose to show; absent if there is none. */
  nameId: z.string().optional(),
  /** The entry that this one corrects or returns. */
  relatedEntryId: z.string().optional(),
})
export type Entry = z.infer<typeof entry>

/** The double entry of one payment, with the fiscal receipt as it was given. */
export const ledgerItem = entry.extend({
  paymentKey: z.string(),
  recordedAt: z.iso.datetime(),
  receipt: z.record(z.string(), z.union([z.string(), z.int()])),
})
export type LedgerItem = z.infer<typeof ledgerItem>

export const accounts = {
  received: (provider: string) => `received:${provider}`,
  program: (slug: string) => `program:${slug}`,
} as const

/** A gift: minus to its source, plus to its program. */
export function giftPostings(provider: string, program: string, amountVnd: Vnd): Posting[] {
  return balanced([
    [accounts.received(provider), -amountVnd],
    [accounts.program(program), amountVnd],
  ])
}

/** Throws unless the postings sum to 0: an entry that does not balance is never written. */
export function balanced(postings: Posting[]): Posting[] {
  const sum = postings.reduce((total, [, amountVnd]) => total + amountVnd, 0)
  if (sum !== 0) throw new Error(`ledger: postings sum to ${sum}`)
  return postings
}

/** What waits in the outbox for its place in the book; made from the ledger alone, so it can always be made again. */
export function entryFor({ paymentKey: _, recordedAt: __, receipt: ___, ...kept }: LedgerItem): Entry {
  return kept
}

/** Signed đồng that an entry adds to its program. */
export const amountOf = ({ postings, program }: Pick<Entry, 'postings' | 'program'>): Vnd =>
  postings.reduce((sum, [account, amountVnd]) => (account === accounts.program(program) ? sum + amountVnd : sum), 0)
