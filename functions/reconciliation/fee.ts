import { commitment } from '../donations/receipt.ts'
import type { ProviderName } from '../donations/way.ts'
import { feePostings, type LedgerItem } from '../ledger/entry.ts'
import { hourOf } from '../time.ts'
import type { FeeMove } from './settled.ts'

/** Who bears the fees of a program’s gifts. */
export type PaidBy = 'fund' | 'sponsor'

export interface FeeOf {
  provider: ProviderName
  /** The event’s name: the provider’s transaction, or its refund. */
  name: string
  program: string
  /** The entry of the gift. */
  giftEntryId: string
  paidBy: PaidBy
}

/** A fee has one entry for ever; another fee told later is a correction of it, with a key of its own. */
export const feeKeyOf = ({ provider, name }: Pick<FeeOf, 'provider' | 'name'>, ordinal?: number): string =>
  ordinal === undefined ? `fee#${provider}#${name}` : `fee#${provider}#${name}#${ordinal}`

/** The entry of a fee; of a changed one, the correction of entry `corrected`. The voucher keeps the nonce of its commitment. */
export function feeEntryOf(
  of: FeeOf,
  move: FeeMove,
  corrected: string | undefined,
  ids: { entryId: string; nonce: string },
  now: string,
): LedgerItem {
  const { provider, name, program, giftEntryId, paidBy } = of
  const voucher = {
    format: 'learning-city-fee-v1',
    provider,
    transaction: name,
    program,
    feeVnd: move.feeVnd,
    changeVnd: move.deltaVnd,
    paidBy,
    of: giftEntryId,
  }
  return {
    v: 1,
    entryId: ids.entryId,
    kind: corrected === undefined ? 'fee' : 'correction',
    program,
    postings: feePostings(provider, program, move.deltaVnd, paidBy),
    currency: 'VND',
    hour: hourOf(now),
    commitment: commitment(voucher, ids.nonce),
    relatedEntryId: corrected ?? giftEntryId,
    ...(corrected === undefined ? {} : { corrects: 'fee' as const }),
    facts: { feeVnd: move.feeVnd, paidBy },
    paymentKey: feeKeyOf(of, corrected === undefined ? undefined : move.ordinal),
    recordedAt: now,
    receipt: { ...voucher, nonce: ids.nonce },
  }
}
