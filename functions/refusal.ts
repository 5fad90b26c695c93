import type { Code, Gap } from './words/words.ts'

export type Kind = 'malformed' | 'unknown' | 'conflict' | 'closed' | 'too-large' | 'method' | 'media' | 'busy' | 'away'

/** HTTP status per kind of refusal. No 403: the edge uses it for missing pages. */
export const statusOf: Record<Kind, number> = {
  malformed: 422,
  unknown: 404,
  conflict: 409,
  closed: 409,
  'too-large': 413,
  method: 405,
  media: 415,
  busy: 429,
  away: 503,
}

export interface FieldReason {
  field: string
  code: Code
  /** What fills the gaps of the sentence. */
  with?: Readonly<Record<string, Gap>>
}

/** The one error that a visitor may see. `code` names a sentence in words/; `fields` say which input is meant. */
export class Refusal extends Error {
  readonly kind: Kind
  readonly code: Code
  readonly fields: readonly FieldReason[]
  readonly with: Readonly<Record<string, Gap>>
  constructor(
    kind: Kind,
    code: Code,
    options: { fields?: readonly FieldReason[]; with?: Readonly<Record<string, Gap>> } = {},
  ) {
    super(code)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.fields = options.fields ?? []
    this.with = options.with ?? {}
  }
}
