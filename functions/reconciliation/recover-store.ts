import { type Draw, paymentFact, settle } from '../donations/payment-store.ts'
import { donationByReference } from '../donations/store.ts'
import { entryWrites } from '../ledger/store.ts'
import { key } from '../store/keys.ts'
import { absent, ConditionFailed, get, transact, write } from '../store/table.ts'
import { recordTransfer } from '../transfers/record-store.ts'
import { accountOf, incomeIdOf, incomeOf, type Transfer } from '../transfers/transfer.ts'
import { referencesIn } from './references.ts'
import type { Row } from './row.ts'

/** The reference in a row that leads to a donation of ours; undefined if none does. */
export async function ourReference(row: Row): Promise<string | undefined> {
  for (const reference of referencesIn(row)) if (await donationByReference(row.provider, reference)) return reference
  return undefined
}

/**
 * The payment of ours that a row is about. A refund names it, or bears its id, or has an id of its own and only the
 * reference leads there; undefined if none does.
 */
export async function paymentKeyOf(row: Row): Promise<string | undefined> {
  const { provider, kind, transactionId, of, reference } = row
  if (kind !== 'refund') return `${provider}#${transactionId}`
  for (const id of [of, transactionId])
    if (id !== undefined && (await get(key.payment(provider, id)))) return `${provider}#${id}`
  const donation = reference === undefined ? undefined : await donationByReference(provider, reference)
  return donation?.payments.find((payment) => payment.key.startsWith(`${provider}#`))?.key
}

/** A row as a movement of the bank account. */
export const transferOf = (row: Row, direction: Transfer['direction']): Transfer => ({
  account: row.provider === 'bank' ? accountOf(row.transactionId) : row.provider,
  transactionId: incomeIdOf(row.provider, row.transactionId),
  direction,
  amountVnd: row.amountVnd,
  at: row.at,
  text: row.text ?? '',
  toldAs: row.toldAs,
})

/** Records money that only a file tells us of: as the gift that it is, else as income whose program nobody knows. */
export async function recover(row: Row, draw: Draw, now: string): Promise<void> {
  const { provider, transactionId, amountVnd, at: paidAt } = row
  if (provider === 'bank') return void (await recordTransfer(transferOf(row, 'in'), draw, now))
  const said = { responseCode: '', transactionStatus: '', meaning: 'received' as const }
  for (const reference of referencesIn(row)) {
    const told = { provider, reference, transactionId, amountVnd, paidAt, ...said }
    if ((await settle(told, draw, now)).settled !== 'unknown-order') return
  }
  await keepUnknown(row, draw, now)
}

const tries = 8

/** Money of no attempt of ours, once for ever; a receipt number that is taken is drawn again. */
async function keepUnknown(row: Row, draw: Draw, now: string): Promise<void> {
  const { provider, transactionId, amountVnd, at: paidAt } = row
  const of = transferOf(row, 'in')
  for (let attempt = 1; ; attempt++) {
    if (await get(key.payment(provider, transactionId))) return
    const { kept, ledger } = incomeOf(of, draw.nonce(), draw.ids(), now, { provider, transactionId })
    try {
      await transact([
        paymentFact({ provider, transactionId, reference: '', amountVnd, paidAt }, undefined, now),
        write.put({ ...key.number(kept.number), v: 1, entryId: kept.entryId }, absent),
        ...entryWrites(ledger),
        write.put({ ...key.unallocated('open', of.transactionId), ...kept }, absent),
      ])
      return
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt >= tries) throw error
    }
  }
}

/** Money that left the bank account, which nobody may have told us of. */
export const keepLeft = async (row: Row, draw: Draw, now: string): Promise<void> => {
  await recordTransfer(transferOf(row, 'out'), draw, now)
}
