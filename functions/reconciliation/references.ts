import { fold } from './columns.ts'
import type { Row } from './row.ts'

/** Codes in one memo that are looked up; more than one is rare. */
const most = 5

/** What in a row may be a reference of ours: the provider’s field, or of a transfer each word that may be a memo’s code. */
export function referencesIn({ provider, reference, text = '' }: Row): string[] {
  if (provider !== 'bank') return reference === undefined ? [] : [reference]
  const words = fold(text).toUpperCase().split(' ')
  return [...new Set(words.filter((word) => /^[A-Z]{8,19}$/.test(word)))].slice(0, most)
}
