import * as z from 'zod'

const recipients = z.array(z.object({ emailAddress: z.string() }))

/** What SES tells EventBridge of a letter that did not arrive; the part that we read (SES developer guide, event data). */
export const mailEvent = z.object({
  'detail-type': z.string(),
  detail: z.object({
    mail: z.object({ destination: z.array(z.string()) }),
    bounce: z.object({ bounceType: z.string(), bounceSubType: z.string(), bouncedRecipients: recipients }).optional(),
    complaint: z.object({ complainedRecipients: recipients }).optional(),
    reject: z.object({}).optional(),
  }),
})
export type MailEvent = z.infer<typeof mailEvent>

/** Addresses to which nothing goes any more, and why. An automatic answer ("out of office") comes as a passing general bounce. */
export function refusedBy({ detail }: MailEvent): { why: 'bounce' | 'complaint'; addresses: string[] } | undefined {
  const { bounce, complaint, reject, mail } = detail
  const of = (list: z.infer<typeof recipients>) => list.map(({ emailAddress }) => bare(emailAddress))
  if (complaint) return { why: 'complaint', addresses: of(complaint.complainedRecipients) }
  if (reject) return { why: 'bounce', addresses: mail.destination.map(bare) }
  if (!bounce || (bounce.bounceType === 'Transient' && bounce.bounceSubType === 'General')) return undefined
  return { why: 'bounce', addresses: of(bounce.bouncedRecipients) }
}

/** `a@b.vn` of `A <a@b.vn>`. */
const bare = (text: string): string => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text.trim()
