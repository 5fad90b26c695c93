import * as z from 'zod'
import { donationById } from '../donations/store.ts'
import { command } from '../door/command.ts'
import { because, by, needed, plan } from '../office/order.ts'
import { type Found, keepResolved, reviewBy, reviews, unbooked } from './store.ts'

const order = z.object({
  /** Without it all open ones are told. */
  id: z.string().optional(),
  because: because.optional(),
  by: by.optional(),
  plan,
})

/** With the short code of its gift, which the other commands take. */
async function view({ key: _, donation, ...of }: Found) {
  const gift = donation === undefined ? undefined : await donationById(donation)
  return { ...of, ...(gift ? { code: gift.code } : {}) }
}

/** Tells what stands for review, or marks one as looked at, with who and why. What is resolved stays. */
export const handler = command(order, async ({ id, because: why, by: who, plan: onlyTells }, now) => {
  if (id === undefined) {
    const open = (await reviews(now)).filter(({ resolved }) => !resolved)
    return { reviews: await Promise.all(open.map(view)) }
  }
  const of = unbooked(await reviewBy(id, now))
  if (onlyTells || of.resolved) return { isNew: !of.resolved, reviews: [await view(of)] }
  const resolved = { ...needed({ by: who, because: why }), at: now }
  const isNew = await keepResolved(of, resolved)
  if (!isNew) unbooked(await reviewBy(id, now))
  return { isNew, reviews: [await view(isNew ? { ...of, resolved } : of)] }
})
