import * as z from 'zod'
import { area, legacyArea } from '../areas/area.ts'
import { allAreas, publishArea, publishLegacy } from '../areas/store.ts'
import { command } from '../door/command.ts'
import { entity, keepEntity } from '../entities/entity.ts'
import { allEntities, publishEntity } from '../entities/store.ts'
import { question } from '../questions/question.ts'
import { publishQuestion } from '../questions/store.ts'
import { Refusal } from '../refusal.ts'
import type { Publication } from '../store/publication.ts'
import { keepPurposes, program } from './program.ts'
import { allPrograms, publishProgram } from './store.ts'

const content = z.object({
  entities: z.array(entity),
  areas: z.array(area),
  legacy: z.array(legacyArea),
  programs: z.array(program),
  questions: z.array(question).default([]),
  /** Lets demonstration data into production. */
  demonstration: z.boolean().optional(),
})
type Content = z.infer<typeof content>

function checkDemonstration({ entities, programs, demonstration }: Content): void {
  const pretended = [...entities, ...programs].find((each) => each.demonstration)
  if (process.env.STAGE === 'prod' && !demonstration && pretended)
    throw new Refusal('conflict', 'demonstration', { with: { what: pretended.slug } })
}

/** Every code and slug that is named is here already or comes along. */
async function checkNames({ entities, areas, legacy, programs }: Content): Promise<void> {
  const [kept, keptEntities, keptPrograms] = await Promise.all([allAreas(), allEntities(), allPrograms()])
  const units = new Set([...areas, ...kept.areas].map(({ code }) => code))
  const codes = new Set([...units, ...[...legacy, ...kept.legacy].map(({ code }) => code)])
  const all = new Set([...programs, ...keptPrograms].map(({ slug }) => slug))
  const slugs = new Set([...entities, ...keptEntities].map(({ slug }) => slug))
  for (const { successors } of legacy) {
    const stray = successors.find(({ code }) => !units.has(code))
    if (stray) throw new Refusal('malformed', 'area-unknown', { with: { area: stray.code } })
  }
  for (const each of programs) {
    const stray = each.areas.find((code) => !codes.has(code))
    if (stray) throw new Refusal('malformed', 'program-area-unknown', { with: { program: each.slug, area: stray } })
    if (!slugs.has(each.entity))
      throw new Refusal('malformed', 'program-entity-unknown', { with: { program: each.slug, entity: each.entity } })
    const lost = (each.parts ?? []).flatMap(({ contributes = [] }) => contributes).find((named) => !all.has(named))
    if (lost) throw new Refusal('malformed', 'program-part-unknown', { with: { program: each.slug, named: lost } })
  }
}

/** What was published to donors stays: a newer version adds to it. The stores check again as they write. */
async function checkPromises({ entities, programs }: Content): Promise<void> {
  const [keptEntities, keptPrograms] = await Promise.all([allEntities(), allPrograms()])
  for (const [kept, next] of newer(keptEntities, entities)) keepEntity(kept, next)
  for (const [kept, next] of newer(keptPrograms, programs)) keepPurposes(kept, next)
}

const newer = <T extends { slug: string; version: number }>(kept: readonly T[], next: readonly T[]): [T, T][] =>
  next.flatMap((each): [T, T][] => {
    const old = kept.find(({ slug, version }) => slug === each.slug && version < each.version)
    return old ? [[old, each]] : []
  })

interface Outcome {
  added: string[]
  changed: string[]
  older: string[]
  same: number
}

/** By version, never deleting; says what it changed, and twice changes nothing. What a program names is there before it. */
async function publishAll({ entities, areas, legacy, programs, questions }: Content): Promise<Outcome> {
  const outcome: Outcome = { added: [], changed: [], older: [], same: 0 }
  const note = (name: string, what: Publication) => {
    if (what === 'same') outcome.same++
    else outcome[what].push(name)
  }
  for (const each of areas) note(`area ${each.code}`, await publishArea(each))
  for (const each of legacy) note(`area ${each.code}`, await publishLegacy(each))
  for (const each of entities) note(`entity ${each.slug}`, await publishEntity(each))
  for (const each of programs) note(`program ${each.slug}`, await publishProgram(each))
  for (const each of questions) note(`question ${each.slug}`, await publishQuestion(each))
  return outcome
}

/** Everything is checked before anything is written. */
export const handler = command(content, async (input) => {
  checkDemonstration(input)
  await checkNames(input)
  await checkPromises(input)
  return publishAll(input)
})
