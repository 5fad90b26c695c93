import { withHeld } from '../ledger/hold.ts'
import { holdWrite, readFund } from '../ledger/hold-store.ts'
import { entryWrites } from '../ledger/store.ts'
import { samePerson } from '../office/order.ts'
import { Refusal } from '../refusal.ts'
import { key } from '../store/keys.ts'
import { absent, ConditionFailed, get, query, transact, type Write, write } from '../store/table.ts'
import { decisionOf, type Payout, payout, payoutEntry } from './payout.ts'

export const openPayouts = async (): Promise<Payout[]> =>
  (await query(key.payout('open', '').pk)).map((item) => payout.parse(item))

/** undefined if nobody proposed it. */
export async function knownPayout(id: string): Promise<Payout | undefined> {
  const item = (await get(key.payout('open', id))) ?? (await get(key.payout('ended', id)))
  return item && payout.parse(item)
}

export async function payoutById(id: string): Promise<Payout> {
  const known = await knownPayout(id)
  if (!known) throw new Refusal('unknown', 'payout-unknown', { with: { id } })
  return known
}

/** Keeps a proposal; what was proposed before is told as it is kept. */
export async function keepProposal(made: Payout): Promise<{ kept: Payout; isNew: boolean }> {
  try {
    await transact([
      write.put({ ...key.payout('open', made.id), ...made }, absent),
      write.absent(key.payout('ended', made.id)),
    ])
    return { kept: made, isNew: true }
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    return { kept: await payoutById(made.id), isNew: false }
  }
}

const tries = 40

/** Refuses who proposed it, and what is decided already in another way. `true`: it was decided so before. */
export function isKnown(of: Payout, state: 'approved' | 'declined', who: string): boolean {
  if (of.state === state) return true
  if (of.state !== 'proposed') throw new Refusal('conflict', 'payout-ended', { with: decisionOf(of) })
  if (state === 'approved' && samePerson(of.proposedBy, who)) throw new Refusal('conflict', 'payout-same-person')
  return false
}

/** The money leaves its fund by an entry, and is held until the book shows it: no two payouts count on the same đồng. */
async function paid(of: Payout): Promise<Write[]> {
  const { hold, freeVnd } = await readFund(of.program)
  if (of.amountVnd > freeVnd)
    throw new Refusal('conflict', 'fund-too-small', { with: { free: { vnd: Math.max(0, freeVnd) } } })
  return [holdWrite(of.program, hold, withHeld(hold, of.entryId, of.amountVnd)), ...entryWrites(payoutEntry(of))]
}

/** Decides a proposal, once. Refuses more than the fund has at this moment, whoever else decides at the same time. */
export async function decide(
  id: string,
  { state, by, because }: { state: 'approved' | 'declined'; by: string; because?: string | undefined },
  now: string,
): Promise<{ kept: Payout; isNew: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const of = await payoutById(id)
    if (isKnown(of, state, by)) return { kept: of, isNew: false }
    const decided: Payout = { ...of, state, decidedBy: by, decidedAt: now, ...(because ? { because } : {}) }
    try {
      await transact([
        write.put({ ...key.payout('ended', id), ...decided }, absent),
        write.remove(key.payout('open', id), { ConditionExpression: 'attribute_exists(pk)' }),
        ...(state === 'approved' ? await paid(decided) : []),
      ])
      return { kept: decided, isNew: true }
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt >= tries) throw error
      await new Promise((done) => setTimeout(done, Math.random() * Math.min(200, 5 * attempt)))
    }
  }
}
