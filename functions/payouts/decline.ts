import * as z from 'zod'
import { command } from '../door/command.ts'
import { because, by, needed, plan } from '../office/order.ts'
import { programNames } from '../programs/store.ts'
import { viewOf } from './payout.ts'
import { decide, isKnown, openPayouts, payoutById } from './store.ts'

const order = z.object({
  /** Without it all open proposals are told. */
  id: z.string().optional(),
  because: because.optional(),
  by: by.optional(),
  plan,
})

/** Either of the two persons takes a proposal off the table; no money moves. The same order again changes nothing. */
export const handler = command(order, async ({ id, because: why, by: who, plan: onlyTells }, now) => {
  const names = await programNames()
  if (id === undefined) return { payouts: (await openPayouts()).map((each) => viewOf(each, names)) }
  const said = needed({ by: who, because: why })
  const of = await payoutById(id.toUpperCase())
  const { kept, isNew } = onlyTells
    ? { kept: of, isNew: !isKnown(of, 'declined', said.by) }
    : await decide(of.id, { state: 'declined', ...said }, now)
  return { isNew, payouts: [viewOf(kept, names)] }
})
