import * as z from 'zod'
import { Refusal } from '../refusal.ts'

export const both = z.object({ vi: z.string().min(1), en: z.string().min(1) })
export const day = z.iso.date()
export const source = z.object({ title: both, url: z.url().optional(), asOf: day })

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
export type Kind = (typeof kinds)[number]

const purpose = z.object({ version: z.int().positive(), from: day, text: both })
const ascending = (values: readonly (number | string)[]) =>
  values.every((value, place) => place === 0 || value > values[place - 1]!)

/** What a program that takes gifts promises. Amounts in whole đồng, days in Asia/Ho_Chi_Minh. */
export const giving = z
  .object({
    /** The newest version is the last; a change needs the donor's consent, else a refund. */
    purpose: z
      .array(purpose)
      .min(1)
      .refine((all) => ascending(all.map(({ version }) => version)) && ascending(all.map(({ from }) => from))),
    plan: both,
    period: z.object({ from: day, to: day }).refine(({ from, to }) => from <= to),
    goalVnd: z.int().positive(),
    limits: z
      .object({ minVnd: z.int().min(5_000), maxVnd: z.int().max(499_999_999) })
      .refine(({ minVnd, maxVnd }) => minVnd <= maxVnd),
    /** What happens to money that is left over. */
    surplus: both,
    administrationPercent: z.number().min(0).max(10),
    feesPaidBy: z.enum(['fund', 'sponsor']),
    reportDueOn: day,
    reportedOn: day.optional(),
    closedOn: day.optional(),
    /** Gifts go to the general fund and are not tied to one child. */
    generalFundOnly: z.boolean(),
    suggestedVnd: z.array(z.int().positive()).min(1).max(6).refine(ascending),
  })
  .refine(({ suggestedVnd, limits }) => suggestedVnd.every((vnd) => vnd >= limits.minVnd && vnd <= limits.maxVnd), {
    path: ['suggestedVnd'],
  })

/** A statement with its day and source; nothing undated is shown as current. */
const fact = z.object({
  text: both,
  asOf: day,
  /** Nobody knows of which day it is: `asOf` is then the day it was noted. */
  undated: z.literal(true).optional(),
  source,
  /** The map that a figure belongs to; figures of two maps are never summed. */
  map: z.enum(['before-2025-07-01', 'since-2025-07-01']).optional(),
})

/** A pillar or an area of focus: what it is, and what one does there. */
const part = z.object({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: both,
  text: both,
  deeds: z.array(both).min(1),
  /** Slugs of the programs that contribute to it. */
  contributes: z.array(z.string()).optional(),
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
  parts: z.array(part).min(1).optional(),
  facts: z.array(fact).min(1).optional(),
  /** Demonstration data is marked everywhere and never loaded in production unless asked. */
  demonstration: z.boolean(),
})
export type Program = z.infer<typeof program>
export type Giving = z.infer<typeof giving>

export type Acceptance =
  | { open: true; giving: Giving }
  | { open: false; because: 'no-gifts' }
  | { open: false; because: 'early' | 'closed' | 'overdue'; on: string }

/** Does the program take gifts on `today` (a day in Asia/Ho_Chi_Minh)? A late report closes it by itself. */
export function acceptance(of: Pick<Program, 'giving'>, today: string): Acceptance {
  const { giving } = of
  if (!giving) return { open: false, because: 'no-gifts' }
  if (giving.closedOn && giving.closedOn <= today) return { open: false, because: 'closed', on: giving.closedOn }
  if (today < giving.period.from) return { open: false, because: 'early', on: giving.period.from }
  if (giving.period.to < today) return { open: false, because: 'closed', on: giving.period.to }
  if (!giving.reportedOn && giving.reportDueOn < today)
    return { open: false, because: 'overdue', on: giving.reportDueOn }
  return { open: true, giving }
}

export const acceptanceReply = z.object({
  open: z.boolean(),
  because: z.enum(['no-gifts', 'early', 'closed', 'overdue']).optional(),
  on: day.optional(),
})

/** The purpose that a gift on `today` is given for: the newest that is in force. */
export const purposeOn = ({ purpose }: Pick<Giving, 'purpose'>, today: string): Giving['purpose'][number] =>
  purpose.findLast(({ from }) => from <= today) ?? purpose[0]!

/** What a gift was given for, in the words of then. */
export const purposeGiven = ({ giving, summary }: Pick<Program, 'giving' | 'summary'>, given: number) =>
  giving?.purpose.find(({ version }) => version === given)?.text ?? summary

/** Versions of the purpose that `next` alters or drops. Donors gave for them and receipts name them, so they stay. */
export function brokenPurposes(kept: Pick<Program, 'giving'>, next: Pick<Program, 'giving'>): number[] {
  const stays = (old: Giving['purpose'][number]) =>
    next.giving?.purpose.some(
      ({ version, from, text }) =>
        version === old.version && from === old.from && text.vi === old.text.vi && text.en === old.text.en,
    )
  return (kept.giving?.purpose ?? []).filter((old) => !stays(old)).map(({ version }) => version)
}

/** Throws if `next` breaks a purpose that was published. */
export function keepPurposes(kept: Program, next: Program): void {
  const [version] = brokenPurposes(kept, next)
  if (version !== undefined)
    throw new Refusal('conflict', 'published-stays', { with: { what: `${next.slug} (${version})` } })
}
