import { createHash } from 'node:crypto'
import { formatInstant } from '../../functions/time.ts'
import type { Both } from '../../functions/words/words.ts'
import { fundIn, programIn } from './names.ts'
import { againOf, agree, amountOf, inWords, needs, type Office, odd, option, type Typed, tell } from './office.ts'
import { say } from './words/words.ts'

interface Payout {
  id: string
  program: string
  programName?: Both
  payee: { name: string; taxCode: string }
  purpose: Both
  amountVnd: number
  evidence: string
  proposedBy: string
  proposedAt: string
  /** What the transfer says. */
  memo: string
}
interface Told {
  isNew: boolean
  payouts: Payout[]
  /** Absent where nothing leaves it. */
  fund?: { leftVnd: number }
}
type What = 'propose' | 'approve' | 'decline'

/** Everything that an officer answers for, before a yes. */
function explain(office: Office, what: What, { payouts, fund }: Told): void {
  const { program, programName, amountVnd, payee, purpose, evidence, proposedBy, proposedAt } = payouts[0]!
  const gaps = { fund: fundIn(office, program, programName), amount: inWords(office, amountVnd) }
  if (what === 'decline') tell(office, 'payout.decline-what', gaps)
  else tell(office, `payout.${what}-what`, { ...gaps, left: { vnd: fund?.leftVnd ?? 0 } })
  tell(office, 'payout.payee', { payee: payee.name, tax: payee.taxCode })
  tell(office, 'payout.purpose', { ...purpose })
  tell(office, 'payout.evidence', { evidence })
  if (what !== 'propose')
    tell(office, 'payout.proposed', { by: proposedBy, at: formatInstant(proposedAt, office.lang) })
  if (what === 'approve') tell(office, 'payout.book', { amount: { vnd: -amountVnd }, memo: payouts[0]!.memo })
  else tell(office, 'payout.no-book')
}

/** Tells first, asks, then does. The evidence stays in the office; only its hash is sent. */
async function carryOut(office: Office, what: What, order: object): Promise<void> {
  const verb = `payouts/${what}`
  const told = await office.order<Told>(verb, { ...order, plan: true })
  explain(office, what, told)
  if (!told.isNew) tell(office, 'nothing-new')
  else if (await agree(office)) {
    const { isNew } = await office.order<Told>(verb, order)
    tell(office, isNew ? 'done' : 'nothing-new')
  } else return
  if (what === 'propose') tell(office, 'payout.next', { id: told.payouts[0]!.id })
}

async function hashOf(office: Office, path: string): Promise<string> {
  return createHash('sha256')
    .update(await office.read(path))
    .digest('hex')
}

async function propose(office: Office, typed: Typed): Promise<void> {
  const of = (name: string) => option(typed, name)
  const [program, payee, tax, amount] = [of('program'), of('payee'), of('tax'), of('amount')]
  const [vi, en, evidence] = [of('purpose'), of('purpose-en'), of('evidence')]
  needs(office, 'payout.usage', {
    ...{ '--program': program, '--payee': payee, '--tax': tax, '--amount': amount },
    ...{ '--purpose': vi, '--purpose-en': en, '--evidence': evidence },
  })
  await carryOut(office, 'propose', {
    ...{ program, payee: { name: payee, taxCode: tax }, purpose: { vi, en }, amountVnd: amountOf(office, amount!) },
    ...{ evidence: await hashOf(office, evidence!), by: office.by, nth: againOf(typed) },
  })
}

/** Two persons pay out: one proposes, another approves. */
export async function payout(office: Office, typed: Typed): Promise<void> {
  const [what, id] = typed.words
  if (what === 'propose') return propose(office, typed)
  if (what === 'approve' || what === 'decline') {
    const because = option(typed, 'because')
    needs(office, 'payout.usage', {
      [say(office.lang, 'id.payout')]: id,
      ...(what === 'decline' ? { '--because': because } : {}),
    })
    return carryOut(office, what, { id, by: office.by, ...(what === 'decline' ? { because } : {}) })
  }
  if (what !== undefined) throw odd(office, 'payout.usage', what)
  const { payouts } = await office.order<{ payouts: Payout[] }>('payouts/decline', {})
  if (payouts.length === 0) tell(office, 'payout.none')
  for (const { id: each, amountVnd, program: slug, programName, payee, proposedBy } of payouts) {
    const program = programIn(office, slug, programName)
    tell(office, 'payout.line', { id: each, amount: { vnd: amountVnd }, program, payee: payee.name, by: proposedBy })
  }
}
