import * as z from 'zod'
import { command } from '../door/command.ts'
import { givingNow, keepGiving } from './store.ts'
import { reason, turned } from './switch.ts'

/** Opens or closes giving; without `open` it only tells. Twice changes nothing. */
const order = z.object({ open: z.boolean().optional(), reason: reason.optional() })

export const handler = command(order, async ({ open, reason }, now) => {
  const before = await givingNow()
  if (open === undefined) return { giving: before, changed: false }
  const giving = turned(before, { open, reason }, now)
  if (giving !== before) await keepGiving(giving)
  return { giving, changed: giving !== before }
})
