import { defineCollection } from 'astro:content'
import * as z from 'zod'
import { area, legacyArea } from '../../functions/areas/area.ts'
import { entity } from '../../functions/entities/entity.ts'
import { reason } from '../../functions/giving/switch.ts'
import { program } from '../../functions/programs/program.ts'
import { question } from '../../functions/questions/question.ts'
import { book, statements, totals, ways } from './public-api.ts'

/** The same public API that anyone can call. */
async function ask<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.infer<Shape>> {
  const origin = process.env.CITY_API_ORIGIN
  if (!origin) throw new Error('site: CITY_API_ORIGIN names no city to read from')
  const answer = await fetch(new URL(path, origin))
  if (!answer.ok) throw new Error(`site: ${path} answered ${answer.status}`)
  return shape.parse(await answer.json())
}

const programsReply = z.object({ programs: z.array(program), entities: z.array(entity) })
const questionsReply = z.object({ questions: z.array(question) })
const givingReply = z.object({ open: z.boolean(), reason: reason.optional() })
const areasReply = z.object({ asOf: z.string(), areas: z.array(area), legacy: z.array(legacyArea) })

/** A name may be hidden any time, and built pages stay: only the script, which asks each time, shows names. */
const withoutNames = (read: z.infer<typeof book>) => ({
  ...read,
  lines: read.lines.map((line) => ({ ...line, name: null })),
})

export const collections = {
  programs: defineCollection({
    loader: async () =>
      (await ask('/api/programs', programsReply)).programs.map((each) => ({ id: each.slug, ...each })),
  }),
  entities: defineCollection({
    loader: async () =>
      (await ask('/api/programs', programsReply)).entities.map((each) => ({ id: each.slug, ...each })),
  }),
  areas: defineCollection({
    loader: async () => (await ask('/api/areas', areasReply)).areas.map((each) => ({ id: each.code, ...each })),
  }),
  legacy: defineCollection({
    loader: async () => (await ask('/api/areas', areasReply)).legacy.map((each) => ({ id: each.code, ...each })),
  }),
  questions: defineCollection({
    loader: async () =>
      (await ask('/api/questions', questionsReply)).questions.map((each) => ({ id: each.slug, ...each })),
  }),
  giving: defineCollection({ loader: async () => [{ id: 'now', ...(await ask('/api/giving', givingReply)) }] }),
  ways: defineCollection({ loader: async () => [{ id: 'now', ...(await ask('/api/ways', ways)) }] }),
  totals: defineCollection({ loader: async () => [{ id: 'now', ...(await ask('/api/totals', totals)) }] }),
  statements: defineCollection({
    loader: async () => [{ id: 'newest', ...(await ask('/api/statements', statements)) }],
  }),
  book: defineCollection({
    loader: async () => [{ id: 'newest', ...withoutNames(await ask('/api/book?limit=50', book)) }],
  }),
}
