import { type Area, foldName, type LegacyArea, slugOf } from '../../functions/areas/area.ts'
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

const titled = (text: string) => foldName(text).replace(/\b[a-z]/g, (letter) => letter.toUpperCase())

/** `Quận 4` is District 4, `Huyện Củ Chi` Cu Chi District, `Thành phố Thủ Đức` Thu Duc City. */
function englishName(name: string): string {
  const [, kind, own = ''] = /^(Quận|Huyện|Thành phố)\s+(.*)$/.exec(name) ?? []
  if (/^\d+$/.test(own)) return `District ${own}`
  return `${titled(own)} ${kind === 'Thành phố' ? 'City' : 'District'}`
}

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
