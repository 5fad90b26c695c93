import { nameOf, type Row } from './row.ts'
import type { Settled } from './settled.ts'
import { keepReview } from './store.ts'

/** Puts a row before a person, once for each reason and each thing that files said of it. `oursVnd`: what our books say. */
export const reviewRow = (
  row: Row,
  { line, sha256, ordinal }: Settled,
  reason: string,
  oursVnd: number | undefined,
  now: string,
  like?: string,
) =>
  keepReview(
    row.at,
    `${row.provider}#${row.reference ?? ''}#${nameOf(row)}#${reason}#${ordinal}`,
    {
      ...{ reason, provider: row.provider, transactionId: row.transactionId, reference: row.reference },
      ...{ amountVnd: reason === 'fee-differs' ? row.feeVnd : row.amountVnd, pledgedVnd: oursVnd, like, sha256, line },
    },
    now,
  )
