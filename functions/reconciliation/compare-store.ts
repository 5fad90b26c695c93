import type { Draw } from '../donations/payment-store.ts'
import { dayOf } from '../time.ts'
import type { Statement } from './parts.ts'
import { versionsOf } from './statement-store.ts'
import { remake, takeWhole } from './whole-store.ts'

/** The last day that it tells of: whole, or by a row where it tells of none whole. */
const lastDay = ({ days: { from, to }, rows }: Statement): string =>
  from <= to
    ? to
    : rows
        .map(({ at }) => dayOf(at))
        .sort()
        .at(-1)!

/**
 * Takes what is said of one day, unless its statement rests on it already. Nothing is begun for a day that is not closed and
 * on which nothing moved: the book may not have begun. Answers the days that it touches.
 */
async function takeDay(day: string, told: readonly Statement[], draw: Draw, now: string): Promise<string[]> {
  const last = (await versionsOf(day)).at(-1)
  if (!last && told.every(({ rows }) => rows.length === 0)) return []
  const touched: string[] = []
  for (const said of told) {
    const files = last?.providers.find(({ provider }) => provider === said.provider)?.files
    if (!files?.sha256.includes(said.sha256)) touched.push(...(await takeWhole(said, draw, now)))
  }
  return touched
}

/** Compares the books with all that is said, and makes each statement that changes once. Answers how many did. */
export async function compare(told: readonly Statement[], draw: Draw, now: string): Promise<number> {
  const touched: string[] = []
  for (const [day, each] of Map.groupBy(told, lastDay)) touched.push(...(await takeDay(day, each, draw, now)))
  return (await remake(new Set(touched), draw, now)).length
}
