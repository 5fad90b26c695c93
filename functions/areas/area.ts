import * as z from 'zod'
import { both } from '../programs/program.ts'

/** Where a unit's ground came from on 1 July 2025: a former ward, all of it or a part. */
const origin = z.object({
  wardCode: z.string().nullable(),
  ward: z.string(),
  districtCode: z.string(),
  district: z.string(),
  province: z.string(),
  part: z.boolean(),
})

/** One of the 168 units since 1 July 2025. Figures belong to the map named in `map`. */
export const area = z.object({
  v: z.literal(1),
  version: z.int().positive(),
  code: z.string().regex(/^\d{5}$/),
  slug: z.string(),
  kind: z.enum(['ward', 'commune', 'special-zone']),
  name: both,
  map: z.literal('since-2025-07-01'),
  population: z.int().positive(),
  areaKm2: z.number().positive(),
  lat: z.number(),
  lon: z.number(),
  formedFrom: z.array(origin).min(1),
})
export type Area = z.infer<typeof area>

/** A district of before 1 July 2025: a community's identity, never summed with the units that succeed it. */
export const legacyArea = z.object({
  v: z.literal(1),
  version: z.int().positive(),
  code: z.string().regex(/^\d{3}$/),
  slug: z.string(),
  name: both,
  province: z.string(),
  map: z.literal('before-2025-07-01'),
  /** Units today; `part` where only a part of the unit was of this district. */
  successors: z.array(z.object({ code: z.string(), part: z.boolean() })).min(1),
})
export type LegacyArea = z.infer<typeof legacyArea>

/** The codes of today that a code stands for: itself, or the units that succeed a former district. */
export function resolve(code: string, legacy: readonly Pick<LegacyArea, 'code' | 'successors'>[]): string[] {
  const former = legacy.find((each) => each.code === code)
  return former ? former.successors.map((successor) => successor.code) : [code]
}
