import type { Area, LegacyArea } from '../../functions/areas/area.ts'
import type { Lang } from './words/words.ts'

/** A former district with the units that stand on its ground today. */
export interface District {
  code: string
  slug: string
  name: string
  units: { code: string; slug: string; short: string; part: boolean }[]
}

const titles = { vi: /^(Phường|Xã|Đặc khu) (?=\D)/, en: / (Ward|Commune|Special Zone)$/ } as const
const ranks = ['Quận', 'Thành phố', 'Thị xã', 'Huyện']
const rank = ({ name }: LegacyArea) => ranks.findIndex((kind) => name.vi.startsWith(kind))
/** As people name them: the numbered districts first, the countryside last. */
const inOrder = (one: LegacyArea, other: LegacyArea) =>
  rank(one) - rank(other) || one.name.vi.localeCompare(other.name.vi, 'vi', { numeric: true })
const isCity = (province: string) => province.startsWith('Thành phố')

/** Former provinces, the city first, each with its former districts in order. A unit stands under each district it came from. */
export function formerProvinces(areas: readonly Area[], legacy: readonly LegacyArea[], lang: Lang) {
  const units = new Map(areas.map((area) => [area.code, area]))
  const provinces = [...new Set(legacy.map(({ province }) => province))].sort(
    (one, other) => Number(isCity(other)) - Number(isCity(one)) || one.localeCompare(other, 'vi'),
  )
  return provinces.map((province) => ({
    title: province,
    name: province.replace(/^(Tỉnh|Thành phố) /, ''),
    isCity: isCity(province),
    districts: legacy
      .filter((each) => each.province === province)
      .sort(inOrder)
      .map((each) => districtOf(each, units, lang)),
  }))
}

function districtOf(legacy: LegacyArea, units: ReadonlyMap<string, Area>, lang: Lang): District {
  return {
    code: legacy.code,
    slug: legacy.slug,
    name: legacy.name[lang],
    units: legacy.successors.flatMap(({ code, part }) => {
      const unit = units.get(code)
      return unit ? [{ code, slug: unit.slug, short: unit.name[lang].replace(titles[lang], ''), part }] : []
    }),
  }
}
