import { all } from '../donations/providers/all.ts'
import { type ProviderName, providers } from '../donations/way.ts'
import { accessTo } from '../door/access.ts'
import { clock } from '../door/clock.ts'
import { count, logFault } from '../door/log.ts'
import { draw } from '../door/random.ts'
import { throwAll } from '../failures.ts'
import { dayOf, later } from '../time.ts'
import { compare } from './compare-store.ts'
import type { Listing } from './listing.ts'
import { statementsIn } from './statement-store.ts'
import { filesOf } from './store.ts'
import { dayAfter } from './taken.ts'
import { toldDay } from './told-day.ts'

/** A day is asked for so long after its midnight: what moved at its end is known by then, as a rule. */
const restSeconds = 600
/** Days before today that are asked for again each time: banks add some movements late. */
const daysBack = 3
/** A day of which nothing was heard so long after it was over is told to a person; until then the next hour asks again. */
const insistSeconds = 6 * 3_600

/** The days that are over, the newest first. */
const daysOver = (now: string): string[] => {
  const last = dayAfter(dayOf(later(now, -restSeconds)), -1)
  return Array.from({ length: daysBack }, (_, back) => dayAfter(last, -back))
}

/** How far back a day that was never told of is still asked for, and how many of them in one run. */
const missedWithinDays = 35
const mostMissed = 5

/** Closed days before the last ones of which the provider never told: it was silent, or its key was wrong. The newest first. */
async function missedBy(provider: ProviderName, last: readonly string[]): Promise<string[]> {
  const newest = last.at(-1)!
  const oldest = dayAfter(newest, -missedWithinDays)
  const months = new Set<string>()
  for (let day = oldest; day < newest; day = dayAfter(day)) months.add(day.slice(0, 7))
  const made = (await Promise.all([...months].map(statementsIn))).flat()
  const days = [...new Set(made.map(({ day }) => day))]
    .filter((day) => day < newest && day >= oldest)
    .sort()
    .reverse()
  const told = await Promise.all(days.map((day) => isTold(provider, day)))
  return days.filter((_, place) => !told[place]).slice(0, mostMissed)
}

/** Was all of a day told of? A bank's file tells of the accounts in it only. */
const isTold = async (provider: ProviderName, day: string): Promise<boolean> =>
  (await filesOf(day)).some((of) => of.provider === provider && of.isWhole && !of.accounts)

/** Was the day never told of, long after it was over? */
async function isMissed(provider: ProviderName, day: string, now: string): Promise<boolean> {
  if (now <= later(`${dayAfter(day)}T00:00:00+07:00`, insistSeconds)) return false
  return !(await isTold(provider, day))
}

/** What one provider says of the last days. One that is silent holds up no other. */
async function askOf(provider: ProviderName, now: string): Promise<Listing[]> {
  const told: Listing[] = []
  const access = await accessTo(provider)
  const statement = access && all[provider].open(access.secret, access).statement
  if (!statement) return told
  const last = daysOver(now)
  for (const day of [...last, ...(await missedBy(provider, last))]) {
    try {
      told.push(toldDay(provider, day, await statement(day)))
    } catch (error) {
      logFault(error, { verb: 'collect', provider, day })
      if (await isMissed(provider, day, now)) count('UncollectedStatement')
    }
  }
  return told
}

/** Asks each provider that tells by itself for the days that are over, and compares the books with all that they say at once. */
export const handler = clock(async (now) => {
  const each = await Promise.allSettled(providers.map((name) => askOf(name, now)))
  // A broken secret: its provider is not asked, and the run fails once the others are taken.
  const broken = each.flatMap((of) => (of.status === 'rejected' ? [of.reason] : []))
  const told = each.flatMap((of) => (of.status === 'fulfilled' ? of.value : []))
  const changed = await compare(told, draw, now)
  throwAll(broken)
  return { told: told.length, changed }
})
