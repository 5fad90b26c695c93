import type { Draw } from '../donations/payment-store.ts'
import { throwAll } from '../failures.ts'
import { dayOf } from '../time.ts'
import type { Listing } from './listing.ts'
import { versionsOf } from './statement-store.ts'
import { remake, takeWhole } from './whole-store.ts'

/** The last day that it tells of: whole, or by a row where it tells of none whole. */
const lastDay = ({ days: { from, to }, rows }: Listing): string =>
  from <= to
    ? to
    : rows
        .map(({ at }) => dayOf(at))
        .sort()
        .at(-1)!

/** The listings that the newest statement of the day rests on, by their digests; undefined while it is not closed. */
export async function restsOn(day: string): Promise<ReadonlySet<string> | undefined> {
  const last = (await versionsOf(day)).at(-1)
  return last && new Set(last.providers.flatMap(({ files }) => files?.sha256 ?? []))
}

/**
 * What of a day's listings is not taken yet. Nothing is begun for a day that is not closed and on which nothing moved: the
 * book may not have begun.
 */
async function newOf(day: string, told: readonly Listing[]): Promise<Listing[]> {
  const known = await restsOn(day)
  if (!known && told.every(({ rows }) => rows.length === 0)) return []
  return told.filter(({ sha256 }) => !known?.has(sha256))
}

/**
 * Compares the books with all that is told, and makes each statement that changes once. Answers how many did. What cannot
 * be taken holds up nothing else; it is thrown at the end.
 */
export async function compare(told: readonly Listing[], draw: Draw, now: string): Promise<number> {
  const touched: string[] = []
  const failed: unknown[] = []
  for (const [day, each] of Map.groupBy(told, lastDay))
    for (const listing of await newOf(day, each))
      try {
        touched.push(...(await takeWhole(listing, draw, now)))
      } catch (error) {
        failed.push(new Error(`${listing.provider} of ${day} is not taken: ${error}`, { cause: error }))
      }
  const made = await remake(new Set(touched), draw, now)
  throwAll(failed)
  return made.length
}
