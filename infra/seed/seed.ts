import type { Area, LegacyArea } from '../../functions/areas/area.ts'
import type { Entity } from '../../functions/entities/entity.ts'
import type { Program } from '../../functions/programs/program.ts'
import type { Question } from '../../functions/questions/question.ts'
import { dayOf } from '../../functions/time.ts'
import { areas, legacy } from './areas.ts'
import { entities } from './entities.ts'
import { program as chaMeTinhThanCuChi } from './programs/cha-me-tinh-than-cu-chi.ts'
import { program as chienLuoc } from './programs/chien-luoc-thanh-pho-hoc-tap.ts'
import { program as ghiNhan } from './programs/ghi-nhan-khen-thuong.ts'
import { program as heoDatHocTapBinhTan } from './programs/heo-dat-hoc-tap-binh-tan.ts'
import { program as heoDatHocTapTanPhu } from './programs/heo-dat-hoc-tap-tan-phu.ts'
import { program as hocBong11BinhTan } from './programs/hoc-bong-1-1-binh-tan.ts'
import { program as hocBong11TanPhu } from './programs/hoc-bong-1-1-tan-phu.ts'
import { program as hoiKhuyenHoc } from './programs/hoi-khuyen-hoc.ts'
import { program as keChuyen } from './programs/ke-chuyen-bac-ho.ts'
import { program as kenhThongTin } from './programs/kenh-thong-tin.ts'
import { program as thuVien } from './programs/thu-vien-luu-dong.ts'
import { program as trungTam } from './programs/trung-tam-hoc-tap-cong-dong.ts'
import { program as tuanLeHocTapSuotDoi } from './programs/tuan-le-hoc-tap-suot-doi.ts'
import { program as xaHoi } from './programs/xa-hoi-hoc-tap-quan-4.ts'
import { questions } from './questions.ts'
import { inSchoolYear } from './school-year.ts'

const today = dayOf(new Date().toISOString())

/** The city's first content, as the command `programs/publish` takes it. */
export const seed: {
  entities: Entity[]
  areas: Area[]
  legacy: LegacyArea[]
  programs: Program[]
  questions: Question[]
} = {
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
    thuVien,
    keChuyen,
    trungTam,
    xaHoi,
    hoiKhuyenHoc,
    ghiNhan,
    chienLuoc,
    kenhThongTin,
  ].map((program) => inSchoolYear(program, today)),
  questions,
}
