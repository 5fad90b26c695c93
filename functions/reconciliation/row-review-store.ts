import type { Vnd } from '../money.ts'
import { nameOf, type Row } from './row.ts'
import type { Settled } from './settled.ts'
import { keepReview } from './store.ts'

/**
 * Puts a row before a person, once for each reason and each thing that files said of it, whenever they say that it was.
 * `oursVnd`: what our books say; `like`: the payment of ours that it may be.
 */
export const reviewRow = (
  row: Row,
  { line, sha256, ordinal, at }: Settled,
  reason: string,
  { oursVnd, like }: { oursVnd?: Vnd | undefined; like?: string | undefined },
  now: string,
) =>
  keepReview(
    at,
    `${row.provider}#${row.reference ?? ''}#${nameOf(row)}#${reason}#${ordinal}`,
    {
      ...{ reason, provider: row.provider, transactionId: row.transactionId, reference: row.reference },
      ...{ amountVnd: reason === 'fee-differs' ? row.feeVnd : row.amountVnd, pledgedVnd: oursVnd, like, sha256, line },
    },
    now,
  )
