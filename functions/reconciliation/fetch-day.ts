import * as z from 'zod'
import { all } from '../donations/providers/all.ts'
import { providers } from '../donations/way.ts'
import { accessTo } from '../door/access.ts'
import { command } from '../door/command.ts'
import { logFault } from '../door/log.ts'
import { Refusal } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { toldDay } from './told-day.ts'

const asked = z.object({ provider: z.enum(providers), day: z.iso.date() })

/** What a provider says of a day that is over; nothing is kept. Refuses where only a file tells, and a day that is not over. */
export const handler = command(asked, async ({ provider, day }, now) => {
  if (day >= dayOf(now)) throw new Refusal('malformed', 'day-not-over')
  const access = await accessTo(provider)
  const statement = access && all[provider].open(access.secret, access).statement
  if (!statement) throw new Refusal('conflict', 'file-only', { with: { provider } })
  try {
    return toldDay(provider, day, await statement(day))
  } catch (error) {
    logFault(error, { verb: 'fetch-day', provider, day })
    throw new Refusal('away', 'day-untold', { with: { provider } })
  }
})
