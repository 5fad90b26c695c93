import * as z from 'zod'
import { all } from '../donations/providers/all.ts'
import { type ProviderName, providers } from '../donations/way.ts'
import { providerName } from '../donations/way-facts.ts'
import { accessTo } from '../door/access.ts'
import { command } from '../door/command.ts'
import { logFault } from '../door/log.ts'
import { Refusal } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { toldDay } from './told-day.ts'

/** A brand is called the same in both languages; of the bank account SePay tells. */
const called = (provider: ProviderName): string => (provider === 'bank' ? 'SePay' : providerName(provider, 'en'))

const asked = z.object({ provider: z.enum(providers), day: z.iso.date() })

/** What a provider says of a day that is over; nothing is kept. Refuses where only a file tells, and a day that is not over. */
export const handler = command(asked, async ({ provider, day }, now) => {
  if (day >= dayOf(now)) throw new Refusal('malformed', 'day-not-over')
  const access = await accessTo(provider)
  try {
    const statement = access && all[provider].open(access.secret, access).statement
    if (!statement) throw new Refusal('conflict', 'file-only', { with: { provider: called(provider) } })
    return toldDay(provider, day, await statement(day))
  } catch (error) {
    if (error instanceof Refusal) throw error
    logFault(error, { verb: 'fetch-day', provider, day })
    throw new Refusal('away', 'day-untold', { with: { provider: called(provider) } })
  }
})
