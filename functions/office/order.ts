import * as z from 'zod'
import { Refusal } from '../refusal.ts'
import type { Code } from '../words/words.ts'

/** A text whose refusal says how long it is to be. */
export const readable = (least: number, most: number) =>
  z
    .string()
    .min(least, 'text-too-short' satisfies Code)
    .max(most, 'text-too-long' satisfies Code)

const text = (most: number) =>
  z
    .string()
    .transform((said) => said.normalize('NFC').trim().replace(/\s+/g, ' '))
    .pipe(readable(2, most))

/** Who gave an order: the role and session that AWS knows them by, or the name typed on a laptop. */
export const by = text(100)
/** Why, for the voucher; never public. */
export const because = text(300)
/** The same order twice is one; who means a second one of the same sum counts on. */
const odd = 'nth-odd' satisfies Code
export const nth = z.int(odd).min(1, odd).max(99, odd).default(1)
/** Only tells what would be done. */
export const plan = z.boolean().default(false)

/** What an order cannot do without. Refuses with each field that is missing. */
export function needed<T extends object>(given: T): { [name in keyof T]-?: Exclude<T[name], undefined> } {
  const fields = Object.entries(given)
    .filter(([, value]) => value === undefined)
    .map(([field]) => ({ field, code: 'field-missing' }) as const)
  if (fields.length > 0) throw new Refusal('malformed', 'fields', { with: { count: fields.length }, fields })
  return given as { [name in keyof T]-?: Exclude<T[name], undefined> }
}

/** Two names of one person, however they were typed. AWS names the role first: a person has another role for the other half. */
export const samePerson = (a: string, b: string): boolean => {
  const plain = (name: string) =>
    name.split('/').at(-1)!.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi')
  return plain(a) === plain(b)
}
