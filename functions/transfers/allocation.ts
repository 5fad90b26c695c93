import { commitment } from '../donations/receipt.ts'
import type { ProviderName } from '../donations/way.ts'
import { allocationPostings, giftPostings, type LedgerItem, unallocated } from '../ledger/entry.ts'
import { hourOf } from '../time.ts'
import { type Income, leftIn } from './transfer.ts'

interface Voucher {
  by: string
  because: string
}

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
  const receipt = { format: 'learning-city-settlement-v1', provider, amountVnd, of: of.entryId, ...voucher }
  return {
    v: 1,
    entryId,
    kind: 'correction',
    corrects: 'gift',
    program: unallocated,
    postings: giftPostings('bank', unallocated, -amountVnd),
    currency: 'VND',
    hour: hourOf(now),
    commitment: commitment(receipt, nonce),
    relatedEntryId: of.entryId,
    facts: { settlement: provider },
    paymentKey: `allocation#${of.paymentKey}`,
    recordedAt: now,
    receipt: { ...receipt, nonce },
  }
}

/** Gives money whose program is known now to that program. The voucher says who decided and why, and keeps its nonce; it is not public. */
export function allocationOf(
  of: Income,
  program: string,
  voucher: Voucher,
  nonce: string,
  entryId: string,
  now: string,
): LedgerItem {
  const amountVnd = leftIn(of)
  const receipt = {
    format: 'learning-city-allocation-v1',
    program,
    amountVnd,
    of: of.entryId,
    ...voucher,
  }
  return {
    v: 1,
    entryId,
    kind: 'allocation',
    program,
    postings: allocationPostings(program, amountVnd),
    currency: 'VND',
    hour: hourOf(now),
    commitment: commitment(receipt, nonce),
    relatedEntryId: of.entryId,
    paymentKey: `allocation#${of.paymentKey}`,
    recordedAt: now,
    receipt: { ...receipt, nonce },
  }
}
