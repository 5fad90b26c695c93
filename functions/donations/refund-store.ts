import { unallocated } from '../ledger/entry.ts'
import { withHeld, withoutHeld } from '../ledger/hold.ts'
import { holdWrite, readHold } from '../ledger/hold-store.ts'
import { entryWrites } from '../ledger/store.ts'
import type { Vnd } from '../money.ts'
import { Refusal } from '../refusal.ts'
import { type Key, key } from '../store/keys.ts'
import { absent, ConditionFailed, get, query, transact, type Write, write } from '../store/table.ts'
import { incomeBy } from '../transfers/store.ts'
import { isSettlement } from '../transfers/transfer.ts'
import { isFinal, type Refund, refund, refundEntry, remembered } from './refund.ts'
import { type Came, leftOf, type Refunded } from './refundable.ts'
import { donationById, personOf } from './store.ts'

/** Refunds under way, in no order that means anything. */
export const openRefunds = async (): Promise<Refund[]> =>
  (await query(key.refund('open', '').pk)).map((item) => refund.parse(item))

export async function refundById(id: string): Promise<Refund | undefined> {
  const item = (await get(key.refund('open', id))) ?? (await get(key.refund('ended', id)))
  return item && refund.parse(item)
}

interface Source {
  at: Key
  refunds: readonly Refunded[]
  /** The fund where the money is now. */
  program: string
  /** Binds the entry to what the donor holds; undefined if that has expired. */
  nonce: () => Promise<string | undefined>
}

/** Where the money is remembered that a refund is taken from, as it is now. */
export async function sourceOf({ from, id }: Pick<Came, 'from' | 'id'>): Promise<Source> {
  if (from === 'income') {
    const { allocatedTo, refunds, nonce } = await incomeBy(id)
    const at = key.unallocated(allocatedTo === undefined ? 'open' : 'done', id)
    return { at, refunds, program: allocatedTo ?? unallocated, nonce: async () => nonce }
  }
  const donation = await donationById(id)
  if (!donation) throw new Error('donations: a refund leads to no donation')
  const nonce = async () => (await personOf(donation)).nonce
  return { at: key.donation(id), refunds: donation.refunds, program: donation.program, nonce }
}

/** Refuses what a provider paid over, for it is no gift and has no fund, and more than is left of the payment. */
export function ensureLeft(came: Came, refunds: readonly Refunded[], amountVnd: Vnd): void {
  if (isSettlement(came.program)) throw new Refusal('conflict', 'refund-settled')
  const left = leftOf(came, refunds)
  if (amountVnd === 0 || amountVnd > left)
    throw new Refusal('conflict', 'refund-too-much', { with: { left: { vnd: left }, came: { vnd: came.amountVnd } } })
}

const tries = 40

/** Tries again what met another order at the same moment; `work` reads everything anew each time. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt >= tries) throw error
      await new Promise((done) => setTimeout(done, Math.random() * Math.min(200, 5 * attempt)))
    }
  }
}

/**
 * Keeps an intent to give back before any provider hears of it. The same one again changes nothing. Refuses more than
 * is left of the payment, however many ask at once: each adds to the list that it has read, or reads it again.
 */
export const keepRefund = (asked: Refund): Promise<{ kept: Refund; isNew: boolean }> =>
  insist(async () => {
    const { at, refunds, program } = await sourceOf(asked.came)
    // Read after the list: whoever finds its own order in the list must not be told that too little is left.
    const known = await refundById(asked.id)
    if (known) return { kept: known, isNew: false }
    const made = { ...asked, came: { ...asked.came, program } }
    const { came } = made
    const held = await readHold(program)
    ensureLeft(came, refunds, made.amountVnd)
    await transact([
      write.put({ ...key.refund('open', made.id), ...made }, absent),
      write.absent(key.refund('ended', made.id)),
      write.update(at, {
        UpdateExpression: 'SET refunds = list_append(if_not_exists(refunds, :none), :added)',
        ConditionExpression: `attribute_exists(pk) AND ${refunds.length === 0 ? '(attribute_not_exists(refunds) OR size(refunds) = :known)' : 'size(refunds) = :known'}`,
        ExpressionAttributeValues: { ':none': [], ':added': [remembered(made)], ':known': refunds.length },
      }),
      holdWrite(came.program, held, withHeld(held, made.entryId, made.amountVnd)),
    ])
    return { kept: made, isNew: true }
  })

const still = ({ state, nextAt }: Refund) => ({
  ConditionExpression: '#state = :was AND nextAt = :due',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':was': state, ':due': nextAt },
})

const rememberWrite = ({ at, refunds }: Pick<Source, 'at' | 'refunds'>, after: Refund): Write => {
  const place = refunds.findIndex(({ id }) => id === after.id)
  return write.update(at, {
    UpdateExpression: `SET refunds[${place}] = :after`,
    ConditionExpression: `refunds[${place}].id = :id`,
    ExpressionAttributeValues: { ':after': remembered(after), ':id': after.id },
  })
}

/** What else a step writes: the entry of money that went back, or that nothing is held for it any more. */
async function consequences(after: Refund, source: Source, nonce: () => string): Promise<Write[]> {
  const { program } = after.came
  if (after.state === 'done') return entryWrites(refundEntry(after, (await source.nonce()) ?? nonce()))
  if (after.state !== 'refused') return []
  const held = await readHold(program)
  return [holdWrite(program, held, withoutHeld(held, after.entryId))]
}

/**
 * Records a step of a refund. `false`: somebody else recorded one at the same moment, and nothing was written here.
 * The entry goes with the step that ends it, in one transaction; its key is the refund's, so it is written once for ever.
 */
export const keepStep = (before: Refund, after: Refund, nonce: () => string): Promise<boolean> =>
  insist(async () => {
    const { id, state } = after
    const now = await get(key.refund('open', id))
    if (now?.state !== before.state || now.nextAt !== before.nextAt) return false
    const here = isFinal(state)
      ? [
          write.put({ ...key.refund('ended', id), ...after }, absent),
          write.remove(key.refund('open', id), still(before)),
        ]
      : [write.put({ ...key.refund('open', id), ...after }, still(before))]
    if (state === before.state) await transact(here)
    else {
      const source = await sourceOf(after.came)
      await transact([...here, rememberWrite(source, after), ...(await consequences(after, source, nonce))])
    }
    return true
  })
