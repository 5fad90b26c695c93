import * as z from 'zod'
import { command } from '../door/command.ts'
import { draw } from '../door/random.ts'
import { because, by, needed, plan } from '../office/order.ts'
import { Refusal } from '../refusal.ts'
import { keepBooked, keepBooking, reviewBy } from '../review/store.ts'
import { dayOf } from '../time.ts'
import { heldBy } from '../transfers/held-store.ts'
import { isOurs, recordTransfer } from '../transfers/record-store.ts'
import { keepStatement } from './statement-store.ts'

const order = z.object({ id: z.string(), because: because.optional(), by: by.optional(), plan })

/**
 * Records a transfer that was held because it may have stood in the books already: a person found that it is money of its
 * own, perhaps after saying otherwise. Once said it can only be finished: each step is once for ever, so the order again
 * goes on where the last one broke.
 */
export const handler = command(order, async ({ id, because: why, by: who, plan: onlyTells }, now) => {
  const of = await reviewBy(id, now)
  const held = of.transactionId === undefined ? undefined : await heldBy(of.transactionId)
  if (!held) throw new Refusal('conflict', 'review-not-held', { with: { id: of.id } })
  const { transactionId, account, amountVnd, at, text } = held
  if (!(await isOurs(account))) throw new Refusal('conflict', 'review-foreign', { with: { account } })
  const told = { id: of.id, like: of.like, transfer: { transactionId, amountVnd, at, text } }
  if (onlyTells) return { ...told, isNew: !(of.booking && of.resolved) }
  const said = of.booking ?? { ...needed({ by: who, because: why }), at: now }
  const isFirst = !of.booking && (await keepBooking(of, said))
  await recordTransfer(held, draw, now)
  const isEnd = await keepBooked(of, said)
  const day = dayOf(at)
  if (day < dayOf(now)) await keepStatement(day, draw, now)
  return { ...told, isNew: isFirst || (of.booking !== undefined && isEnd) }
})
