import type { ProviderName } from '../donations/way.ts'
import type { Vnd } from '../money.ts'
import type { Difference } from './match.ts'

/** An entry of the book by which money left a fund. `id`: of the payout or refund. */
export interface WentOut {
  entryId: string
  id: string
  amountVnd: Vnd
}

/** One that went back to a donor, by a provider; `giftEntryId`: the entry of what it returns. */
export interface WentBack extends WentOut {
  provider: string
  giftEntryId: string | undefined
}

/** A row of money that a provider gave back; without an entry if it is of no payment of ours. */
export interface BackRow {
  line: number
  amountVnd: Vnd
  giftEntryId?: string | undefined
}

const sumBy = (all: readonly { giftEntryId?: string | undefined; amountVnd: Vnd }[], gift: string): Vnd =>
  all.reduce((sum, { giftEntryId, amountVnd }) => (giftEntryId === gift ? sum + amountVnd : sum), 0)

/**
 * Refunds of the day as the book and a provider’s file have them, gift by gift: the same sum given back to another donor
 * is a difference. A provider may send one a day after its entry.
 */
export function compareRefunds(provider: ProviderName, ours: readonly WentBack[], theirs: readonly BackRow[]) {
  // A bank’s file has no rows of refunds: what goes back is among the transfers that left the account.
  if (provider === 'bank') return []
  const unknown = theirs.filter(({ giftEntryId }) => giftEntryId === undefined)
  const gifts = new Set([...ours, ...theirs].flatMap(({ giftEntryId }) => giftEntryId ?? []))
  const differences: Difference[] = unknown.map(({ line, amountVnd }) => ({
    ...{ reason: 'unknown-refund' as const, line, oursVnd: 0, theirsVnd: amountVnd },
  }))
  for (const entryId of gifts) {
    const [oursVnd, theirsVnd] = [sumBy(ours, entryId), sumBy(theirs, entryId)]
    if (oursVnd === theirsVnd) continue
    const line = theirs.findLast(({ giftEntryId }) => giftEntryId === entryId)?.line
    differences.push({ reason: 'refund-differs', entryId, ...(line ? { line } : {}), oursVnd, theirsVnd })
  }
  return differences
}

/** A transfer that left the account on the day; `isExplained` by the payout or refund whose words and sum it carries. */
export interface Left {
  transactionId: string
  amountVnd: Vnd
  line?: number | undefined
  isExplained: boolean
}

/** A payout of the day, or a refund by transfer, and whether a transfer carried it since. */
export interface Owed extends WentOut {
  hasLeft: boolean
}

/** What left the account without an entry of the book, and what the book says had left and no statement shows. */
export const compareLeft = (left: readonly Left[], owed: readonly Owed[]): Difference[] => [
  ...left
    .filter(({ isExplained }) => !isExplained)
    .map(({ amountVnd, line }) => ({
      ...{ reason: 'unknown-out' as const, ...(line ? { line } : {}), oursVnd: 0, theirsVnd: amountVnd },
    })),
  ...owed
    .filter(({ hasLeft }) => !hasLeft)
    .map(({ entryId, amountVnd }) => ({ reason: 'not-left' as const, entryId, oursVnd: amountVnd, theirsVnd: 0 })),
]
