import { command } from '../door/command.ts'
import { random } from '../door/random.ts'
import { readFund } from '../ledger/hold-store.ts'
import { by, nth, plan } from '../office/order.ts'
import { programNamed } from '../programs/store.ts'
import { Refusal } from '../refusal.ts'
import { type Payout, payoutId, proposal, viewOf } from './payout.ts'
import { keepProposal, knownPayout } from './store.ts'

const order = proposal.extend({ by, nth, plan })

/** The first of two persons says what is to be paid out. It moves nothing yet; the same proposal again is one. */
export const handler = command(order, async ({ by: who, nth: place, plan: onlyTells, ...asked }, now) => {
  const { slug, name } = await programNamed(asked.program)
  const id = payoutId(asked, place)
  const made: Payout = {
    v: 1,
    id,
    ...asked,
    entryId: random.entryId(),
    nonce: random.key(32),
    state: 'proposed',
    proposedBy: who,
    proposedAt: now,
  }
  const { freeVnd } = await readFund(asked.program)
  const known = await knownPayout(id)
  if (!known && asked.amountVnd > freeVnd)
    throw new Refusal('conflict', 'fund-too-small', { with: { free: { vnd: Math.max(0, freeVnd) } } })
  const { kept, isNew } = known || onlyTells ? { kept: known ?? made, isNew: !known } : await keepProposal(made)
  return { isNew, payouts: [viewOf(kept, new Map([[slug, name]]))], fund: { leftVnd: freeVnd } }
})
