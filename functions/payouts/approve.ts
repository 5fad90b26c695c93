import * as z from 'zod'
import { command } from '../door/command.ts'
import { readFund } from '../ledger/hold-store.ts'
import { by, needed, plan } from '../office/order.ts'
import { programNames } from '../programs/store.ts'
import { viewOf } from './payout.ts'
import { decide, isKnown, payoutById } from './store.ts'

const order = z.object({ id: z.string(), by: by.optional(), plan })

/** The second of two persons approves: the money leaves its fund in the book. The same order again changes nothing. */
export const handler = command(order, async ({ id, by: who, plan: onlyTells }, now) => {
  const { by: person } = needed({ by: who })
  const of = await payoutById(id.toUpperCase())
  const { freeVnd } = await readFund(of.program)
  const { kept, isNew } = onlyTells
    ? { kept: of, isNew: !isKnown(of, 'approved', person) }
    : await decide(of.id, { state: 'approved', by: person }, now)
  return { isNew, payouts: [viewOf(kept, await programNames())], fund: { leftVnd: freeVnd } }
})
