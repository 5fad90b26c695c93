import { commitment } from '../donations/receipt.ts'
import type { ProviderName } from '../donations/way.ts'
import { allocationPostings, giftPostings, type LedgerItem, unallocated } from '../ledger/entry.ts'
import { hourOf } from '../time.ts'
import { type Income, leftIn } from './transfer.ts'

interface Voucher {
  by: string
  because: string
}

/** The entry that ends an income, with its voucher, which keeps the nonce of its commitment and is not public. */
const entryOf = (
  of: Income,
  what: Pick<LedgerItem, 'kind' | 'program' | 'postings'> & Partial<LedgerItem>,
  receipt: LedgerItem['receipt'],
  { nonce, entryId, now }: { nonce: string; entryId: string; now: string },
): LedgerItem => ({
  v: 1,
  entryId,
  ...what,
  currency: 'VND',
  hour: hourOf(now),
  commitment: commitment(receipt, nonce),
  relatedEntryId: of.entryId,
  paymentKey: `allocation#${of.paymentKey}`,
  recordedAt: now,
  receipt: { ...receipt, nonce },
})

/**
 * Takes out of the fund what was no gift: a provider paid over money of gifts that stand in the book already. Without it
 * they would be counted twice.
 */
export function settlementOf(
  of: Income,
  provider: ProviderName,
  voucher: Voucher,
  nonce: string,
  entryId: string,
  now: string,
): LedgerItem {
  const amountVnd = leftIn(of)
  const postings = giftPostings('bank', unallocated, -amountVnd)
  const what = { corrects: 'gift', program: unallocated, postings, facts: { settlement: provider } } as const
  const receipt = { format: 'learning-city-settlement-v1', provider, amountVnd, of: of.entryId, ...voucher }
  return entryOf(of, { kind: 'correction', ...what }, receipt, { nonce, entryId, now })
}

/** Gives money whose program is known now to that program. The voucher says who decided and why. */
export function allocationOf(
  of: Income,
  program: string,
  voucher: Voucher,
  nonce: string,
  entryId: string,
  now: string,
): LedgerItem {
  const amountVnd = leftIn(of)
  const receipt = { format: 'learning-city-allocation-v1', program, amountVnd, of: of.entryId, ...voucher }
  const what = { kind: 'allocation', program, postings: allocationPostings(program, amountVnd) } as const
  return entryOf(of, what, receipt, { nonce, entryId, now })
}
