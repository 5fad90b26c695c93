import * as z from 'zod'
import { add, type Vnd } from '../money.ts'

/** What of a program's fund is promised by entries that do not stand in the book yet, or not even wait for it. */
export const hold = z.object({
  v: z.literal(1),
  /** Grows with each change, so that two orders at once cannot both count on the same money. */
  version: z.int().min(0),
  held: z.array(z.object({ entryId: z.string(), amountVnd: z.int().positive() })),
})
export type Hold = z.infer<typeof hold>
export const emptyHold: Hold = { v: 1, version: 0, held: [] }

export const heldVnd = ({ held }: Hold): Vnd => add(0, ...held.map(({ amountVnd }) => amountVnd))

export const withHeld = (of: Hold, entryId: string, amountVnd: Vnd): Hold => ({
  ...withoutHeld(of, entryId),
  held: [...of.held.filter((each) => each.entryId !== entryId), { entryId, amountVnd }],
})

export const withoutHeld = (of: Hold, entryId: string): Hold => ({
  ...of,
  version: of.version + 1,
  held: of.held.filter((each) => each.entryId !== entryId),
})
