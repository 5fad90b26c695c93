import * as z from 'zod'
import { add, type Vnd } from '../money.ts'
import { amountOf, type Entry, facts, fundsOf, kinds, unallocated } from './entry.ts'

/** One line of the book: an entry in its place. */
export const line = z.object({
  line: z.int().positive(),
  entryId: z.string(),
  kind: z.enum(kinds),
  program: z.string(),
  hour: z.string(),
  amountVnd: z.int(),
  /** What the city's funds hold after this line. */
  balanceVnd: z.int(),
  programBalanceVnd: z.int(),
  source: z.string(),
  commitment: z.string(),
  nameId: z.string().optional(),
  relatedEntryId: z.string().optional(),
  facts: facts.optional(),
})
export type Line = z.infer<typeof line>

/** Lines that found their place in one commit. `outbox` says which waiting entries they were. */
export const batch = z.object({
  v: z.literal(1),
  batch: z.int().positive(),
  committedAt: z.iso.datetime(),
  firstLine: z.int().positive(),
  lines: z.array(line).min(1),
  outbox: z.array(z.string()),
  /** For each program whose fund it moves: the batch before that touched the program, 0 if none. */
  previous: z.record(z.string(), z.int()),
})
export type Batch = z.infer<typeof batch>

/** How long the book is. `clean`: nothing of the last batch is left to do. */
export const head = z.object({ v: z.literal(1), version: z.int().min(0), lines: z.int().min(0), clean: z.boolean() })
export type Head = z.infer<typeof head>
export const emptyHead: Head = { v: 1, version: 0, lines: 0, clean: true }

export const total = z.object({
  v: z.literal(1),
  account: z.string(),
  receivedVnd: z.int(),
  paidOutVnd: z.int(),
  refundedVnd: z.int().default(0),
  feesVnd: z.int().default(0),
  /** received − paid out − refunded − fees */
  leftVnd: z.int(),
  gifts: z.int(),
  lastBatch: z.int().min(0),
})
export type Total = z.infer<typeof total>
export const emptyTotal = (account: string): Total => ({
  v: 1,
  account,
  receivedVnd: 0,
  paidOutVnd: 0,
  refundedVnd: 0,
  feesVnd: 0,
  leftVnd: 0,
  gifts: 0,
  lastBatch: 0,
})
export const city = 'city'

/** Entries of at most this many programs share one commit: a transaction has 100 places. */
export const maxPrograms = 90
export const maxEntries = 1_000
/** DynamoDB takes 400 KB an item; this is our measure of the JSON. */
const maxBytes = 280_000

export type Waiting = Entry & { paymentKey: string }

/** What fits in one batch of what waits, in the order of hour and id. */
export function fitting(waiting: readonly Waiting[]): Waiting[] {
  const programs = new Set<string>()
  let bytes = 0
  const order = (entry: Waiting) => `${entry.hour}${entry.entryId}`
  return waiting
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .filter((entry, place) => {
      bytes += JSON.stringify(entry).length + 120
      for (const program of fundsOf(entry)) programs.add(program)
      return place < maxEntries && bytes <= maxBytes && programs.size <= maxPrograms
    })
}

/** Which sum a kind of line belongs to, and its sign there. */
const sums: Readonly<Record<Entry['kind'], ['receivedVnd' | 'paidOutVnd' | 'refundedVnd' | 'feesVnd', 1 | -1]>> = {
  gift: ['receivedVnd', 1],
  allocation: ['receivedVnd', 1],
  correction: ['receivedVnd', 1],
  statement: ['receivedVnd', 1],
  payout: ['paidOutVnd', -1],
  refund: ['refundedVnd', -1],
  fee: ['feesVnd', -1],
}

/** A total after an entry that moves its fund by `amountVnd`. */
function moved(before: Total, amountVnd: Vnd, { kind, corrects, program }: Entry): Total {
  const [sum, sign] = sums[kind === 'correction' ? (corrects ?? kind) : kind]
  const gifts =
    kind === 'gift' || (kind === 'allocation' && before.account === program)
      ? 1
      : kind === 'allocation' && before.account === unallocated
        ? -1
        : kind === 'correction' && corrects === 'gift' && amountVnd < 0
          ? -1
          : 0
  return {
    ...before,
    [sum]: add(before[sum], sign * amountVnd),
    leftVnd: add(before.leftVnd, amountVnd),
    gifts: before.gifts + gifts,
  }
}

/** The next commit: entries get their lines, totals move; `totals` holds the city's and every program's of `entries`. */
export function commit(
  before: Head,
  totals: ReadonlyMap<string, Total>,
  entries: readonly Waiting[],
  now: string,
): { head: Head; batch: Batch; totals: Total[] } {
  const number = before.version + 1
  const after = new Map<string, Total>()
  const current = (account: string) => after.get(account) ?? totals.get(account) ?? emptyTotal(account)
  const lines = entries.map((entry, place): Line => {
    const amountVnd = amountOf(entry)
    const funds = fundsOf(entry).map((program) => ({ account: program, vnd: amountOf({ ...entry, program }) }))
    for (const { account, vnd } of [...funds, { account: city, vnd: add(...funds.map(({ vnd }) => vnd)) }])
      after.set(account, { ...moved(current(account), vnd, entry), lastBatch: number })
    const { entryId, kind, program, hour, commitment, nameId, relatedEntryId, facts, postings } = entry
    return {
      line: before.lines + place + 1,
      entryId,
      kind,
      program,
      hour,
      amountVnd,
      balanceVnd: current(city).leftVnd,
      programBalanceVnd: current(program).leftVnd,
      source: postings[0]![0],
      commitment,
      ...(nameId ? { nameId } : {}),
      ...(relatedEntryId ? { relatedEntryId } : {}),
      ...(facts ? { facts } : {}),
    }
  })
  const programs = [...new Set(entries.flatMap(fundsOf))]
  return {
    head: { v: 1, version: number, lines: before.lines + lines.length, clean: false },
    batch: {
      v: 1,
      batch: number,
      committedAt: now,
      firstLine: before.lines + 1,
      lines,
      outbox: entries.map(({ paymentKey }) => paymentKey),
      previous: Object.fromEntries(programs.map((program) => [program, totals.get(program)?.lastBatch ?? 0])),
    },
    totals: [...after.values()],
  }
}
