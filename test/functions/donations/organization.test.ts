import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attemptAt, pledge, sameGift } from '../../../functions/donations/donation.ts'
import { hasCheckDigit, readOrganization, readTaxCode } from '../../../functions/donations/organization.ts'
import { entities } from '../../../infra/seed/entities.ts'
import { makeGift } from '../../make.ts'

/** Of large companies, as they stand on their own sites: Viettel, Vinamilk, EVN, FPT, Mobifone, Techcombank. */
const real = ['0100109106', '0300588569', '0100100079', '0101248141', '0100686209', '0100230800']

describe('a tax code', () => {
  it('of a real company is taken, with a branch too', () => {
    for (const taxCode of real) expect(readTaxCode(taxCode)).toEqual({ taxCode })
    expect(readTaxCode(' 0300588569 - 001 ')).toEqual({ taxCode: '0300588569-001' })
    expect(readTaxCode('０３００588569')).toEqual({ taxCode: '0300588569' })
  })
  it.each([
    ['', 'tax-code-missing'],
    ['030058856', 'tax-code-unreadable'],
    ['03005885690', 'tax-code-unreadable'],
    ['030058856A', 'tax-code-unreadable'],
    ['0300588569-000', 'tax-code-unreadable'],
    ['0300588569-01', 'tax-code-unreadable'],
    ['0300588568', 'tax-code-digit'],
    ['0300588568-001', 'tax-code-digit'],
  ])('%j is refused', (typed, code) => expect(readTaxCode(typed)).toEqual({ wrong: { field: 'taxCode', code } }))
  it('of the demonstration is nobody’s', () => {
    expect(entities.length).toBeGreaterThan(3)
    for (const { taxCode } of entities) expect([taxCode, hasCheckDigit(taxCode)]).toEqual([taxCode, false])
  })
  it('has one last figure that fits, and no single wrong figure before it stays unseen', () => {
    const nine = fc.stringMatching(/^\d{9}$/)
    const figures = [...'0123456789']
    fc.assert(fc.property(nine, (digits) => figures.filter((last) => hasCheckDigit(digits + last)).length === 1))
    // 0 stands for 10 and for 0: those two alone may hide a slip.
    fc.assert(
      fc.property(nine, fc.nat(8), fc.integer({ min: 1, max: 9 }), (digits, place, more) => {
        const last = figures.find((each) => hasCheckDigit(digits + each))!
        const slip = String((Number(digits[place]) + more) % 10)
        return last === '0' || !hasCheckDigit(digits.slice(0, place) + slip + digits.slice(place + 1) + last)
      }),
    )
  })
})

describe('an organization', () => {
  const taxCode = '0300588569'
  it('is both of its facts, or none', () => {
    expect(readOrganization({ legalName: ' ', taxCode: '' })).toBeUndefined()
    expect(readOrganization({ legalName: 'Công ty  A', taxCode })).toEqual({
      organization: { legalName: 'Công ty A', taxCode },
    })
    expect(readOrganization({ legalName: '', taxCode })).toEqual({
      wrong: [{ field: 'legalName', code: 'legal-name-missing' }],
    })
    expect(readOrganization({ legalName: 'Công ty A', taxCode: '' })).toEqual({
      wrong: [{ field: 'taxCode', code: 'tax-code-missing' }],
    })
  })
  it('says all that is wrong, at its fields', () => {
    expect(readOrganization({ legalName: 'a'.repeat(161), taxCode: '1' })).toEqual({
      wrong: [
        { field: 'legalName', code: 'legal-name-too-long', with: { max: 160 } },
        { field: 'taxCode', code: 'tax-code-unreadable' },
      ],
    })
    expect(readOrganization({ legalName: '\u202eA', taxCode })).toEqual({
      wrong: [{ field: 'legalName', code: 'name-marks' }],
    })
  })
})

it('another organization under the same attempt is another gift, as long as it is known who gave', () => {
  const organization = { legalName: 'Công ty A', taxCode: '0300588569' }
  const gift = makeGift({ organization })
  const now = '2026-11-23T07:05:09.000Z'
  const ids = { donation: 'd', receiptKey: 'r', code: 'ABCDEFGH', nameId: 'n' }
  const made = pledge(gift, ids, attemptAt({ provider: 'vnpay' }, 'LC1', 900, now), now)
  expect(JSON.stringify(made)).not.toMatch(/Công ty|0300588569/)
  const known = { name: undefined, nonce: 'n', organization }
  expect(sameGift(made, known, gift)).toBe(true)
  expect(sameGift(made, known, makeGift())).toBe(false)
  expect(sameGift(made, { ...known, organization: undefined }, gift)).toBe(false)
  expect(sameGift(made, { name: undefined, nonce: undefined }, gift)).toBe(true)
})
