import * as z from 'zod'
import { command } from '../door/command.ts'
import { because, by, needed, plan } from '../office/order.ts'
import { viewOf } from './payout.ts'
import { decide, openPayouts, payoutById } from './store.ts'

const order = z.object({
  /** Without it all open proposals are told. */
  id: z.string().optional(),
  because: because.optional(),
  by: by.optional(),
  plan,
})

/** Either of the two persons takes a proposal off the table; no money moves. The same order again changes nothing. */
export const handler = command(order, async ({ id, because: why, by: who, plan: onlyTells }, now) => {
  if (id === undefined) return { payouts: (await openPayouts()).map(viewOf) }
  const said = needed({ by: who, because: why })
  const of = await payoutById(id.toUpperCase())
  if (onlyTells) return { isNew: of.state === 'proposed', payouts: [viewOf(of)] }
  const { kept, isNew } = await decide(of.id, { state: 'declined', ...said }, now)
  return { isNew, payouts: [viewOf(kept)] }
})
