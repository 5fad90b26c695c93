import type { Vnd } from '../money.ts'
import { review } from '../review/review.ts'
import { keepReview } from '../review/store.ts'
import { key } from '../store/keys.ts'
import { getMany } from '../store/table.ts'
import { nameOf, type Row } from './row.ts'
import type { Settled } from './settled.ts'
import { saidOf } from './store.ts'
import type { TakenRow } from './taken.ts'

type Named = Pick<Row, 'provider' | 'reference' | 'kind' | 'transactionId' | 'at'>

const idOf = (row: Named, { ordinal }: Pick<Settled, 'ordinal'>, reason: string): string =>
  `${row.provider}#${row.reference ?? ''}#${nameOf(row)}#${reason}#${ordinal}`

/**
 * Transfers that a person found to be the same as one in our books: the ids of theirs and of ours. What nobody decided, or
 * what was recorded as money of its own, is left out.
 */
export async function samesOf(rows: readonly Pick<TakenRow, 'kind' | 'transactionId' | 'found'>[]) {
  const held = rows.filter(({ found }) => found === 'maybe-same')
  const named = held.map(({ kind, transactionId }) => ({ provider: 'bank' as const, kind, transactionId, at: '' }))
  const firsts = (await saidOf(named)).map((said) => said.find(({ found }) => found === 'maybe-same'))
  const keys = firsts.map((of, place) =>
    key.review(of?.at.slice(0, 7) ?? '-', of?.at ?? '', idOf(named[place]!, of ?? { ordinal: 0 }, 'maybe-same')),
  )
  const items = await getMany(keys)
  return new Map(
    held.flatMap(({ transactionId }, place) => {
      const of = items[place] && review.parse(items[place])
      return of?.resolved && !of.booking && of.like ? [[transactionId, of.like] as const] : []
    }),
  )
}

/**
 * Puts a row before a person, once for each reason and each thing that files said of it, whenever they say that it was.
 * `oursVnd`: what our books say; `like`: the payment of ours that it may be.
 */
export const reviewRow = (
  row: Row,
  of: Settled,
  reason: string,
  { oursVnd, like }: { oursVnd?: Vnd | undefined; like?: string | undefined },
  now: string,
) =>
  keepReview(of.at, idOf(row, of, reason), {
    ...{ reason, provider: row.provider, transactionId: row.transactionId, reference: row.reference },
    ...{ amountVnd: reason === 'fee-differs' ? row.feeVnd : row.amountVnd, pledgedVnd: oursVnd, like },
    ...{ sha256: of.sha256, line: of.line, at: now },
  })
