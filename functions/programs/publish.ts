import * as z from 'zod'
import { area, legacyArea } from '../areas/area.ts'
import { allAreas, publishArea } from '../areas/store.ts'
import { command } from '../door/command.ts'
import { entity } from '../entities/entity.ts'
import { allEntities, publishEntity } from '../entities/store.ts'
import { Refusal } from '../refusal.ts'
import type { Publication } from '../store/table.ts'
import { program } from './program.ts'
import { publishProgram } from './store.ts'

const content = z.object({
  entities: z.array(entity),
  areas: z.array(area),
  legacy: z.array(legacyArea),
  programs: z.array(program),
  /** Lets demonstration data into production. */
  demonstration: z.boolean().optional(),
})
type Content = z.infer<typeof content>

/** Refuses, before anything is written, a program that names what does not exist and demonstration data in production. */
async function check({ entities, areas, legacy, programs, demonstration }: Content): Promise<void> {
  const pretended = [...entities, ...programs].find((each) => each.demonstration)
  if (process.env.STAGE === 'prod' && !demonstration && pretended)
    throw new Refusal('conflict', 'demonstration', { with: { what: pretended.slug } })
  const [kept, keptEntities] = await Promise.all([allAreas(), allEntities()])
  const codes = new Set([...areas, ...legacy, ...kept.areas, ...kept.legacy].map(({ code }) => code))
  const slugs = new Set([...entities, ...keptEntities].map(({ slug }) => slug))
  for (const each of programs) {
    const stray = each.areas.find((code) => !codes.has(code))
    if (stray) throw new Refusal('malformed', 'program-area-unknown', { with: { program: each.slug, area: stray } })
    if (!slugs.has(each.entity))
      throw new Refusal('malformed', 'program-entity-unknown', { with: { program: each.slug, entity: each.entity } })
  }
}

interface Outcome {
  added: string[]
  changed: string[]
  older: string[]
  same: number
}

/** By version, never deleting; says what it changed, and twice changes nothing. What a program names is there before it. */
async function publishAll({ entities, areas, legacy, programs }: Content): Promise<Outcome> {
  const outcome: Outcome = { added: [], changed: [], older: [], same: 0 }
  const note = (name: string, what: Publication) => {
    if (what === 'same') outcome.same++
    else outcome[what].push(name)
  }
  for (const each of [...areas, ...legacy]) note(`area ${each.code}`, await publishArea(each))
  for (const each of entities) note(`entity ${each.slug}`, await publishEntity(each))
  for (const each of programs) note(`program ${each.slug}`, await publishProgram(each))
  return outcome
}

export const handler = command(content, async (input) => {
  await check(input)
  return publishAll(input)
})
