import * as z from 'zod'
import { command } from '../door/command.ts'
import { random } from '../door/random.ts'
import { because, by, needed, plan } from '../office/order.ts'
import { programBySlug } from '../programs/store.ts'
import { Refusal } from '../refusal.ts'
import { allocate, incomeBy, openIncome } from './store.ts'
import { allocationOf, type Income, leftIn } from './transfer.ts'

const order = z.object({
  /** Without it all money is told whose program is not known. */
  transfer: z.string().optional(),
  program: z.string().optional(),
  because: because.optional(),
  by: by.optional(),
  plan,
})

const view = (of: Income) => {
  const { transactionId, amountVnd, at, text, number, allocatedTo } = of
  return { transactionId, amountVnd, leftVnd: leftIn(of), at, text, number, allocatedTo }
}

/** Gives money without a code to its program by an entry, with who decided and why. The same order again changes nothing. */
export const handler = command(order, async ({ transfer, program, because: why, by: who, plan: onlyTells }, now) => {
  if (transfer === undefined) return { income: (await openIncome()).map(view) }
  const said = needed({ program, because: why, by: who })
  const { slug, name } = await programBySlug(said.program)
  const made = (of: Income) =>
    allocationOf(of, slug, { by: said.by, because: said.because }, random.key(32), random.entryId(), now)
  const told = onlyTells ? undefined : await allocate(transfer, slug, made)
  const of = told?.of ?? (await incomeBy(transfer))
  if (onlyTells && of.allocatedTo !== undefined && of.allocatedTo !== slug)
    throw new Refusal('conflict', 'income-given', { with: { program: of.allocatedTo } })
  return { isNew: told?.isNew ?? of.allocatedTo === undefined, program: { slug, name }, income: [view(of)] }
})
