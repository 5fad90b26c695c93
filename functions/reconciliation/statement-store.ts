import type { Draw } from '../donations/payment-store.ts'
import { entryWrites } from '../ledger/store.ts'
import { Refusal } from '../refusal.ts'
import { endReview, keepReview, type Put, standAgain, statementKeeper } from '../review/store.ts'
import { key } from '../store/keys.ts'
import { absent, ConditionFailed, query, transact, write } from '../store/table.ts'
import type { DayFacts } from './day.ts'
import { dayFacts } from './day-store.ts'
import type { Difference } from './match.ts'
import { type Statement, statement, statementOf } from './statement.ts'
import { saysSame, statementEntry } from './statement-entry.ts'

/** All statements of a month’s days, every version, in order. */
export const statementsIn = async (month: string): Promise<Statement[]> =>
  (await query(key.statement(`${month}-01`, 1).pk)).map((item) => statement.parse(item))

/** The versions of a day’s statement, in order; empty while the day is not closed. */
export const versionsOf = async (day: string): Promise<Statement[]> =>
  (await statementsIn(day.slice(0, 7))).filter((each) => each.day === day)

/** Refuses a day that is not closed. */
export async function statementBy(day: string): Promise<Statement[]> {
  const all = await versionsOf(day)
  if (all.length === 0) throw new Refusal('unknown', 'statement-unknown')
  return all
}

const tries = 8

/**
 * Writes the statement of a day as it stands now, with its line of the book; nothing if the newest version says the same.
 * What is missing there, or paid out otherwise, stands for review.
 */
export async function keepStatement(
  day: string,
  draw: Draw,
  now: string,
): Promise<{ made: Statement; isNew: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const before = (await versionsOf(day)).at(-1)
    const facts = await dayFacts(day)
    const made = statementOf(facts, (before?.version ?? 0) + 1, now)
    await keepReviews(facts, before, made, now)
    if (before && saysSame(before, made)) return { made: before, isNew: false }
    const entry = statementEntry(made, { entryId: draw.ids().entryId, nonce: draw.nonce() }, now)
    try {
      await transact([write.put({ ...key.statement(day, made.version), ...made }, absent), ...entryWrites(entry)])
      return { made, isNew: true }
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt >= tries) throw error
    }
  }
}

const ofRows: ReadonlySet<string> = new Set<Difference['reason']>([
  ...(['amount-differs', 'unknown-row', 'maybe-same', 'fee-differs', 'foreign-account', 'unknown-refund'] as const),
])

/** Must a person look? The rows’ own were put when they were taken. */
function isOdd({ reason, theirsVnd, oursVnd }: Difference): boolean {
  // A refund that only our book has is on its way; one that only the file has is money that we do not know of.
  if (reason === 'refund-differs') return theirsVnd > oursVnd
  return reason !== 'other-day' && reason !== 'unknown-out' && !ofRows.has(reason)
}

/** Differences of a day that a person must look at, by what they are called. */
function oddIn({ day, providers }: DayFacts, of: Statement): Map<string, Omit<Put, 'at'>> {
  return new Map(
    of.providers.flatMap(({ provider, differences }) => {
      const { paid = [] } = providers.find((each) => each.provider === provider) ?? {}
      return differences.filter(isOdd).map(({ reason, entryId, oursVnd, theirsVnd }) => {
        const transactionId =
          paid.find((each) => each.entryId === entryId)?.transactionId ?? `${day}.${entryId ?? theirsVnd}`
        const facts = { reason, provider, transactionId, entryId, amountVnd: theirsVnd, pledgedVnd: oursVnd }
        return [`${provider}##${transactionId}#${reason}`, facts] as const
      })
    }),
  )
}

/** Puts before a person what differs, and ends what a newer file or entry explains. */
async function keepReviews(
  facts: DayFacts,
  before: Statement | undefined,
  made: Statement,
  now: string,
): Promise<void> {
  const since = `${facts.day}T00:00:00.000Z`
  const odd = oddIn(facts, made)
  const stand = async (id: string, of: Omit<Put, 'at'>) => {
    if (!(await keepReview(since, id, { ...of, at: now }))) await standAgain(since, id)
  }
  for (const [id, of] of odd) await stand(id, of)
  const said = { by: statementKeeper, because: `bản đối soát ${facts.day} không còn chỗ lệch này`, at: now }
  for (const id of before ? oddIn(facts, before).keys() : []) if (!odd.has(id)) await endReview(since, id, said)
  for (const { transactionId, amountVnd, isExplained } of facts.providers.flatMap(({ left }) => left)) {
    const id = `bank##${transactionId}#unknown-out`
    if (isExplained) await endReview(since, id, said)
    else await stand(id, { reason: 'unknown-out', provider: 'bank', transactionId, amountVnd })
  }
}
