import { Refusal } from '../refusal.ts'
import { key } from '../store/keys.ts'
import { type Publication, publish } from '../store/publication.ts'
import { get, query } from '../store/table.ts'
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

export const publishProgram = (made: Program): Promise<Publication> =>
  publish(key.program(made.slug), program.parse(made), (kept) => keepPurposes(program.parse(kept), made))
