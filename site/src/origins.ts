import type { Area, LegacyArea } from '../../functions/areas/area.ts'
import { markOf } from '../../functions/areas/name.ts'

/** A former ward: the units that its ground belongs to now; several where it was split. */
export interface FormerWard {
  name: string
  /** Its anchor on the page of its district. */
  mark: string
  district: LegacyArea
  into: Area[]
}

/** Each former ward once, by the code of its district. A district that was no more than itself has none. */
export function formerWards(
  areas: readonly Area[],
  legacy: readonly LegacyArea[],
): ReadonlyMap<string, readonly FormerWard[]> {
  const all = new Map(legacy.map((district) => [district.code, new Map<string, FormerWard>()]))
  const districts = new Map(legacy.map((district) => [district.code, district]))
  for (const area of areas)
    for (const { ward, wardCode, districtCode } of area.formedFrom) {
      const district = districts.get(districtCode)
      if (!ward || !district) continue
      const known = all.get(districtCode)?.get(`${wardCode}`)
      if (known) known.into.push(area)
      else all.get(districtCode)?.set(`${wardCode}`, { name: ward, mark: markOf(ward), district, into: [area] })
    }
  const inOrder = (one: FormerWard, other: FormerWard) => one.name.localeCompare(other.name, 'vi', { numeric: true })
  return new Map([...all].map(([code, wards]) => [code, [...wards.values()].sort(inOrder)]))
}

/** What a unit was formed from, by former district. */
export const formedFrom = (
  { code, formedFrom }: Area,
  legacy: readonly LegacyArea[],
  wards: ReadonlyMap<string, readonly FormerWard[]>,
): { district: LegacyArea; wards: FormerWard[] }[] =>
  legacy
    .filter((district) => formedFrom.some(({ districtCode }) => districtCode === district.code))
    .map((district) => ({
      district,
      wards: (wards.get(district.code) ?? []).filter(({ into }) => into.some((unit) => unit.code === code)),
    }))
