import * as z from 'zod'

export const both = z.object({ vi: z.string().min(1), en: z.string().min(1) })
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const source = z.object({ title: both, url: z.url().optional(), asOf: day })

export const kinds = [
  'piggy-bank',
  'spiritual-parents',
  'scholarship',
  'learning-society',
  'association',
  'recognition',
  'week',
  'mobile-library',
  'storytelling',
  'learning-center',
  'strategy',
  'newsletter',
] as const

/** What a program that takes gifts promises. Amounts in whole đồng, days in Asia/Ho_Chi_Minh. */
export const giving = z.object({
  /** The newest version is the last; a change needs the donor's consent, else a refund. */
  purpose: z.array(z.object({ version: z.int().positive(), from: day, text: both })).min(1),
  plan: both,
  period: z.object({ from: day, to: day }),
  goalVnd: z.int().positive(),
  limits: z.object({ minVnd: z.int().min(5_000), maxVnd: z.int().max(499_999_999) }),
  /** What happens to money that is left over. */
  surplus: both,
  administrationPercent: z.number().min(0).max(10),
  feesPaidBy: z.enum(['fund', 'sponsor']),
  reportDueOn: day,
  reportedOn: day.optional(),
  closedOn: day.optional(),
  /** Gifts go to the general fund and are not tied to one child. */
  generalFundOnly: z.boolean(),
  suggestedVnd: z.array(z.int().positive()).min(1).max(6),
})

export const program = z.object({
  v: z.literal(1),
  /** Grows with each publication; an older or equal one changes nothing. */
  version: z.int().positive(),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: z.enum(kinds),
  order: z.int(),
  name: both,
  /** One sentence. */
  summary: both,
  /** Paragraphs. */
  story: z.array(both).min(1),
  /** Codes of units or of legacy districts; empty means the whole city. */
  areas: z.array(z.string().regex(/^\d{3}(\d{2})?$/)),
  audience: both,
  accessibility: both,
  dates: both.optional(),
  howToJoin: both,
  contact: z.object({ office: both, address: z.string(), phone: z.string(), hours: both }),
  sources: z.array(source).min(1),
  /** Slug of the legal entity that answers for it. */
  entity: z.string(),
  giving: giving.optional(),
  /** Demonstration data is marked everywhere and never loaded in production unless asked. */
  demonstration: z.boolean(),
})
export type Program = z.infer<typeof program>
export type Giving = z.infer<typeof giving>

export type Acceptance =
  | { open: true; giving: Giving }
  | { open: false; because: 'no-gifts' }
  | { open: false; because: 'closed' | 'overdue'; on: string }

/** Does the program take gifts on `today` (a day in Asia/Ho_Chi_Minh)? A late report closes it by itself. */
export function acceptance(of: Pick<Program, 'giving'>, today: string): Acceptance {
  const { giving } = of
  if (!giving) return { open: false, because: 'no-gifts' }
  if (giving.closedOn && giving.closedOn <= today) return { open: false, because: 'closed', on: giving.closedOn }
  if (giving.period.to < today) return { open: false, because: 'closed', on: giving.period.to }
  if (!giving.reportedOn && giving.reportDueOn < today)
    return { open: false, because: 'overdue', on: giving.reportDueOn }
  return { open: true, giving }
}

export const acceptanceReply = z.object({
  open: z.boolean(),
  because: z.enum(['no-gifts', 'closed', 'overdue']).optional(),
  on: day.optional(),
})
