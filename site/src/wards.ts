import type { Area } from '../../functions/areas/area.ts'

export interface District {
  district: string
  units: Area[]
}

/** Units under the former district of most of their ground (the first named), districts under their former province; names in order. */
export function byDistrict(areas: readonly Area[]): { province: string; districts: District[] }[] {
  const provinces = new Map<string, Map<string, Area[]>>()
  for (const area of areas) {
    const { province, district } = area.formedFrom[0]!
    const districts = provinces.get(province) ?? new Map<string, Area[]>()
    provinces.set(province, districts.set(district, [...(districts.get(district) ?? []), area]))
  }
  return [...provinces]
    .sort(([one], [other]) => other.localeCompare(one, 'vi'))
    .map(([province, districts]) => ({
      province,
      districts: [...districts]
        .map(([district, units]) => ({ district, units }))
        .sort((one, other) => one.district.localeCompare(other.district, 'vi', { numeric: true })),
    }))
}

/** `Phường 1, Phường 2 (một phần)`: what a unit was formed from; `part` is the word for a part. */
export const originsOf = ({ formedFrom }: Area, part: string): string =>
  formedFrom.map((origin) => (origin.part ? `${origin.ward} (${part})` : origin.ward)).join(', ')
