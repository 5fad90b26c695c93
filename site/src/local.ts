import type { Area, LegacyArea } from '../../functions/areas/area.ts'
import type { Program } from '../../functions/programs/program.ts'

type Aim = Pick<Program, 'areas'>
/** A program of a place; `of` is the former district that it names, where only a part of the place belonged to that. */
export interface Local<Of extends Aim = Program> {
  program: Of
  of?: LegacyArea
}

/** The programs of each place that name it, or name the former district that it succeeds; of a district, those that name it. */
export function localPrograms<Of extends Aim>(
  programs: readonly Of[],
  legacy: readonly LegacyArea[],
): ReadonlyMap<string, Local<Of>[]> {
  const districts = new Map(legacy.map((each) => [each.code, each]))
  const found = new Map<string, Local<Of>[]>()
  const add = (code: string, local: Local<Of>): void => {
    const known = found.get(code) ?? []
    const same = known.find(({ program }) => program === local.program)
    if (!same) found.set(code, [...known, local])
    else if (!local.of) delete same.of
  }
  for (const program of programs)
    for (const code of program.areas) {
      const district = districts.get(code)
      add(code, { program })
      for (const { code: unit, part } of district?.successors ?? [])
        add(unit, part && district ? { program, of: district } : { program })
    }
  return found
}

type Point = Pick<Area, 'lat' | 'lon'>
const radians = (degrees: number): number => (degrees * Math.PI) / 180
/** As the crow flies, between center points. */
export function kmBetween(one: Point, other: Point): number {
  const north = radians(other.lat - one.lat)
  const east = radians(other.lon - one.lon) * Math.cos(radians((one.lat + other.lat) / 2))
  return 6_371 * Math.hypot(north, east)
}

/** The nearest units that have a program which this one does not have. */
export function nearest<Of extends Aim>(
  to: Area,
  areas: readonly Area[],
  local: ReadonlyMap<string, readonly Local<Of>[]>,
  count = 3,
): { area: Area; km: number; programs: Of[] }[] {
  const own = new Set(local.get(to.code)?.map(({ program }) => program))
  return areas
    .map((area) => ({
      area,
      km: kmBetween(to, area),
      programs: (local.get(area.code) ?? []).map(({ program }) => program).filter((each) => !own.has(each)),
    }))
    .filter(({ programs }) => programs.length > 0)
    .sort((one, other) => one.km - other.km)
    .slice(0, count)
}
