import { dayOf, later } from '../time.ts'
import type { Batch, Head, Line } from './batch.ts'
import { type Filters, type Mark, matches } from './search.ts'
import { readBatches, readHead, readLines, readNames, readTotals } from './store.ts'

export interface ReadLine extends Omit<Line, 'nameId' | 'relatedEntryId'> {
  name: string | null
  relatedLine: number | null
}

/** Batches read at once: few at first, for one batch may hold all that is asked for, and each time twice as many. */
const atOnce = { first: 4, most: 64 }
/** Batches that one reading looks through; a search that finds little goes on from its mark. */
const maxBatches = 400

/** The first batch from 1 on of which `reached` is true, by halving; one past the last if none. */
export async function firstBatch(head: Head, reached: (batch: Batch) => boolean): Promise<number> {
  let low = 1
  let high = head.version + 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const [batch] = await readBatches([middle])
    if (reached(batch!)) high = middle
    else low = middle + 1
  }
  return low
}

/** A gift finds its place in the book after its hour: minutes as a rule, a day after the worst fault. */
const foldedWithinSeconds = 86_400

/** The batches among which the lines looked for can stand, newest first. */
async function bounds(head: Head, looked: Filters): Promise<{ from: number; to: number }> {
  let from = head.version
  let to = 1
  const { line, date, program } = looked
  if (line !== undefined) {
    if (line > head.lines) return { from: 0, to: 1 }
    from = to = await firstBatch(head, (batch) => batch.firstLine + batch.lines.length > line)
  }
  if (date !== undefined) {
    to = Math.max(to, await firstBatch(head, (batch) => dayOf(batch.committedAt) >= date))
    from = Math.min(
      from,
      (await firstBatch(head, (batch) => dayOf(later(batch.committedAt, -foldedWithinSeconds)) > date)) - 1,
    )
  }
  if (program !== undefined) from = Math.min(from, (await readTotals([program])).get(program)!.lastBatch)
  return { from, to }
}

/** Batches from `from` down to `to`; with a program, only those that touch it, by the chain that each batch keeps. */
async function* walk(from: number, to: number, program: string | undefined): AsyncGenerator<Batch> {
  let next = from
  for (let many = atOnce.first; next >= to && next > 0; many = Math.min(atOnce.most, 2 * many)) {
    const numbers =
      program === undefined ? Array.from({ length: Math.min(many, next - to + 1) }, (_, back) => next - back) : [next]
    for (const batch of await readBatches(numbers)) {
      yield batch
      next = program === undefined ? batch.batch - 1 : (batch.previous[program] ?? batch.batch - 1)
    }
  }
}

/** Lines of the book, newest first, at most `limit` from at most `batches`; `mark` where to go on, null at the end. */
export async function readBook(
  looked: Filters,
  after: Mark | undefined,
  limit: number,
  batches = maxBatches,
): Promise<{ lines: ReadLine[]; mark: Mark | null }> {
  const head = await readHead()
  const { from, to } = await bounds(head, looked)
  const lines: Line[] = []
  let seen = 0
  for await (const batch of walk(Math.min(from, after?.batch ?? from), to, looked.program)) {
    const wanted = batch.lines
      .filter((line) => line.line < (after?.line ?? Number.POSITIVE_INFINITY) && matches(line, looked))
      .reverse()
    lines.push(...wanted.slice(0, limit - lines.length))
    const last = lines.at(-1)
    if (lines.length === limit)
      return { lines: await dress(lines), mark: last!.line > 1 ? { batch: batch.batch, line: last!.line } : null }
    if (++seen >= batches && batch.batch > to)
      return { lines: await dress(lines), mark: { batch: batch.batch, line: batch.firstLine } }
  }
  return { lines: await dress(lines), mark: null }
}

/** Joins what stands elsewhere: shown names and the lines of related entries. */
async function dress(lines: readonly Line[]): Promise<ReadLine[]> {
  const related = lines.flatMap(({ relatedEntryId }) => relatedEntryId ?? [])
  const [names, numbers] = await Promise.all([
    readNames(lines.flatMap(({ nameId }) => nameId ?? [])),
    readLines(related),
  ])
  return lines.map(({ nameId, relatedEntryId, ...line }) => ({
    ...line,
    name: (nameId && names.get(nameId)) ?? null,
    relatedLine: (relatedEntryId === undefined ? undefined : numbers[related.indexOf(relatedEntryId)]) ?? null,
  }))
}
