import * as z from 'zod'
import { lastHeard } from '../donations/pulse-store.ts'
import { openRefunds } from '../donations/refund-store.ts'
import { dueBy } from '../donations/store.ts'
import { isAsked, type ProviderName, providers } from '../donations/way.ts'
import { command } from '../door/command.ts'
import { givingNow } from '../giving/store.ts'
import { readBook } from '../ledger/book-store.ts'
import { openPayouts } from '../payouts/store.ts'
import type { Program } from '../programs/program.ts'
import { allPrograms } from '../programs/store.ts'
import { reviews } from '../review/store.ts'
import { dayOf, later } from '../time.ts'
import { openIncome } from '../transfers/store.ts'
import { leftIn } from '../transfers/transfer.ts'

/** Lines of one day that are added up; beyond, the sums are said to be at least so much. */
const mostLines = 20_000
const perShard = 100

/** Gifts of the day in the book, by who brought them. */
async function received(day: string) {
  const { lines, mark } = await readBook({ date: day }, undefined, mostLines, mostLines)
  const by = new Map<string, { gifts: number; vnd: number }>()
  // What a provider paid over is counted gift by gift.
  const settled = new Set(
    lines.flatMap(({ facts, relatedLine }) => (facts?.settlement === undefined ? [] : relatedLine)),
  )
  for (const { line, kind, source, amountVnd } of lines) {
    if (kind !== 'gift' || settled.has(line)) continue
    const { gifts, vnd } = by.get(source) ?? { gifts: 0, vnd: 0 }
    by.set(source, { gifts: gifts + 1, vnd: vnd + amountVnd })
  }
  const each = [...by].map(([source, sums]) => ({ provider: source.replace('received:', ''), ...sums }))
  return { day, providers: each, isWhole: mark === null }
}

/** Attempts made more than an hour ago of which the provider has not said how they ended. */
async function pending(now: string) {
  const hourAgo = later(now, -3_600)
  const of = async (provider: ProviderName) => {
    const waiting = await dueBy(provider, later(now, 3 * 86_400), perShard)
    return { provider, attempts: waiting.filter(({ createdAt }) => createdAt < hourAgo).length }
  }
  return (await Promise.all(providers.filter(isAsked).map(of))).filter(({ attempts }) => attempts > 0)
}

const soonDays = 30

/** Reports that are late or due within a month, the latest first. */
const reports = (programs: readonly Program[], now: string) =>
  programs
    .flatMap(({ slug, name, giving }) =>
      giving && !giving.reportedOn && giving.reportDueOn <= dayOf(later(now, soonDays * 86_400))
        ? [{ slug, name, dueOn: giving.reportDueOn, isLate: giving.reportDueOn < dayOf(now) }]
        : [],
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))

/** All that an officer should know in the morning, in one answer. */
export const handler = command(z.object({}), async (_, now) => {
  const [today, waiting, stand, heard, refunds, payouts, income, programs, giving] = await Promise.all([
    ...([received(dayOf(now)), pending(now), reviews(now), lastHeard()] as const),
    ...([openRefunds(), openPayouts(), openIncome(), allPrograms(), givingNow()] as const),
  ])
  const open = stand.filter(({ resolved }) => !resolved)
  return {
    at: now,
    giving,
    received: today,
    pending: waiting,
    reviews: { open: open.length, oldestAt: open[0]?.at },
    heard,
    refunds: refunds.map(({ id, state, amountVnd, askedAt, came }) => ({
      id,
      state,
      amountVnd,
      askedAt,
      provider: came.provider,
    })),
    payouts: payouts.map(({ id, program, amountVnd, payee, proposedBy }) => ({
      id,
      program,
      amountVnd,
      payee: payee.name,
      proposedBy,
    })),
    unallocated: { sums: income.length, vnd: income.reduce((sum, of) => sum + leftIn(of), 0) },
    reports: reports(programs, now),
  }
})
