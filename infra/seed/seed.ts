import type { Area, LegacyArea } from '../../functions/areas/area.ts'
import type { Entity } from '../../functions/entities/entity.ts'
import type { Program } from '../../functions/programs/program.ts'
import { dayOf } from '../../functions/time.ts'
import { areas, legacy } from './areas.ts'
import { entities } from './entities.ts'
import { program as chaMeTinhThanCuChi } from './programs/cha-me-tinh-than-cu-chi.ts'
import { program as heoDatHocTapBinhTan } from './programs/heo-dat-hoc-tap-binh-tan.ts'
import { program as heoDatHocTapTanPhu } from './programs/heo-dat-hoc-tap-tan-phu.ts'
import { program as hocBong11BinhTan } from './programs/hoc-bong-1-1-binh-tan.ts'
import { program as hocBong11TanPhu } from './programs/hoc-bong-1-1-tan-phu.ts'
import { program as tuanLeHocTapSuotDoi } from './programs/tuan-le-hoc-tap-suot-doi.ts'
import { inSchoolYear } from './school-year.ts'

const today = dayOf(new Date().toISOString())

/** The city's first content, as the command `programs/publish` takes it. */
export const seed: { entities: Entity[]; areas: Area[]; legacy: LegacyArea[]; programs: Program[] } = {
  entities,
  areas,
  legacy,
  programs: [
    heoDatHocTapBinhTan,
    heoDatHocTapTanPhu,
    chaMeTinhThanCuChi,
    hocBong11BinhTan,
    hocBong11TanPhu,
    tuanLeHocTapSuotDoi,
  ].map((program) => inSchoolYear(program, today)),
}
