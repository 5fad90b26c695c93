import * as z from 'zod'
import type { Vnd } from '../money.ts'
import type { Row } from './row.ts'

/**
 * What a row is to our books. `matched`: the payment is there; `amount-differs`: it is there with another sum;
 * `recovered`: it was missing, and its attempt is ours; `unallocated`: a transfer without a code; `unknown`: a provider
 * took money for an attempt that is not ours; `foreign`: a transfer on an account of no entity, which is not recorded; `maybe-same`: a transfer that may stand in our books already, under the
 * id that its teller made or with another sum; it is not recorded until a person says so. `refund` and `outgoing` are compared by the day.
 */
export const founds = [
  'matched',
  'amount-differs',
  'recovered',
  'unallocated',
  'unknown',
  'maybe-same',
  'foreign',
  'refund',
  'outgoing',
] as const
export type Found = (typeof founds)[number]

/** What a row finds: by the provider’s id of the payment, never by its day. `paidVnd` is absent where no payment is kept. */
export function findOf(
  { kind, provider, amountVnd }: Pick<Row, 'kind' | 'provider' | 'amountVnd'>,
  {
    paidVnd,
    isOurs,
    maybeSame = false,
    isForeign = false,
  }: { paidVnd: Vnd | undefined; isOurs: boolean; maybeSame?: boolean; isForeign?: boolean },
): Found {
  if (kind === 'payment' && paidVnd !== undefined) return paidVnd === amountVnd ? 'matched' : 'amount-differs'
  if (isForeign) return 'foreign'
  if (kind !== 'payment') return kind
  if (maybeSame) return 'maybe-same'
  if (isOurs) return 'recovered'
  return provider === 'bank' ? 'unallocated' : 'unknown'
}

/** One of our payments on its day, the day that the provider says it was paid, in Asia/Ho_Chi_Minh. */
export interface Paid {
  transactionId: string
  entryId: string
  amountVnd: Vnd
  day: string
  isUnallocated: boolean
  /** Of it: what a provider paid over for gifts that the book counts one by one. */
  settledVnd?: Vnd | undefined
}

/** A row that was taken: the payment that it names has been in our books since. */
export interface Taken {
  line: number
  transactionId: string
  day: string
  amountVnd: Vnd
  feeVnd?: number | undefined
  /** The fee that an earlier file said. */
  feeBeforeVnd?: number | undefined
  /** The book has no payment that the fee could be of, so it has no fee either. */
  feeUnkept?: boolean | undefined
  found: Found
}

export const reasons = [
  'missing-there',
  'amount-differs',
  'unknown-row',
  'maybe-same',
  'other-day',
  'fee-differs',
  'foreign-account',
  'settlement-differs',
  'refund-differs',
  'unknown-refund',
  'unknown-out',
  'not-left',
] as const

/** A difference as everybody may read it: an entry of the book or a line of the file, never a person or a provider’s id. */
export const difference = z.object({
  reason: z.enum(reasons),
  entryId: z.string().optional(),
  /** Line of the provider’s file. */
  line: z.int().optional(),
  /** In our books; 0 where they have nothing of it. */
  oursVnd: z.int(),
  /** In the provider’s file. */
  theirsVnd: z.int(),
})
export type Difference = z.infer<typeof difference>

/**
 * A provider’s day: each row of the day and each payment of the day is in exactly one class. `rows` are all that name the
 * day or a payment of it; `paid` all payments of the day and all that the rows name.
 */
export function compareDay(day: string, paid: readonly Paid[], rows: readonly Taken[]): Difference[] {
  const byId = new Map(paid.map((each) => [each.transactionId, each]))
  const named = new Map(rows.map((row) => [row.transactionId, row]))
  const ofRows = rows.flatMap((row): Difference[] => {
    const ours = byId.get(row.transactionId)
    const at = { line: row.line, ...(ours ? { entryId: ours.entryId } : {}), theirsVnd: row.amountVnd }
    const fees = feeDifference(row, ours)
    if (row.day !== day) return []
    const reason = namedAs[row.found] ?? 'unknown-row'
    if (!ours) return [{ reason, ...at, oursVnd: 0 }, ...fees]
    if (ours.day !== day) return [{ reason: 'other-day', ...at, oursVnd: 0 }, ...fees]
    if (row.amountVnd !== ours.amountVnd) return [{ reason: 'amount-differs', ...at, oursVnd: ours.amountVnd }, ...fees]
    if (row.found === 'unknown') return [{ reason: 'unknown-row', ...at, oursVnd: ours.amountVnd }, ...fees]
    return fees
  })
  const ofPaid = paid
    .filter((each) => each.day === day)
    .flatMap(({ transactionId, entryId, amountVnd }): Difference[] => {
      const row = named.get(transactionId)
      if (row?.day === day) return []
      const ours = { entryId, oursVnd: amountVnd, theirsVnd: 0 }
      return [row ? { reason: 'other-day', line: row.line, ...ours } : { reason: 'missing-there', ...ours }]
    })
  return [...ofRows, ...ofPaid]
}

function feeDifference(row: Taken, ours: Paid | undefined): Difference[] {
  const { line, feeVnd, feeBeforeVnd } = row
  if (row.feeUnkept) return feeUnkept(row, ours ? { entryId: ours.entryId } : {})
  if (feeVnd === undefined || feeBeforeVnd === undefined || feeVnd === feeBeforeVnd) return []
  const entry = ours ? { entryId: ours.entryId } : {}
  return [{ reason: 'fee-differs', line, ...entry, oursVnd: feeBeforeVnd, theirsVnd: feeVnd }]
}

const namedAs: Readonly<Partial<Record<Found, Difference['reason']>>> = {
  'maybe-same': 'maybe-same',
  foreign: 'foreign-account',
}

/** A fee in a file that the book has not. */
export const feeUnkept = (
  { line, feeVnd = 0, feeUnkept: is }: Pick<Taken, 'line' | 'feeVnd' | 'feeUnkept'>,
  entry: { entryId?: string },
): Difference[] => (is ? [{ reason: 'fee-differs', line, ...entry, oursVnd: 0, theirsVnd: feeVnd }] : [])

/** Differences that move the sum of what came. */
export const movesIn: ReadonlySet<string> = new Set<Difference['reason']>([
  ...(['missing-there', 'amount-differs', 'unknown-row', 'maybe-same', 'foreign-account', 'other-day'] as const),
])

/** What a day’s sums differ by once each difference is known: 0, or the comparison is wrong. */
export const unexplained = (oursVnd: Vnd, theirsVnd: Vnd, differences: readonly Difference[]): Vnd =>
  differences
    .filter(({ reason }) => movesIn.has(reason))
    .reduce((left, each) => left - each.oursVnd + each.theirsVnd, oursVnd - theirsVnd)

/** What a provider pays out of the rows: payments less refunds less fees. */
export const netOf = (rows: readonly Pick<Row, 'kind' | 'amountVnd' | 'feeVnd'>[]): Vnd =>
  rows.reduce((sum, { kind, amountVnd, feeVnd = 0 }) => sum + (kind === 'payment' ? amountVnd : -amountVnd) - feeVnd, 0)
