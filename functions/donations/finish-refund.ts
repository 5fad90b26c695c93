import * as z from 'zod'
import { command } from '../door/command.ts'
import { random } from '../door/random.ts'
import { by, needed, plan, readable } from '../office/order.ts'
import { programNames } from '../programs/store.ts'
import { Refusal } from '../refusal.ts'
import { isFinal, memoOf, moved, type Refund } from './refund.ts'
import { keepStep, openRefunds, refundById } from './refund-store.ts'
import { transfersOf } from './refunding-store.ts'

const order = z.object({
  /** Without it all refunds under way are told. */
  id: z.string().optional(),
  end: z.enum(['done', 'refused']).default('done'),
  /** The bank's own reference of the money that went back. */
  reference: z.string().trim().pipe(readable(0, 60)).default(''),
  by: by.optional(),
  plan,
})

/** With the transfers that carry a refund's words: none ended it, so each is of another sum or was told a moment ago. */
async function view(of: Refund, names: ReadonlyMap<string, unknown>, now: string) {
  const { id, state, code, transactionId, amountVnd, askedAt, because, endedAt } = of
  const { provider, program, transactionId: came } = of.came
  const told = { id, state, code, transactionId, amountVnd, provider, program, came, askedAt, endedAt }
  const said = { ...told, programName: names.get(program), by: of.by, because }
  if (state !== 'to-transfer') return said
  const sent = (await transfersOf(of, now)).map((each) => ({ reference: each.transactionId, vnd: each.amountVnd }))
  return { ...said, memo: memoOf(of), sent }
}

/** The refund that an order means; refuses one that cannot be ended so. */
async function meant(id: string, end: 'done' | 'refused', reference: string): Promise<{ of: Refund; isNew: boolean }> {
  const of = await refundById(id.toUpperCase())
  if (!of) throw new Refusal('unknown', 'refund-unknown', { with: { id } })
  if (of.state === end && (end === 'refused' || of.transactionId === reference)) return { of, isNew: false }
  if (isFinal(of.state)) throw new Refusal('conflict', 'refund-ended')
  if (end === 'done' && of.state === 'asked') throw new Refusal('conflict', 'refund-not-sent')
  if (end === 'done' && reference === '') {
    const fields = [{ field: 'reference', code: 'reference-missing' }] as const
    throw new Refusal('malformed', 'fields', { with: { count: 1 }, fields })
  }
  return { of, isNew: true }
}

/** A person says how a refund ended: one by hand with the bank's reference, or one that its provider never cleared up. */
export const handler = command(order, async ({ id, end, reference, by: who, plan: onlyTells }, now) => {
  const names = await programNames()
  if (id === undefined)
    return { refunds: await Promise.all((await openRefunds()).map((each) => view(each, names, now))) }
  const { by: person } = needed({ by: who })
  for (;;) {
    const { of, isNew } = await meant(id, end, reference)
    if (!isNew || onlyTells) return { isNew, refunds: [await view(of, names, now)] }
    const ended = moved(of, end, now, { endedBy: person, ...(end === 'done' ? { transactionId: reference } : {}) })
    if (await keepStep(of, ended, () => random.key(32))) return { isNew, refunds: [await view(ended, names, now)] }
  }
})
