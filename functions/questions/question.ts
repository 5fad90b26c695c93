import * as z from 'zod'
import { both, day, source } from '../programs/program.ts'

export const topics = ['learning', 'giving', 'trust'] as const

/** What people ask, and the city's answer. */
export const question = z.object({
  v: z.literal(1),
  /** Grows with each publication; an older or equal one changes nothing. */
  version: z.int().positive(),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  order: z.int(),
  topic: z.enum(topics),
  question: both,
  /** Paragraphs. */
  answer: z.array(both).min(1),
  /** The day of which the answer speaks, where it tells a figure or a promise of a time. */
  asOf: day.optional(),
  sources: z.array(source).min(1).optional(),
  /** Also stands on the home page. */
  home: z.literal(true).optional(),
})
export type Question = z.infer<typeof question>
