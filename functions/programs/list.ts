import * as z from 'zod'
import { resolve } from '../areas/area.ts'
import { allAreas } from '../areas/store.ts'
import { type Contract, http } from '../door/http.ts'
import { refuseFields } from '../door/problem.ts'
import { entity } from '../entities/entity.ts'
import { allEntities } from '../entities/store.ts'
import { dayOf } from '../time.ts'
import { acceptance, acceptanceReply, kinds, type Program, program } from './program.ts'
import { allPrograms } from './store.ts'

export const contract = {
  summary: 'Programs of the city, all or of one kind or area',
  query: z.object({
    kind: z.enum(kinds).optional(),
    area: z
      .string()
      .regex(/^\d{3}(\d{2})?$/, 'field-unreadable')
      .optional(),
  }),
  replies: {
    200: {
      description: 'Programs in the order shown',
      schema: z.object({
        programs: z.array(program),
        entities: z.array(entity),
        acceptances: z.record(z.string(), acceptanceReply),
      }),
    },
    422: { description: 'A kind or area that does not exist', type: 'application/problem+json' },
  },
} satisfies Contract

/** City-wide programs are of every area; a former district stands for the units that succeed it. */
async function ofArea(programs: readonly Program[], code: string): Promise<Program[]> {
  const { areas, legacy } = await allAreas()
  if (![...areas, ...legacy].some((each) => each.code === code))
    throw refuseFields([{ field: 'area', code: 'area-unknown', with: { area: code } }])
  const within = new Set([code, ...resolve(code, legacy)])
  return programs.filter(
    ({ areas: of }) => of.length === 0 || of.some((each) => within.has(each) || resolve(each, legacy).includes(code)),
  )
}

export const handler = http(contract, async ({ query: { kind, area }, now }) => {
  const [all, entities] = await Promise.all([allPrograms(), allEntities()])
  const programs = (area === undefined ? all : await ofArea(all, area)).filter(
    (each) => kind === undefined || each.kind === kind,
  )
  const acceptances = Object.fromEntries(programs.map((each) => [each.slug, acceptance(each, dayOf(now))]))
  return { status: 200, json: { programs, entities, acceptances } }
})
