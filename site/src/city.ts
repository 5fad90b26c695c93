import { getCollection, getEntry } from 'astro:content'
import type { Area, LegacyArea } from '../../functions/areas/area.ts'
import type { WayName } from '../../functions/donations/way.ts'
import type { Entity } from '../../functions/entities/entity.ts'
import type { Reason } from '../../functions/giving/switch.ts'
import { acceptance, type Giving, type Program, purposeOn } from '../../functions/programs/program.ts'
import type { Question } from '../../functions/questions/question.ts'
import { dayOf } from '../../functions/time.ts'
import { type Filter, filtersOf } from './program-filters.ts'
import type { Book, Statements, Sums, Totals } from './public-api.ts'

const today = dayOf(new Date().toISOString())
const dataOf = <Data>(entries: { data: Data }[]): Data[] => entries.map(({ data }) => data)

/** All programs, in the order that the city gave them. */
export const programs: Program[] = dataOf<Program>(await getCollection('programs')).sort((a, b) => a.order - b.order)
export const entities: Entity[] = dataOf<Entity>(await getCollection('entities'))
/** The 168 units of today. */
export const areas: Area[] = dataOf<Area>(await getCollection('areas'))
/** The districts of before 1 July 2025. */
export const legacy: LegacyArea[] = dataOf<LegacyArea>(await getCollection('legacy'))
/** What people ask, in the order that the city gave it. */
export const questions: Question[] = dataOf<Question>(await getCollection('questions')).sort(
  (a, b) => a.order - b.order,
)
/** Why the city took no gifts at the moment of the build. */
export const givingClosed: Reason | undefined = (await getEntry('giving', 'now')).data.reason
/** Ways to pay that were open at the moment of the build. */
export const ways: readonly WayName[] = (await getEntry('ways', 'now')).data.ways.map(
  ({ name }: { name: WayName }) => name,
)
/** Whether receipts were sent by email at the moment of the build. */
export const offersMail: boolean = (await getEntry('ways', 'now')).data.mail
export const totals: Totals = (await getEntry('totals', 'now')).data
export const book: Book = (await getEntry('book', 'newest')).data
export const statements: Statements = (await getEntry('statements', 'newest')).data

/** Programs that took gifts on the day of the build. */
export const openPrograms: Program[] = programs.filter((each) => acceptance(each, today).open)
export const acceptanceOf = (program: Program) => acceptance(program, today)
export const purposeOf = (giving: Giving) => purposeOn(giving, today)

export const isOpen = (program: Program): boolean => acceptanceOf(program).open
/** Every value that programs can be looked up by. */
export const filters: Filter[] = filtersOf(programs, [...legacy, ...areas], isOpen)

/** The legal entity that answers for a program. */
export function entityOf(program: Program): Entity {
  const entity = entities.find(({ slug }) => slug === program.entity)
  if (!entity) throw new Error(`site: ${program.slug} names the unknown entity ${program.entity}`)
  return entity
}

/** The entity at the foot of every page: the one behind a program of the whole city, else behind the first program. */
const ofWholeCity = programs.find(({ areas }) => areas.length === 0) ?? programs[0]
export const cityEntity: Entity | undefined = ofWholeCity ? entityOf(ofWholeCity) : entities[0]

const nothing: Sums = { receivedVnd: 0, paidOutVnd: 0, refundedVnd: 0, feesVnd: 0, leftVnd: 0, gifts: 0 }
export const sumsOf = ({ slug }: Pick<Program, 'slug'>): Sums => totals.programs[slug] ?? nothing

/** Not the real city: money here is play money. */
export const isTest = process.env.STAGE !== 'prod'
