import { key } from '../store/keys.ts'
import { type Publication, publish } from '../store/publication.ts'
import { query } from '../store/table.ts'
import { type Area, area, type LegacyArea, legacyArea } from './area.ts'

const isLegacy = ({ sk }: { sk?: unknown }) => String(sk).length === 3

/** All units and all former districts. */
export async function allAreas(): Promise<{ areas: Area[]; legacy: LegacyArea[] }> {
  const items = await query(key.area('').pk)
  return {
    areas: items.filter((item) => !isLegacy(item)).map((item) => area.parse(item)),
    legacy: items.filter(isLegacy).map((item) => legacyArea.parse(item)),
  }
}

export const publishArea = (made: Area): Promise<Publication> => publish(key.area(made.code), area.parse(made))
export const publishLegacy = (made: LegacyArea): Promise<Publication> =>
  publish(key.area(made.code), legacyArea.parse(made))
