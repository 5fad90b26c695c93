import type { Draw } from '../donations/payment-store.ts'
import { throwAll } from '../failures.ts'
import { readBatches, readHead } from '../ledger/store.ts'
import { dayOf, later } from '../time.ts'
import { daysPaid, daysSettledOn } from './book-day-store.ts'
import { keepStatement, statementsIn } from './statement-store.ts'
import { dayAfter } from './taken.ts'

/** A day is closed so long after its midnight: what was paid at its end is recorded by then, as a rule. */
const restSeconds = 600
/** Days that one run closes; the next hour goes on. */
const mostDays = 10
/** Providers answer for two days about payments that they have not told us of: so long may a closed day still grow. */
const growsDays = 2

/** Closes each day that is over and has no statement, from the book’s first on; then looks again at the days that may have grown. */
export async function closeDays(draw: Draw, now: string): Promise<{ closed: number; again: number }> {
  const last = dayAfter(dayOf(later(now, -restSeconds)), -1)
  const missing = await daysToClose(last)
  const failed: unknown[] = []
  const kept = async (day: string) => {
    try {
      return await keepStatement(day, draw, now)
    } catch (error) {
      failed.push(new Error(`statement: ${day} is not made: ${error}`, { cause: error }))
      return undefined
    }
  }
  const closed: string[] = []
  for (const day of missing) {
    if (closed.length === mostDays) break
    if (await kept(day)) closed.push(day)
  }
  let again = 0
  for (const day of await daysThatChange(closed)) again += Number((await kept(day))?.isNew ?? false)
  // One bad day holds up no other; the alarm hears of it all the same.
  throwAll(failed)
  return { closed: closed.length, again }
}

/** Closed days just before those that were closed now, and those of which a provider is known now to have paid money over. */
async function daysThatChange(closed: readonly string[]): Promise<string[]> {
  const before = closed.flatMap((day) => Array.from({ length: growsDays }, (_, back) => dayAfter(day, -1 - back)))
  const settled = await Promise.all(closed.map(daysSettledOn))
  const days = [...new Set([...before, ...settled.flat()])].filter((day) => !closed.includes(day)).sort()
  const are = await Promise.all(days.map(isClosed))
  return days.filter((_, place) => are[place])
}

const isClosed = async (day: string): Promise<boolean> =>
  (await statementsIn(day.slice(0, 7))).some((each) => each.day === day)

/** Of the book: what was paid before midnight may be the first of it after. What is told later than that has no day to close. */
async function firstDay(): Promise<string> {
  const [first] = await readBatches([1])
  const told = dayOf(first!.committedAt)
  const late = dayAfter(told, -growsDays)
  return [told, ...(await daysPaid(first!)).filter((day) => day >= late)].sort()[0]!
}

/** Days up to `last` without a statement. Looks back month by month until one that has some, or the book’s first. */
async function daysToClose(last: string): Promise<string[]> {
  const head = await readHead()
  if (head.version === 0) return []
  const begin = await firstDay()
  const closed = new Set<string>()
  const months: string[] = []
  for (let day = last; day >= begin.slice(0, 7); day = dayAfter(`${day.slice(0, 7)}-01`, -1)) {
    const month = day.slice(0, 7)
    const made = await statementsIn(month)
    for (const each of made) closed.add(each.day)
    months.unshift(month)
    // The month before is always looked at too, for a gap may lie across its end.
    if (made.length > 0 && months.length > 1) break
  }
  const from = months[0] === undefined || `${months[0]}-01` < begin ? begin : `${months[0]}-01`
  const days: string[] = []
  for (let day = from; day <= last; day = dayAfter(day)) if (!closed.has(day)) days.push(day)
  return days
}
