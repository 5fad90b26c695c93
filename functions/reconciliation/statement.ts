import * as z from 'zod'
import { providers } from '../donations/way.ts'
import { add, type Vnd } from '../money.ts'
import type { DayFacts, ProviderFacts } from './day.ts'
import {
  compareDay,
  type Difference,
  difference,
  feeUnkept,
  movesIn,
  type Paid,
  type Taken,
  unexplained,
} from './match.ts'
import { compareLeft, compareRefunds } from './out.ts'

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
  /** Of `in`: what a provider paid over for gifts that are counted one by one; absent where there is none. */
  settledVnd: z.int().positive().optional(),
  /** Of `in`: on accounts of which no listing came, so that nothing is compared; absent where there is none. */
  untold: counted.optional(),
  /** Told by the files for payments and refunds of the day. */
  feesVnd: z.int(),
  /** Payments that only a file told us of. */
  recovered: z.int().min(0),
  /** null: no file of the day has come yet, and nothing is compared. */
  files: files.nullable(),
  differences: z.array(difference),
  /** Differences of payments beyond those named; absent where all are. */
  unnamed: z.object({ count: z.int().positive(), oursVnd: z.int(), theirsVnd: z.int() }).optional(),
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
  /** Without what providers paid over: its gifts are counted one by one. */
  in: counted,
  /** What providers paid over; absent where there is none. */
  settled: counted.optional(),
  feesVnd: z.int(),
  /** Entries of the book on this day. */
  refunded: counted,
  paidOut: counted,
  /** Transfers that left the bank account. */
  outVnd: z.int(),
  unallocatedVnd: z.int(),
  /** How many differences there are: named below, or beyond those. */
  differences: z.int().min(0),
  providers: z.array(ofProvider),
})
export type Statement = z.infer<typeof statement>

/** Differences named of a provider’s day: the statement must fit into one item, 400 KB. */
export const mostNamed = 500

/** The first differences by name, those of the whole day among them; the others as a count and two sums. */
function named(all: readonly Difference[]): Pick<ProviderDay, 'differences' | 'unnamed'> {
  const beyond = all.filter(ofPayments).slice(mostNamed)
  if (beyond.length === 0) return { differences: [...all] }
  const rest = new Set(beyond)
  return {
    differences: all.filter((each) => !rest.has(each)),
    unnamed: {
      count: beyond.length,
      oursVnd: add(0, ...beyond.map(({ oursVnd }) => oursVnd)),
      theirsVnd: add(0, ...beyond.map(({ theirsVnd }) => theirsVnd)),
    },
  }
}

const ofPayments = ({ reason }: Difference): boolean => movesIn.has(reason) || reason === 'fee-differs'

const sum = (all: readonly { amountVnd: Vnd }[]) => ({
  count: all.length,
  vnd: add(0, ...all.map(({ amountVnd }) => amountVnd)),
})

const compared = (day: string, of: ProviderFacts): Difference[] => [
  ...compareDay(day, of.paid, of.rows),
  ...compareRefunds(of.provider, of.wentBack, of.refunds),
  ...of.refunds.flatMap((row) => feeUnkept(row, {})),
  ...compareLeft(of.left, of.owed),
  ...settlements(of),
]

/** A provider’s day as it stands in the statement. Throws if its sums differ by more than the differences named. */
export function providerDay(day: string, of: ProviderFacts): ProviderDay {
  const paid = of.paid.filter((each) => each.day === day)
  const rows = of.rows.filter((row) => row.day === day)
  const differences = of.files.length > 0 ? compared(day, of) : []
  const left = of.files.length > 0 ? unexplained(sum(paid).vnd, sum(rows).vnd, differences) : 0
  if (left !== 0) throw new Error(`statement: ${of.provider} on ${day} has ${left} unexplained`)
  const newest = of.files
    .map(({ takenAt }) => takenAt)
    .sort()
    .at(-1)
  const all = [...paid, ...of.untold]
  const settledVnd = settledIn(all).vnd
  const booked = new Set(paid.map(({ transactionId }) => transactionId))
  return {
    provider: of.provider,
    in: sum(all),
    unallocatedVnd: sum(all.filter(({ isUnallocated }) => isUnallocated)).vnd - settledVnd,
    ...(settledVnd > 0 ? { settledVnd } : {}),
    ...(of.untold.length > 0 ? { untold: sum(of.untold) } : {}),
    // Of what the book has no payment it has no fee: that is named.
    feesVnd: add(0, ...[...rows, ...of.refunds].map(({ feeVnd = 0, feeUnkept: not }) => (not ? 0 : feeVnd))),
    recovered: rows.filter((row) => isRecovered(row, booked)).length,
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
    ...named(differences),
  }
}

const settledIn = (paid: readonly Paid[]) =>
  sum(paid.flatMap(({ settledVnd }) => (settledVnd === undefined ? [] : [{ amountVnd: settledVnd }])))

/** Did only the row tell us of its payment? One that was held counts once a person had it recorded. */
const isRecovered = ({ found, transactionId }: Taken, booked: ReadonlySet<string>): boolean =>
  ['recovered', 'unallocated', 'unknown'].includes(found) || (found === 'maybe-same' && booked.has(transactionId))

/** How many there are, named or not. */
export const differencesIn = ({ differences, unnamed }: ProviderDay): number =>
  differences.length + (unnamed?.count ?? 0)

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
  const settled = settledIn(
    facts.providers.flatMap(({ paid, untold }) => [...paid.filter(({ day }) => day === facts.day), ...untold]),
  )
  return statement.parse({
    v: 1,
    day: facts.day,
    version,
    madeAt: now,
    in: {
      count: each.reduce((total, of) => total + of.in.count, 0) - settled.count,
      vnd: add(-settled.vnd, ...each.map((of) => of.in.vnd)),
    },
    ...(settled.count > 0 ? { settled } : {}),
    feesVnd: add(0, ...each.map(({ feesVnd }) => feesVnd)),
    refunded: sum(facts.refunds),
    paidOut: sum(facts.payouts),
    outVnd: facts.outVnd,
    unallocatedVnd: add(0, ...each.map(({ unallocatedVnd }) => unallocatedVnd)),
    differences: each.reduce((total, of) => total + differencesIn(of), 0),
    providers: each,
  } satisfies Statement)
}
