import * as z from 'zod'
import { command } from '../door/command.ts'
import { readFund } from '../ledger/hold-store.ts'
import { because, by, needed, plan, samePerson } from '../office/order.ts'
import { Refusal } from '../refusal.ts'
import type { Payout } from './payout.ts'
import { decide, openPayouts, payoutById } from './store.ts'

const order = z.object({
  /** Without it all open proposals are told. */
  id: z.string().optional(),
  /** The second person may also decline it, or the first take it back. */
  decline: z.boolean().default(false),
  because: because.optional(),
  by: by.optional(),
  plan,
})

const view = ({ nonce: _, ...of }: Payout) => of

/** The second of two persons decides. Approved, the money leaves its fund in the book. The same order again changes nothing. */
export const handler = command(order, async ({ id, decline, because: why, by: who, plan: onlyTells }, now) => {
  if (id === undefined) return { payouts: (await openPayouts()).map(view) }
  const { by: person } = needed({ by: who })
  const of = await payoutById(id.toUpperCase())
  const { freeVnd } = await readFund(of.program)
  if (!onlyTells) {
    const state = decline ? 'declined' : 'approved'
    const { kept, isNew } = await decide(of.id, { state, by: person, because: why }, now)
    return { isNew, payouts: [view(kept)], fund: { leftVnd: freeVnd } }
  }
  if (!decline && of.state === 'proposed' && samePerson(of.proposedBy, person))
    throw new Refusal('conflict', 'payout-same-person')
  return { isNew: of.state === 'proposed', payouts: [view(of)], fund: { leftVnd: freeVnd } }
})
