import type { Area, LegacyArea } from '../../functions/areas/area.ts'
import type { Lang } from '../../functions/words/words.ts'

/** A former district with the units that stand on its ground today. */
export interface District {
  code: string
  name: string
  units: { code: string; name: string; short: string; origins: string }[]
}

const titles = { vi: /^(Phường|Xã|Đặc khu) (?=\D)/, en: / (Ward|Commune|Special Zone)$/ } as const
const ranks = ['Quận', 'Thành phố', 'Thị xã', 'Huyện']
const rank = ({ name }: LegacyArea) => ranks.findIndex((kind) => name.vi.startsWith(kind))
/** As people name them: the numbered districts first, the countryside last. */
const inOrder = (one: LegacyArea, other: LegacyArea) =>
  rank(one) - rank(other) || one.name.vi.localeCompare(other.name.vi, 'vi', { numeric: true })
const isCity = (province: string) => province.startsWith('Thành phố')

/** Former provinces, the city first, each with its former districts in order. A unit stands under each district it came from. */
export function formerProvinces(areas: readonly Area[], legacy: readonly LegacyArea[], lang: Lang, part: string) {
  const units = new Map(areas.map((area) => [area.code, area]))
  const provinces = [...new Set(legacy.map(({ province }) => province))].sort(
    (one, other) => Number(isCity(other)) - Number(isCity(one)) || one.localeCompare(other, 'vi'),
  )
  return provinces.map((province) => ({
    name: province.replace(/^(Tỉnh|Thành phố) /, ''),
    isCity: isCity(province),
    districts: legacy
      .filter((each) => each.province === province)
      .sort(inOrder)
      .map((each) => districtOf(each, units, lang, part)),
  }))
}

function districtOf(legacy: LegacyArea, units: ReadonlyMap<string, Area>, lang: Lang, part: string): District {
  return {
    code: legacy.code,
    name: legacy.name[lang],
    units: legacy.successors.flatMap(({ code }) => {
      const unit = units.get(code)
      if (!unit) return []
      const name = unit.name[lang]
      return { code, name, short: name.replace(titles[lang], ''), origins: originsOf(unit, legacy.code, part) }
    }),
  }
}

/** `Phường 1, Phường 2 (một phần); Quận Tân Phú: Phường Tây Thạnh`: what a unit was formed from, seen from one of its districts. */
function originsOf({ formedFrom }: Area, from: string, part: string): string {
  const districts = new Map<string, string[]>([[from, []]])
  const names = new Map<string, string>()
  for (const origin of formedFrom) {
    const ward = origin.ward || origin.district
    names.set(origin.districtCode, origin.district)
    districts.set(origin.districtCode, [
      ...(districts.get(origin.districtCode) ?? []),
      origin.part ? `${ward} (${part})` : ward,
    ])
  }
  return [...districts]
    .map(([code, wards]) => (code === from ? wards.join(', ') : `${names.get(code)}: ${wards.join(', ')}`))
    .join('; ')
}
