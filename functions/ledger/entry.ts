import * as z from 'zod'
import type { Vnd } from '../money.ts'

/** Kinds of lines. Corrections and money that goes back are entries of their own; no entry is ever edited. */
export const kinds = ['gift', 'refund', 'payout', 'fee', 'allocation', 'correction', 'statement'] as const

/** Account and signed whole đồng; the postings of one entry sum to 0. */
export const posting = z.tuple([z.string(), z.int()])
export type Posting = z.infer<typeof posting>

/** The fund of money whose program is not known; stands where a program's slug stands. */
export const unallocated = 'unallocated'

/** Public facts of an entry beside its sum: who was paid and what for, a day and its sums. No person. */
export const facts = z.record(z.string(), z.union([z.string().max(500), z.int()]))

/** What the book shows of one movement of money. No person, no provider's transaction, no exact second. */
export const entry = z.object({
  v: z.literal(1),
  entryId: z.string(),
  kind: z.enum(kinds),
  /** Slug of the program, or `unallocated`. */
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
  /** Of a correction: the kind of what it puts right. */
  corrects: z.enum(kinds).optional(),
  facts: facts.optional(),
})
export type Entry = z.infer<typeof entry>

/** The double entry of one movement of money, with the fiscal receipt or voucher as it was made out. */
export const ledgerItem = entry.extend({
  /** What happened once: `vnpay#14422574`, `refund#<id>`. */
  paymentKey: z.string(),
  recordedAt: z.iso.datetime(),
  receipt: z.record(z.string(), z.union([z.string(), z.int()])),
})
export type LedgerItem = z.infer<typeof ledgerItem>

const fundPrefix = 'program:'
export const accounts = {
  received: (provider: string) => `received:${provider}`,
  /** The fund of a program, or of money whose program is not known. */
  fund: (program: string) => (program === unallocated ? unallocated : `${fundPrefix}${program}`),
  fees: (provider: string) => `fees:${provider}`,
  paidOut: (program: string) => `paid-out:${program}`,
  refunded: (program: string) => `refunded:${program}`,
} as const

/** The program whose fund an account is; undefined for every other account. */
export const programOf = (account: string): string | undefined =>
  account === unallocated ? unallocated : account.startsWith(fundPrefix) ? account.slice(fundPrefix.length) : undefined

/** `amountVnd` from one account to another. */
const moves = (from: string, to: string, amountVnd: Vnd): Posting[] =>
  balanced([
    [from, -amountVnd],
    [to, amountVnd],
  ])

/** A gift: minus to its source, plus to its fund. */
export const giftPostings = (provider: string, program: string, amountVnd: Vnd): Posting[] =>
  moves(accounts.received(provider), accounts.fund(program), amountVnd)

/** A provider's fee: out of the fund; where a sponsor pays it, out of what the sponsor gives for it. */
export const feePostings = (provider: string, program: string, amountVnd: Vnd, paidBy: 'fund' | 'sponsor'): Posting[] =>
  moves(paidBy === 'fund' ? accounts.fund(program) : accounts.received('sponsor'), accounts.fees(provider), amountVnd)

export const refundPostings = (program: string, amountVnd: Vnd): Posting[] =>
  moves(accounts.fund(program), accounts.refunded(program), amountVnd)

export const payoutPostings = (program: string, amountVnd: Vnd): Posting[] =>
  moves(accounts.fund(program), accounts.paidOut(program), amountVnd)

/** Money whose program is known now. */
export const allocationPostings = (program: string, amountVnd: Vnd): Posting[] =>
  moves(unallocated, accounts.fund(program), amountVnd)

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

/** Signed đồng that an entry adds to its fund. */
export const amountOf = ({ postings, program }: Pick<Entry, 'postings' | 'program'>): Vnd =>
  postings.reduce((sum, [account, amountVnd]) => (account === accounts.fund(program) ? sum + amountVnd : sum), 0)

/** Every program whose fund an entry moves, its own first. */
export const fundsOf = ({ postings, program }: Pick<Entry, 'postings' | 'program'>): string[] => [
  ...new Set([program, ...postings.flatMap(([account]) => programOf(account) ?? [])]),
]
