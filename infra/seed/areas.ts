import type { Area, LegacyArea } from '../../functions/areas/area.ts'
import { englishName, slugOf } from '../../functions/areas/name.ts'
import data from './areas.json' with { type: 'json' }

const version = 1
const kinds = { ward: 'ward', commune: 'commune', special_zone: 'special-zone' } as const

export const areas: Area[] = data.areas.map((unit) => ({
  v: 1,
  version,
  code: unit.code,
  slug: slugOf(unit.nameVi, unit.code),
  kind: kinds[unit.kind as keyof typeof kinds],
  name: { vi: unit.nameVi, en: unit.nameEn.replace('Special administrative region', 'Special Zone') },
  map: 'since-2025-07-01',
  population: unit.population2025,
  areaKm2: unit.areaKm2,
  lat: unit.lat,
  lon: unit.lon,
  formedFrom: unit.formedFrom,
}))

interface Former {
  name: string
  province: string
  successors: Map<string, boolean>
}

/** A successor is a part where other districts gave ground to the unit too. */
function formerDistricts(): Map<string, Former> {
  const former = new Map<string, Former>()
  for (const { code, formedFrom } of areas) {
    const districts = new Set(formedFrom.map(({ districtCode }) => districtCode))
    for (const { districtCode, district, province } of formedFrom) {
      const found = former.get(districtCode) ?? { name: district, province, successors: new Map() }
      former.set(districtCode, { ...found, successors: found.successors.set(code, districts.size > 1) })
    }
  }
  return former
}

export const legacy: LegacyArea[] = [...formerDistricts()]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, { name, province, successors }]) => ({
    v: 1,
    version,
    code,
    slug: slugOf(name, code),
    name: { vi: name, en: englishName(name) },
    province,
    map: 'before-2025-07-01',
    successors: [...successors].map(([unit, part]) => ({ code: unit, part })),
  }))
