import type { Area, LegacyArea } from './area.ts'
import { foldName, type KindLetter, ownName, partsOf, slugOf } from './name.ts'

/** Every name of today and of before, as small as it can be sent. A number is a place in one of the other lists. */
export interface Gazetteer {
  provinces: string[]
  districts: [code: string, name: string, province: number][]
  units: [code: string, name: string][]
  /** Former wards; several units where the ward was split. */
  wards: [name: string, district: number, ...units: number[]][]
}

export function gazetteerOf(areas: readonly Area[], legacy: readonly LegacyArea[]): Gazetteer {
  const provinces = [...new Set(legacy.map(({ province }) => province))]
  const districts = new Map(legacy.map(({ code }, place) => [code, place]))
  const wards = new Map<string, [string, number, ...number[]]>()
  areas.forEach(({ formedFrom }, unit) => {
    for (const { ward, wardCode, districtCode } of formedFrom) {
      const key = `${districtCode}/${wardCode}`
      const known = wards.get(key) ?? [ward, districts.get(districtCode) ?? -1]
      wards.set(key, [...known, unit])
    }
  })
  return {
    provinces,
    districts: legacy.map(({ code, name, province }) => [code, name.vi, provinces.indexOf(province)]),
    units: areas.map(({ code, name }) => [code, name.vi]),
    wards: [...wards.values()],
  }
}

/** A word of a name: to be found by, and as it is written, its tone last (Hòa and Hoà are one). */
export interface NameWord {
  fold: string
  written: string
}

export interface Place {
  kind: 'unit' | 'district' | 'ward' | 'province'
  name: string
  letter: KindLetter | ''
  /** Of a unit or a district. */
  slug: string
  /** The former districts of a unit, the district of a former ward, the province of a district. */
  within: Place[]
  /** What stands there today. */
  units: Place[]
  own: NameWord[]
  /** Names of its former districts, of before 2021 too; and of its former province. */
  around: NameWord[]
  province: NameWord[]
}

const tone = /[\u0300\u0301\u0303\u0309\u0323]/g
const written = (word: string): string => {
  const apart = word.normalize('NFD').toLowerCase()
  return apart.replace(tone, '') + (apart.match(tone) ?? []).join('')
}
export const wordsOf = (text: string): NameWord[] =>
  (text.match(/\d+|[\p{L}\p{M}]+/gu) ?? []).map((word) => ({ fold: foldName(word), written: written(word) }))

const nameWords = (name: string): NameWord[] => {
  const { own, letter } = partsOf(name)
  return /^\d/.test(own) ? [{ fold: letter + own, written: letter + own }] : wordsOf(ownName(name))
}

/** Districts 2, 9 and Thủ Đức became Thủ Đức City on 1 January 2021 (Resolution 1111/NQ-UBTVQH14); people still say them. */
export const earlier: Readonly<Record<string, readonly string[]>> = {
  'Thành phố Thủ Đức': ['Quận 2', 'Quận 9', 'Quận Thủ Đức'],
}

const otherNames: Readonly<Record<string, readonly string[]>> = { 'Thành phố Hồ Chí Minh': ['HCM', 'TPHCM', 'HCMC'] }

type Making = Pick<Place, 'kind' | 'name'> & { code?: string; within?: Place[]; called?: string }
const make = ({ kind, name, code = '', within = [], called = name }: Making): Place => ({
  ...{ kind, name, within, units: [], around: [], province: [] },
  letter: partsOf(name).letter,
  slug: code && slugOf(name, code),
  own: nameWords(called),
})

/** The list again as places that know each other. */
export function placesOf({ provinces, districts, units, wards }: Gazetteer): Place[] {
  const former = provinces.map((name) => make({ kind: 'province', name }))
  const known = districts.map(([code, name, at]) => make({ kind: 'district', name, code, within: [former[at]!] }))
  const today = units.map(([code, name]) => make({ kind: 'unit', name, code }))
  const old = wards.map(([name, at, ...into]) => ({
    ...make({ kind: 'ward', name, within: [known[at]!] }),
    units: into.map((unit) => today[unit]!),
  }))
  for (const { within, units } of old)
    for (const unit of units) {
      const [district] = within as [Place]
      if (!unit.within.includes(district)) unit.within.push(district)
      if (!district.units.includes(unit)) district.units.push(unit)
    }
  for (const district of known) district.province = district.within[0]!.own
  for (const place of [...today, ...old]) {
    place.around = place.within.flatMap(({ name, own }) => [...own, ...(earlier[name] ?? []).flatMap(nameWords)])
    place.province = place.within.flatMap(({ province }) => province)
  }
  const called = (all: Place[], names: typeof earlier) =>
    all.flatMap((place) => (names[place.name] ?? []).map((name) => ({ ...place, own: nameWords(name) })))
  const more = [...called(known, earlier), ...called(former, otherNames)]
  return [...today, ...known, ...former, ...old.filter(({ name }) => name), ...more]
}
