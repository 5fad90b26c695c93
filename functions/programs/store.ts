import { Refusal } from '../refusal.ts'
import { key } from '../store/keys.ts'
import { type Publication, publish } from '../store/publication.ts'
import { get, query } from '../store/table.ts'
import type { Both, Lang } from '../words/words.ts'
import { keepPurposes, type Program, program } from './program.ts'

/** All programs in the order that the city shows them. */
export const allPrograms = async (): Promise<Program[]> =>
  (await query(key.program('').pk))
    .map((item) => program.parse(item))
    .sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1))

export async function programBySlug(slug: string): Promise<Program> {
  const found = /^[a-z0-9-]{1,100}$/.test(slug) ? await get(key.program(slug)) : undefined
  if (!found) throw new Refusal('unknown', 'program-unknown')
  return program.parse(found)
}

/** Names of the programs by their slugs. */
export const programNames = async (): Promise<ReadonlyMap<string, Both>> =>
  new Map((await allPrograms()).map(({ slug, name }) => [slug, name]))

/** As programBySlug; who types a slug in the office is told which there are. */
export async function programNamed(slug: string): Promise<Program> {
  const all = await allPrograms()
  const found = all.find((each) => each.slug === slug)
  if (found) return found
  const list = (lang: Lang) => all.map((each) => `${each.slug} (${each.name[lang]})`).join(', ')
  throw new Refusal('unknown', 'program-slug', { with: { slug, all: { vi: list('vi'), en: list('en') } } })
}

export const publishProgram = (made: Program): Promise<Publication> =>
  publish(key.program(made.slug), program.parse(made), (kept) => keepPurposes(program.parse(kept), made))
