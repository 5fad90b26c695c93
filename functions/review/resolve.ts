import * as z from 'zod'
import { isInDoubt, returnedWrite } from '../donations/returned-store.ts'
import { donationById } from '../donations/store.ts'
import { command } from '../door/command.ts'
import { because, by, needed, plan } from '../office/order.ts'
import { programNames } from '../programs/store.ts'
import { Refusal } from '../refusal.ts'
import { type Found, keepResolved, reviewBy, reviews, unbooked } from './store.ts'

const order = z.object({
  /** Without it all open ones are told. */
  id: z.string().optional(),
  /** `returned`: the money went back to its payer, and the donor's page says so. */
  outcome: z.enum(['returned']).optional(),
  because: because.optional(),
  by: by.optional(),
  plan,
})

const giftOf = async ({ donation }: Found) => (donation === undefined ? undefined : donationById(donation))

/** With the short code of its gift, which the other commands take, and how its program is called. */
async function view(of: Found, names: ReadonlyMap<string, unknown>) {
  const { key: _, donation: __, ...told } = of
  const gift = await giftOf(of)
  return { ...told, ...(gift ? { code: gift.code } : {}), programName: names.get(of.program ?? '') }
}

/** What is written with it. Refuses to say that money went back where the donor is not told that it may have moved. */
async function consequences(of: Found, outcome: 'returned' | undefined, now: string) {
  if (outcome === undefined) return []
  const gift = await giftOf(of)
  if (of.reason !== 'may-have-moved' || !gift || !isInDoubt(gift)) throw new Refusal('conflict', 'review-outcome')
  return [returnedWrite(gift.id, now)]
}

/** Tells what stands for review, or marks one as looked at, with who and why. What is resolved stays. */
export const handler = command(order, async ({ id, outcome, because: why, by: who, plan: onlyTells }, now) => {
  const names = await programNames()
  if (id === undefined) {
    const open = (await reviews(now)).filter(({ resolved }) => !resolved)
    return { at: now, reviews: await Promise.all(open.map((each) => view(each, names))) }
  }
  const of = unbooked(await reviewBy(id, now))
  if (of.resolved) return { isNew: false, reviews: [await view(of, names)] }
  const more = await consequences(of, outcome, now)
  if (onlyTells) return { isNew: true, reviews: [await view(of, names)] }
  const resolved = { ...needed({ by: who, because: why }), at: now }
  const isNew = await keepResolved(of, resolved, more)
  // Somebody was faster: with this review, or with the money of its gift.
  if (!isNew && !unbooked(await reviewBy(id, now)).resolved) throw new Refusal('conflict', 'review-outcome')
  return { isNew, reviews: [await view(isNew ? { ...of, resolved } : of, names)] }
})
