import { createHash } from 'node:crypto'
import * as z from 'zod'
import { commitment } from '../donations/receipt.ts'
import { type ProviderName, providers } from '../donations/way.ts'
import { city } from '../ledger/batch.ts'
import { accounts, balanced, type LedgerItem } from '../ledger/entry.ts'
import { add, type Vnd } from '../money.ts'
import { hourOf } from '../time.ts'
import { compareDay, type Difference, difference, type Paid, type Taken, unexplained } from './match.ts'

const counted = z.object({ count: z.int().min(0), vnd: z.int() })

/** What a provider’s files say of the day. `sha256` of each, in the order that they came. */
const files = z.object({
  sha256: z.array(z.string()).min(1),
  /** When the newest of them came. */
  takenAt: z.iso.datetime(),
  in: counted,
  refunded: counted,
  outVnd: z.int(),
})

const ofProvider = z.object({
  provider: z.enum(providers),
  /** Payments of ours whose day it is. */
  in: counted,
  /** Of these: money whose program was not known when it came. */
  unallocatedVnd: z.int(),
  /** Told by the files for payments and refunds of the day. */
  feesVnd: z.int(),
  /** Payments that only a file told us of. */
  recovered: z.int().min(0),
  /** null: no file of the day has come yet, and nothing is compared. */
  files: files.nullable(),
  differences: z.array(difference),
})
export type ProviderDay = z.infer<typeof ofProvider>

/** The day’s statement, public whole: sums, entries and lines; no person, no provider’s id. */
export const statement = z.object({
  v: z.literal(1),
  /** A day in Asia/Ho_Chi_Minh. */
  day: z.iso.date(),
  /** 1 when the day is closed; each file that comes later makes the next, and the older ones stay. */
  version: z.int().positive(),
  madeAt: z.iso.datetime(),
  in: counted,
  feesVnd: z.int(),
  /** Entries of the book on this day. */
  refunded: counted,
  paidOut: counted,
  /** Transfers that left the bank account. */
  outVnd: z.int(),
  unallocatedVnd: z.int(),
  /** How many differences are named below. */
  differences: z.int().min(0),
  providers: z.array(ofProvider),
})
export type Statement = z.infer<typeof statement>

/** What is known of a provider’s day. */
export interface ProviderFacts {
  provider: ProviderName
  /** Payments of the day, and those of other days that rows of the day name. */
  paid: readonly Paid[]
  /** Rows of payments: of the day, and those of other days that name payments of the day. */
  rows: readonly Taken[]
  refunds: readonly { line: number; amountVnd: Vnd; feeVnd?: number | undefined }[]
  outVnd: Vnd
  files: readonly { sha256: string; takenAt: string; netVnd?: number | undefined; computedVnd: Vnd }[]
}

export interface DayFacts {
  day: string
  providers: readonly ProviderFacts[]
  refunded: { count: number; vnd: Vnd }
  paidOut: { count: number; vnd: Vnd }
  outVnd: Vnd
}

const sum = (all: readonly { amountVnd: Vnd }[]) => ({
  count: all.length,
  vnd: add(0, ...all.map(({ amountVnd }) => amountVnd)),
})

/** A provider’s day as it stands in the statement. Throws if its sums differ by more than the differences named. */
export function providerDay(day: string, of: ProviderFacts): ProviderDay {
  const paid = of.paid.filter((each) => each.day === day)
  const rows = of.rows.filter((row) => row.day === day)
  const differences = of.files.length > 0 ? [...compareDay(day, of.paid, of.rows), ...settlements(of)] : []
  const left = of.files.length > 0 ? unexplained(sum(paid).vnd, sum(rows).vnd, differences) : 0
  if (left !== 0) throw new Error(`statement: ${of.provider} on ${day} has ${left} unexplained`)
  const newest = of.files
    .map(({ takenAt }) => takenAt)
    .sort()
    .at(-1)
  return {
    provider: of.provider,
    in: sum(paid),
    unallocatedVnd: sum(paid.filter(({ isUnallocated }) => isUnallocated)).vnd,
    feesVnd: add(0, ...[...rows, ...of.refunds].map(({ feeVnd = 0 }) => feeVnd)),
    recovered: rows.filter(({ found }) => ['recovered', 'unallocated', 'unknown'].includes(found)).length,
    files:
      newest === undefined
        ? null
        : {
            sha256: of.files.map(({ sha256 }) => sha256),
            takenAt: newest,
            in: sum(rows),
            refunded: sum(of.refunds),
            outVnd: of.outVnd,
          },
    differences,
  }
}

/** Files whose payout is not what their own rows add up to. */
const settlements = ({ files }: ProviderFacts): Difference[] =>
  files.flatMap(({ netVnd, computedVnd }) =>
    netVnd === undefined || netVnd === computedVnd
      ? []
      : [{ reason: 'settlement-differs' as const, oursVnd: computedVnd, theirsVnd: netVnd }],
  )

/** The statement of a day from all that is known of it. Providers without a movement and without a file are left out. */
export function statementOf(facts: DayFacts, version: number, now: string): Statement {
  const each = facts.providers
    .map((of) => providerDay(facts.day, of))
    .filter((of) => of.in.count > 0 || of.files !== null)
  return statement.parse({
    v: 1,
    day: facts.day,
    version,
    madeAt: now,
    in: {
      count: each.reduce((total, of) => total + of.in.count, 0),
      vnd: add(0, ...each.map((of) => of.in.vnd)),
    },
    feesVnd: add(0, ...each.map(({ feesVnd }) => feesVnd)),
    refunded: facts.refunded,
    paidOut: facts.paidOut,
    outVnd: facts.outVnd,
    unallocatedVnd: add(0, ...each.map(({ unallocatedVnd }) => unallocatedVnd)),
    differences: each.reduce((total, { differences }) => total + differences.length, 0),
    providers: each,
  } satisfies Statement)
}

/** Do two statements of a day say the same? */
export const saysSame = (a: Statement, b: Statement): boolean =>
  textOf({ ...a, version: 1, madeAt: '' }) === textOf({ ...b, version: 1, madeAt: '' })

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, each]) => each !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, each]) => [name, sorted(each)]),
        )
      : value

/** The bytes of a statement, for ever the same: JSON without spaces, members in the order of their names (RFC 8785). */
export const textOf = (of: unknown): string => JSON.stringify(sorted(of))

/** SHA-256 of a statement’s bytes, hex: the book names it, so that no statement can be altered later. */
export const digestOf = (of: Statement): string => createHash('sha256').update(textOf(of)).digest('hex')

/** What the book says of a statement: a line of 0 đồng with the day’s sums and the digest. */
export function statementEntry(of: Statement, ids: { entryId: string; nonce: string }, now: string): LedgerItem {
  const { day, version, differences } = of
  const facts = {
    day,
    version,
    inVnd: of.in.vnd,
    feesVnd: of.feesVnd,
    refundedVnd: of.refunded.vnd,
    unallocatedVnd: of.unallocatedVnd,
    differences,
    sha256: digestOf(of),
  }
  return {
    v: 1,
    entryId: ids.entryId,
    kind: 'statement',
    program: city,
    postings: balanced([
      [accounts.fund(city), 0],
      ['received:statement', 0],
    ]),
    currency: 'VND',
    hour: hourOf(now),
    commitment: commitment({ format: 'learning-city-statement-v1', ...facts }, ids.nonce),
    facts,
    paymentKey: `statement#${day}#${version}`,
    recordedAt: now,
    receipt: { format: 'learning-city-statement-v1', ...facts, nonce: ids.nonce },
  }
}
