import { Refusal } from '../refusal.ts'
import { key } from '../store/keys.ts'
import { type Publication, publish } from '../store/publication.ts'
import { get, query } from '../store/table.ts'
import { type Entity, entity, keepEntity } from './entity.ts'

export const allEntities = async (): Promise<Entity[]> =>
  (await query(key.entity('').pk)).map((item) => entity.parse(item))

export async function entityBySlug(slug: string): Promise<Entity> {
  const found = await get(key.entity(slug))
  if (!found) throw new Refusal('unknown', 'entity-unknown', { with: { entity: slug } })
  return entity.parse(found)
}

export const publishEntity = (made: Entity): Promise<Publication> =>
  publish(key.entity(made.slug), entity.parse(made), (kept) => keepEntity(entity.parse(kept), made))
