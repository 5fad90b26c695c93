import type { Gaps } from '../../functions/door/frame.ts'
import { problemOf, refuseFields } from '../../functions/door/problem.ts'
import type { FieldReason, Refusal } from '../../functions/refusal.ts'
import type { Lang } from '../../functions/words/words.ts'
import { seed } from '../../infra/seed/seed.ts'

/** A state that a frame may be in: what it is called, and all that fills the frame then. */
export type Filled = readonly [name: string, gaps: Gaps]

export const program = seed.programs.find(({ giving }) => giving)!
export const giving = program.giving!
export const entity = seed.entities.find(({ slug }) => slug === program.entity)!
/** As long as a name gets, by somebody who means no good. */
export const hostile = 'Gia đình Nguyễn Thị Minh Khai & \'con cháu\', hẻm 47 <script>alert("1")</script>'

export const base: Gaps = { test: true, viUrl: '/?lang=vi', enUrl: '/?lang=en' }
/** Whom to call when a transfer is missing, and what to read out. */
export const call = (lang: Lang): Gaps => ({
  late: false,
  phone: entity.phone,
  hours: entity.hours[lang],
  code: 'K7M2-9QXR',
})
export const states = { received: false, waiting: false, checking: false, declined: false }

/** What was wrong, as the door says it: in the summary and beside each field. */
export function refused(refusal: Refusal, lang: Lang) {
  const { title, fields } = problemOf(refusal, lang)
  const at = (field: string) => fields.find((each) => each.field === field)?.message ?? ''
  return { problem: title, problems: fields.map(({ field, message }) => ({ field, message })), at }
}
export const wrong = (...fields: FieldReason[]) => refuseFields(fields)
