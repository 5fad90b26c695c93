import * as z from 'zod'
import { later, seconds } from '../time.ts'
import { langs } from '../words/words.ts'

const day = 86_400
/** Kept thirty days for a gift that nobody paid, else until ninety days after the receipt was sent. */
export const emailSeconds = { unpaid: 30 * day, sent: 90 * day } as const

/** Version of the sentence beside the field (`give.email-why` of the site) to which the donor agreed by filling it in. */
export const purposeVersion = 1

/** The address that a donor gave for the receipt, and for nothing else. */
export const email = z.object({
  v: z.literal(1),
  address: z.string(),
  purpose: z.int().positive(),
  lang: z.enum(langs),
  /** Where the donor gave; links in letters lead there. */
  origin: z.string(),
  consentAt: z.iso.datetime(),
  sentAt: z.iso.datetime().optional(),
  /** Why no more letters go there. */
  refused: z.enum(['bounce', 'complaint']).optional(),
  expiresAtSeconds: z.int(),
})
export type Email = z.infer<typeof email>

export const consent = (address: string, at: Pick<Email, 'lang' | 'origin'>, now: string): Email => ({
  v: 1,
  address,
  purpose: purposeVersion,
  lang: at.lang,
  origin: at.origin,
  consentAt: now,
  expiresAtSeconds: seconds(now) + emailSeconds.unpaid,
})

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
