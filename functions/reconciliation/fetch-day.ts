import * as z from 'zod'
import { all } from '../donations/providers/all.ts'
import { providers } from '../donations/way.ts'
import { accessTo } from '../door/access.ts'
import { command } from '../door/command.ts'
import { Refusal } from '../refusal.ts'
import { dayOf } from '../time.ts'
import type { Statement } from './parts.ts'
import { toldDay } from './told-day.ts'

/** The account of a provider that tells of whole days by itself; undefined where only a file tells, or the stage has no account. */
export async function accountWith(name: keyof typeof all) {
  const access = await accessTo(name)
  const { statement } = access ? all[name].open(access.secret, access) : {}
  return statement && { dayBy: async (day: string): Promise<Statement> => toldDay(name, day, await statement(day)) }
}

const asked = z.object({ provider: z.enum(providers), day: z.iso.date() })

/** What a provider says of a day that is over; nothing is kept. Refuses where only a file tells, and a day that is not over. */
export const handler = command(asked, async ({ provider, day }, now) => {
  if (day >= dayOf(now)) throw new Refusal('malformed', 'day-not-over')
  const account = await accountWith(provider)
  if (!account) throw new Refusal('conflict', 'file-only', { with: { provider } })
  return account.dayBy(day)
})
