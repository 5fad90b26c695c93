import * as z from 'zod'
import { providers } from '../donations/way.ts'
import type { Vnd } from '../money.ts'
import { founds } from './match.ts'
import { type Row, rowKinds } from './row.ts'

/** What a file said of one event, as it was first understood; added once, for ever. A later file that says otherwise adds the next. */
export const settled = z.object({
  v: z.literal(1),
  provider: z.enum(providers),
  kind: z.enum(rowKinds),
  transactionId: z.string(),
  of: z.string().optional(),
  /** 1, 2 …: how often files said something new of it. */
  ordinal: z.int().positive(),
  amountVnd: z.int().positive(),
  feeVnd: z.int().optional(),
  at: z.iso.datetime(),
  found: z.enum(founds),
  sha256: z.string(),
  line: z.int(),
  takenAt: z.iso.datetime(),
})
export type Settled = z.infer<typeof settled>

/** Does a file say of an event what is known of it already? A file without fees says nothing of them. */
export const isKnown = (
  known: Pick<Settled, 'amountVnd' | 'feeVnd'>,
  row: Pick<Row, 'amountVnd' | 'feeVnd'>,
): boolean => known.amountVnd === row.amountVnd && (row.feeVnd === undefined || row.feeVnd === known.feeVnd)

/** What is kept of a row that says something new: a fee that it does not tell stays as it was told. */
export function settledOf(
  row: Row,
  before: Settled | undefined,
  found: Settled['found'],
  file: { sha256: string; now: string },
): Settled {
  const { provider, kind, transactionId, of, amountVnd, feeVnd = before?.feeVnd, at, line } = row
  return {
    v: 1,
    ...{ provider, kind, transactionId, amountVnd, at, line, found },
    ...(of === undefined ? {} : { of }),
    ...(feeVnd === undefined ? {} : { feeVnd }),
    ordinal: (before?.ordinal ?? 0) + 1,
    sha256: file.sha256,
    takenAt: file.now,
  }
}

/** A fee told for the first time, and each time that another one was told: in order, each with the change it makes. */
export interface FeeMove {
  ordinal: number
  deltaVnd: Vnd
  beforeVnd: Vnd | undefined
  feeVnd: Vnd
}

export function feeMoves(said: readonly Pick<Settled, 'ordinal' | 'feeVnd'>[]): FeeMove[] {
  let before: Vnd | undefined
  return said.flatMap(({ ordinal, feeVnd }) => {
    if (feeVnd === undefined || feeVnd === (before ?? 0)) {
      before ??= feeVnd
      return []
    }
    const move = { ordinal, deltaVnd: feeVnd - (before ?? 0), beforeVnd: before, feeVnd }
    before = feeVnd
    return [move]
  })
}
