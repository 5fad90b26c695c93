import * as z from 'zod'
import { later } from '../time.ts'
import { langs } from '../words/words.ts'

const waits = { v: z.literal(1), createdAt: z.iso.datetime(), dueAt: z.iso.datetime(), tries: z.int() }
const claims = { claimedBy: z.string().optional(), claimedUntil: z.iso.datetime().optional() }

/** A letter that waits to be sent. It holds no address: that is read when it goes, if it is still kept. */
export const letter = z.discriminatedUnion('kind', [
  z.object({ ...waits, ...claims, kind: z.literal('receipt'), id: z.string(), donation: z.string() }),
  z.object({ ...waits, ...claims, kind: z.literal('links'), id: z.string(), digest: z.string(), lang: z.enum(langs) }),
])
export type Letter = z.infer<typeof letter>

/** How long whoever sends a letter has it alone; a sender that died is followed by another. */
export const claimSeconds = 300

/** When a letter that did not go is tried again: after 1, 2, 4 … minutes, an hour at most. */
export const nextTry = ({ tries }: Pick<Letter, 'tries'>, now: string): string =>
  later(now, Math.min(3_600, 60 * 2 ** Math.min(tries, 6)))
