import type { Draw } from '../donations/payment-store.ts'
import { throwAll } from '../failures.ts'
import { Refusal } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { bookDay } from './book-day-store.ts'
import { payersNow } from './fee-store.ts'
import { dayOfPayment, paymentsOf } from './known-store.ts'
import { type Listing, partsOf } from './listing.ts'
import { netOf } from './match.ts'
import { daysCarried } from './out-store.ts'
import { keepStatement } from './statement-store.ts'
import { chunkOf, chunksOf, keepChunk, keepDayFile } from './store.ts'
import { looked, takeRow } from './take-store.ts'
import { dayAfter, daysOf, isSamePart, type Order, type TakenChunk } from './taken.ts'
import { type Tally, tallyOf } from './tally.ts'

export interface Done {
  tally: Tally
  /** False while parts of the file are missing. */
  isWhole: boolean
  /** Told beforehand, of the first part: what the book has of the days that the file tells of whole. */
  paid?: { count: number; vnd: number }
  /** Statements that this file changed. */
  statements: { day: string; version: number; differences: number }[]
}

const atOnce = 10

async function mapEach<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  const queue = items.entries()
  const worker = async () => {
    for (const [place, item] of queue) done[place] = await run(item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return done
}

/** Takes a part of a file, or only tells what it would do. Safe to repeat, to stop anywhere and to race. */
export async function take(of: Order, draw: Draw, now: string): Promise<Done> {
  if (of.rows.some(({ provider }) => provider !== of.provider)) throw new Refusal('malformed', 'file-chunk')
  const before = await chunkOf(of.sha256, of.chunk)
  if (before && !isSamePart(before, of.rows)) throw new Refusal('conflict', 'file-chunk')
  if (of.dry) {
    // As the books are now: what an earlier listing had recorded is there.
    const rows = (await looked(of.rows, { isFresh: true })).map(({ row, found }) => ({ ...row, found }))
    const paid = of.chunk === 0 ? { paid: await paidIn(of) } : {}
    return { tally: tallyOf(rows), isWhole: false, statements: [], ...paid }
  }
  const taken = before ?? (await takeChunk(of, draw, now))
  const days = await daysIfWhole(of)
  return {
    tally: tallyOf(taken.rows),
    isWhole: days !== undefined,
    statements: days ? await remake(days, draw, now) : [],
  }
}

/** Takes all that a statement says. Answers the days whose statements are to be made anew. */
export async function takeWhole(of: Listing, draw: Draw, now: string): Promise<Set<string>> {
  const parts = partsOf(of)
  for (const part of parts) if (!(await chunkOf(part.sha256, part.chunk))) await takeChunk(part, draw, now)
  return (await daysIfWhole(parts[0]!)) ?? new Set()
}

/** Payments of a provider in the book, of the days of a file. */
async function paidIn({ provider, days }: Order): Promise<{ count: number; vnd: number }> {
  const sum = { count: 0, vnd: 0 }
  for (let day = days.from; day <= days.to; day = dayAfter(day))
    for (const { amountVnd } of (await bookDay(day)).paid.get(provider) ?? []) {
      sum.count++
      sum.vnd += amountVnd
    }
  return sum
}

async function takeChunk(
  { provider, sha256, chunk, chunks, rows }: Order,
  draw: Draw,
  now: string,
): Promise<TakenChunk> {
  const [each, payers] = await Promise.all([looked(rows), payersNow()])
  const done = await mapEach(each, (one) => takeRow(one, { sha256, payers }, draw, now))
  const made: TakenChunk = { v: 1, provider, sha256, chunk, chunks, takenAt: now, rows: done }
  if (await keepChunk(made)) return made
  return (await chunkOf(sha256, chunk))!
}

/** A file that is whole tells of its days from now on. Answers all days that it touches; undefined while parts of it are missing. */
async function daysIfWhole({
  provider,
  sha256,
  days,
  accounts,
  netVnd,
  chunks: parts,
}: Order): Promise<Set<string> | undefined> {
  const chunks = await chunksOf(sha256)
  if (chunks.length !== parts) return undefined
  const rows = chunks.flatMap((chunk) => chunk.rows)
  const takenAt = chunks
    .map((chunk) => chunk.takenAt)
    .sort()
    .at(-1)!
  const net = {
    computedVnd: netOf(rows),
    ...(netVnd === undefined ? {} : { netVnd }),
    ...(accounts ? { accounts } : {}),
  }
  const all = daysOf(rows, days)
  for (const [day, isWhole] of all) await keepDayFile({ v: 1, provider, day, sha256, isWhole, takenAt, ...net })
  const named = await paymentsOf(rows.filter(({ kind }) => kind === 'payment').map((row) => ({ ...row, provider })))
  const carried = provider === 'bank' ? await daysCarried([...all.keys()]) : []
  const paidOn = named.flatMap((payment) => (payment ? [dayOfPayment(payment)] : []))
  return new Set([...all.keys(), ...paidOn, ...carried])
}

/** Makes the statements of days that are over anew; answers those that say something else now. */
export async function remake(days: ReadonlySet<string>, draw: Draw, now: string): Promise<Done['statements']> {
  const made: Done['statements'] = []
  const failed: unknown[] = []
  for (const day of [...days].sort()) {
    if (day >= dayOf(now)) continue
    try {
      const { made: of, isNew } = await keepStatement(day, draw, now)
      if (isNew) made.push({ day, version: of.version, differences: of.differences })
    } catch (error) {
      failed.push(new Error(`statement: ${day} is not made: ${error}`, { cause: error }))
    }
  }
  // One bad day holds up no other.
  throwAll(failed)
  return made
}
