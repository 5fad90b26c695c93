import * as z from 'zod'
import type { FieldReason } from '../refusal.ts'
import { readName } from './name.ts'

/** Who gives in the name of an organization: what its accountant needs on paper. */
export const organization = z.object({ legalName: z.string(), taxCode: z.string() })
export type Organization = z.infer<typeof organization>

export const maxLegalName = 160
const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/**
 * Does the tenth figure fit the nine before it? 10 − (weighted sum mod 11), as Vietnamese tax codes are made; a result
 * of 10 stands as 0.
 */
export function hasCheckDigit(taxCode: string): boolean {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(taxCode[place]), 0)
  return (10 - (sum % 11)) % 10 === Number(taxCode[9])
}

/** `0300588569`, or `0300588569-001` of a dependent unit, however it was typed. */
export function readTaxCode(typed: string): { taxCode: string } | { wrong: FieldReason } {
  const digits = typed.normalize('NFKC').replace(/[\s.\u2010-\u2015-]/g, '')
  if (digits === '') return { wrong: { field: 'taxCode', code: 'tax-code-missing' } }
  if (!/^\d{10}((?!000)\d{3})?$/.test(digits)) return { wrong: { field: 'taxCode', code: 'tax-code-unreadable' } }
  if (!hasCheckDigit(digits)) return { wrong: { field: 'taxCode', code: 'tax-code-digit' } }
  return { taxCode: digits.length === 10 ? digits : `${digits.slice(0, 10)}-${digits.slice(10)}` }
}

/** Both of them or none; undefined if neither was typed. */
export function readOrganization(
  typed: Organization,
): { organization: Organization } | { wrong: FieldReason[] } | undefined {
  if (typed.legalName.trim() === '' && typed.taxCode.trim() === '') return undefined
  const name = readLegalName(typed.legalName)
  const code = readTaxCode(typed.taxCode)
  if ('wrong' in name || 'wrong' in code)
    return { wrong: [name, code].flatMap((read) => ('wrong' in read ? [read.wrong] : [])) }
  return { organization: { legalName: name.name, taxCode: code.taxCode } }
}

function readLegalName(typed: string): { name: string } | { wrong: FieldReason } {
  const read = readName(typed, maxLegalName)
  if (!('wrong' in read)) return read
  const codes = { 'name-missing': 'legal-name-missing', 'name-too-long': 'legal-name-too-long' } as const
  const { code } = read.wrong
  const own = code === 'name-missing' || code === 'name-too-long' ? codes[code] : code
  return { wrong: { ...read.wrong, field: 'legalName', code: own } }
}
