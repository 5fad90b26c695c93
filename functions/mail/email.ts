import * as z from 'zod'
import { seconds } from '../time.ts'
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
