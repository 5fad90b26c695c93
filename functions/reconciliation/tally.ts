import { type Found, founds } from './match.ts'
import type { TakenRow } from './taken.ts'

/** How many rows are what, in count and đồng, and their fees. */
export interface Tally {
  found: Record<Found, { count: number; vnd: number }>
  feesVnd: number
}

export function tallyOf(rows: readonly Pick<TakenRow, 'found' | 'amountVnd' | 'feeVnd'>[]): Tally {
  const of = (found: Found) => rows.filter((row) => row.found === found)
  const sum = (some: typeof rows) => some.reduce((total, { amountVnd }) => total + amountVnd, 0)
  return {
    found: Object.fromEntries(
      founds.map((found) => [found, { count: of(found).length, vnd: sum(of(found)) }]),
    ) as Tally['found'],
    feesVnd: rows.reduce((total, { feeVnd = 0 }) => total + feeVnd, 0),
  }
}
