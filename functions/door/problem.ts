import type * as z from 'zod'
import { type FieldReason, Refusal, statusOf } from '../refusal.ts'
import { type Gap, isCode, type Lang, sayRefusal } from '../words/words.ts'

/** RFC 9457 problem document; `fields` say the same sentence beside each input. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  fields: { field: string; code: string; message: string }[]
}

export const problemOf = (refusal: Refusal, lang: Lang): Problem => ({
  type: 'about:blank',
  title: sayRefusal(lang, refusal.code, refusal.with),
  status: statusOf[refusal.kind],
  code: refusal.code,
  fields: refusal.fields.map(({ field, code, with: gaps }) => ({ field, code, message: sayRefusal(lang, code, gaps) })),
})

export const faultOf = (lang: Lang): Problem => ({
  type: 'about:blank',
  title: sayRefusal(lang, 'fault'),
  status: 500,
  code: 'fault',
  fields: [],
})

/** Several reasons at once, each at its field. */
export const refuseFields = (fields: readonly FieldReason[]): Refusal =>
  new Refusal('malformed', 'fields', { with: { count: fields.length }, fields })

function limitsOf(issue: z.core.$ZodIssue): Record<string, Gap> {
  if (issue.code === 'too_small')
    return {
      min: issue.origin === 'int' || issue.origin === 'number' ? { vnd: Number(issue.minimum) } : Number(issue.minimum),
    }
  if (issue.code === 'too_big')
    return {
      max: issue.origin === 'int' || issue.origin === 'number' ? { vnd: Number(issue.maximum) } : Number(issue.maximum),
    }
  return {}
}

/** What a schema makes of an input. Refuses with a reason at each field that it cannot read. */
export function readFields<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const read = schema.safeParse(input, { reportInput: true })
  if (!read.success) throw refuseFields(reasonsOf(read.error))
  return read.data
}

/** What a schema found wrong, as reasons at fields. A schema may name a code of words/ as its message. */
export function reasonsOf(error: z.ZodError): FieldReason[] {
  const reasons = error.issues.flatMap((issue): FieldReason[] => {
    const field = issue.path.map(String).join('.')
    if (isCode(issue.message)) return [{ field, code: issue.message, with: limitsOf(issue) }]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((name) => ({ field: [field, name].filter(Boolean).join('.'), code: 'field-unknown' }))
    if (issue.code === 'invalid_type' && issue.input === undefined) return [{ field, code: 'field-missing' }]
    if (issue.code === 'invalid_value')
      return [{ field, code: 'choice-unknown', with: { choices: issue.values.map(String).join(', ') } }]
    return [{ field, code: 'field-unreadable' }]
  })
  return [...new Map(reasons.map((reason) => [reason.field, reason])).values()]
}
