import { findMemos } from '../donations/memo.ts'
import type { Row } from './row.ts'

/** Codes in one memo that are looked up; more than one is rare. */
const most = 5

/** What in a row may be a reference of ours: the provider’s field, or the codes in what a payer’s bank made of a memo. */
export const referencesIn = ({
  provider,
  reference,
  text = '',
}: Pick<Row, 'provider' | 'reference' | 'text'>): string[] =>
  provider === 'bank' ? findMemos(text).slice(0, most) : reference === undefined ? [] : [reference]
