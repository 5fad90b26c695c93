import type { Draw } from '../donations/payment-store.ts'
import { entryWrites } from '../ledger/store.ts'
import { Refusal } from '../refusal.ts'
import { key } from '../store/keys.ts'
import { absent, ConditionFailed, query, transact, write } from '../store/table.ts'
import { dayFacts } from './day-store.ts'
import { type DayFacts, type Statement, statement, statementOf } from './statement.ts'
import { saysSame, statementEntry } from './statement-entry.ts'
import { keepReview } from './store.ts'

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
    await keepReviews(facts, made, now)
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

const ofRows: ReadonlySet<string> = new Set(['amount-differs', 'unknown-row', 'maybe-same', 'fee-differs'])

/** Differences of a day that a person must look at; the rows’ own were put when they were taken. */
async function keepReviews({ day, providers }: DayFacts, made: Statement, now: string): Promise<void> {
  const since = `${day}T00:00:00.000Z`
  for (const { provider, differences } of made.providers)
    for (const { reason, entryId, oursVnd, theirsVnd } of differences) {
      // A refund that only our book has is on its way; one that only the file has is money that we do not know of.
      const isOdd = reason === 'refund-differs' ? theirsVnd > oursVnd : reason !== 'other-day' && !ofRows.has(reason)
      if (!isOdd) continue
      const paid = providers.find((each) => each.provider === provider)!.paid.find((each) => each.entryId === entryId)
      const transactionId = paid?.transactionId ?? `${day}.${theirsVnd}`
      await keepReview(
        since,
        `${provider}##${transactionId}#${reason}`,
        { reason, provider, transactionId, entryId, amountVnd: theirsVnd, pledgedVnd: oursVnd },
        now,
      )
    }
}
