import { all } from '../donations/providers/all.ts'
import { type ProviderName, providers } from '../donations/way.ts'
import { clock } from '../door/clock.ts'
import { count, logFault } from '../door/log.ts'
import { draw } from '../door/random.ts'
import { dayOf, later } from '../time.ts'
import { accountWith } from './fetch-day.ts'
import { partsOf, type Statement } from './parts.ts'
import { versionsOf } from './statement-store.ts'
import { dayAfter } from './taken.ts'
import { take } from './whole-store.ts'

/** A day is asked for so long after its midnight: what moved at its end is known by then, as a rule. */
const restSeconds = 600
/** Days before today that are asked for again each time: banks add some movements late. */
const daysBack = 3
/** A provider that says nothing for so long after the day is over is told to a person; until then the next hour asks again. */
const insistSeconds = 6 * 3_600

/** Does the newest statement of the day rest on it already? */
const isStated = async ({ provider, sha256, days }: Statement): Promise<boolean> =>
  (await versionsOf(days.to))
    .at(-1)
    ?.providers.some((each) => each.provider === provider && each.files?.sha256.includes(sha256)) ?? false

/** Takes each part that is not taken yet; what was taken before changes nothing. Answers how many statements changed. */
async function takeAll(of: Statement, now: string): Promise<number> {
  if (await isStated(of)) return 0
  let changed = 0
  for (const part of partsOf(of)) changed += (await take(part, draw, now)).statements.length
  return changed
}

/** The days that are over, the oldest first. */
const daysOver = (now: string): string[] => {
  const last = dayAfter(dayOf(later(now, -restSeconds)), -1)
  return Array.from({ length: daysBack }, (_, back) => dayAfter(last, back + 1 - daysBack))
}

/** What one provider says of the last days. One that is silent holds up no other. */
async function collectFrom(provider: ProviderName, now: string): Promise<{ asked: number; changed: number }> {
  const sum = { asked: 0, changed: 0 }
  for (const day of daysOver(now)) {
    try {
      const account = await accountWith(provider)
      if (!account) return sum
      sum.asked++
      sum.changed += await takeAll(await account.dayBy(day), now)
    } catch (error) {
      logFault(error, { verb: 'collect', provider, day })
      if (now > later(`${dayAfter(day)}T00:00:00+07:00`, insistSeconds)) count('UncollectedStatement')
    }
  }
  return sum
}

/** Asks each provider that tells by itself for the days that are over, and compares the books with what it says. */
export const handler = clock(async (now) => {
  let [asked, changed] = [0, 0]
  // One after another: each remakes the statements of the same days.
  for (const provider of providers.filter((name) => name in all)) {
    const sum = await collectFrom(provider, now)
    asked += sum.asked
    changed += sum.changed
  }
  return { asked, changed }
})
