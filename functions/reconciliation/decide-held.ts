import * as z from 'zod'
import { command } from '../door/command.ts'
import { draw } from '../door/random.ts'
import { because, by, needed, plan } from '../office/order.ts'
import { Refusal } from '../refusal.ts'
import { type Found, keepBooked, keepBooking, keepResolved, reviewBy, unbooked } from '../review/store.ts'
import { dayOf } from '../time.ts'
import { heldBy } from '../transfers/held-store.ts'
import { isOurs, recordTransfer } from '../transfers/record-store.ts'
import type { Transfer } from '../transfers/transfer.ts'
import { keepStatement } from './statement-store.ts'

const order = z.object({
  id: z.string(),
  /** It is the transfer that the books have; without it, money of its own. */
  same: z.boolean().default(false),
  because: because.optional(),
  by: by.optional(),
  plan,
})
type Given = Pick<z.infer<typeof order>, 'by' | 'because'>

/** What it may be is what it is: the statement compares the two. */
async function joined(of: Found, given: Given, now: string): Promise<boolean> {
  const isNew = await keepResolved(unbooked(of), { ...needed({ by: given.by, because: given.because }), at: now })
  if (!isNew) unbooked(await reviewBy(of.id, now))
  return isNew
}

/** Once said it can only be finished: each step is once for ever, so the order again goes on where the last one broke. */
async function booked(of: Found, held: Transfer, given: Given, now: string): Promise<boolean> {
  const said = of.booking ?? { ...needed({ by: given.by, because: given.because }), at: now }
  const isFirst = !of.booking && (await keepBooking(of, said))
  await recordTransfer(held, draw, now, { isDecided: true })
  const isEnd = await keepBooked(of, said)
  return isFirst || (of.booking !== undefined && isEnd)
}

/**
 * A person found what a transfer is that was held because it may have stood in the books already: the same, or money of
 * its own, which is recorded, also after it was called the same by mistake.
 */
export const handler = command(order, async ({ id, same, plan: onlyTells, ...given }, now) => {
  const of = await reviewBy(id, now)
  const held = of.transactionId === undefined ? undefined : await heldBy(of.transactionId)
  if (!held) throw new Refusal('conflict', 'review-not-held', { with: { id: of.id } })
  const { transactionId, account, amountVnd, at, text } = held
  if (!same && !(await isOurs(account))) throw new Refusal('conflict', 'review-foreign', { with: { account } })
  const told = { id: of.id, like: of.like, transfer: { transactionId, amountVnd, at, text } }
  if (onlyTells) return { ...told, isNew: same ? !unbooked(of).resolved : !(of.booking && of.resolved) }
  const isNew = same ? await joined(of, given, now) : await booked(of, held, given, now)
  const day = dayOf(at)
  if (day < dayOf(now)) await keepStatement(day, draw, now)
  return { ...told, isNew }
})
