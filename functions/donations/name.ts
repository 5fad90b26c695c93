import type { FieldReason } from '../refusal.ts'

export const maxNameLength = 80
/** Marks that turn the direction of text, and control characters: they can make a line of the book read as another. */
const turning = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** A name as people will read it in the book: NFC, single spaces. Emoji and `<` are fine; pages escape them. */
export function readName(typed: string): { name: string } | { wrong: FieldReason } {
  const name = typed
    .normalize('NFC')
    .replace(/[ \u00a0]+/g, ' ')
    .trim()
  if (name === '') return { wrong: { field: 'name', code: 'name-missing' } }
  if (turning.test(name)) return { wrong: { field: 'name', code: 'name-marks' } }
  if ([...name].length > maxNameLength)
    return { wrong: { field: 'name', code: 'name-too-long', with: { max: maxNameLength } } }
  return { name }
}
