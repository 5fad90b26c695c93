import { describe, expect, it } from 'vitest'
import { acceptance, brokenPurposes, giving, program, purposeOn } from '../../../functions/programs/program.ts'
import { makeGiving, makeProgram } from '../../make.ts'

describe('whether a program takes gifts', () => {
  it.each([
    [{}, '2026-01-01', { open: true }],
    [{}, '2025-12-31', { open: false, because: 'early', on: '2026-01-01' }],
    [{ period: { from: '2026-01-01', to: '2026-12-31' } }, '2026-12-31', { open: true }],
    [
      { period: { from: '2026-01-01', to: '2026-12-31' } },
      '2027-01-01',
      { open: false, because: 'closed', on: '2026-12-31' },
    ],
    [{ closedOn: '2026-11-24' }, '2026-11-23', { open: true }],
    [{ closedOn: '2026-11-23' }, '2026-11-23', { open: false, because: 'closed', on: '2026-11-23' }],
    [{ closedOn: '2025-11-23' }, '2025-12-01', { open: false, because: 'closed', on: '2025-11-23' }],
    [{ reportDueOn: '2026-11-22' }, '2026-11-22', { open: true }],
    [{ reportDueOn: '2026-11-22' }, '2026-11-23', { open: false, because: 'overdue', on: '2026-11-22' }],
    [{ reportDueOn: '2026-11-22', reportedOn: '2026-11-23' }, '2026-11-23', { open: true }],
    [
      { reportDueOn: '2026-11-22', closedOn: '2026-11-01' },
      '2026-11-23',
      { open: false, because: 'closed', on: '2026-11-01' },
    ],
  ] as const)('%j on %s', (over, today, expected) =>
    expect(acceptance({ giving: makeGiving(over) }, today)).toMatchObject(expected),
  )
  it('knows those that take none', () =>
    expect(acceptance({}, '2026-11-23')).toEqual({ open: false, because: 'no-gifts' }))
})

describe('a purpose', () => {
  const text = { vi: 'Học phí.', en: 'Fees.' }
  const [first] = makeGiving().purpose
  const second = { version: 2, from: '2026-07-01', text }
  const of = (...purpose: (typeof second)[]) => ({ giving: makeGiving({ purpose }) })
  it.each([
    ['2025-12-31', 1],
    ['2026-06-30', 1],
    ['2026-07-01', 2],
    ['2026-11-23', 2],
  ])('of a gift on %s is version %i', (today, version) =>
    expect(purposeOn({ purpose: [first!, second] }, today).version).toBe(version),
  )
  it('is added to, never altered, dropped or taken away with all giving', () => {
    expect(brokenPurposes(of(first!), of(first!, second))).toEqual([])
    expect(brokenPurposes({}, of(first!))).toEqual([])
    expect(brokenPurposes(of(first!, second), of(second))).toEqual([1])
    expect(brokenPurposes(of(first!), of({ ...first!, from: '2026-01-02' }))).toEqual([1])
    for (const lang of ['vi', 'en'] as const)
      expect(brokenPurposes(of(first!), of({ ...first!, text: { ...first!.text, [lang]: 'x' } }))).toEqual([1])
    expect(brokenPurposes(of(first!, second), {})).toEqual([1, 2])
  })
})

describe('what a program must be', () => {
  it('is itself when read', () => expect(program.parse(makeProgram())).toEqual(makeProgram()))
  it.each([
    ['no second language', { name: { vi: 'Heo', en: '' } }],
    ['a slug with marks', { slug: 'heo-đất' }],
    ['an area that is no code', { areas: ['27'] }],
    ['no source', { sources: [] }],
    ['a day that does not exist', { sources: [{ title: { vi: 'a', en: 'b' }, asOf: '2026-02-30' }] }],
    ['version 0', { version: 0 }],
    ['another shape', { v: 2 }],
  ])('refuses %s', (_, over) => expect(program.safeParse({ ...makeProgram(), ...over }).success).toBe(false))
  it.each([
    ['under 5,000 đồng', { limits: { minVnd: 4_999, maxVnd: 10_000_000 } }],
    ['over the bank’s bound', { limits: { minVnd: 5_000, maxVnd: 500_000_000 } }],
    ['a floor above the ceiling', { limits: { minVnd: 60_000, maxVnd: 50_000 }, suggestedVnd: [55_000] }],
    ['a period that ends before it begins', { period: { from: '2026-12-31', to: '2026-01-01' } }],
    ['a suggestion that the limits refuse', { suggestedVnd: [1_000, 10_000] }],
    ['suggestions out of order', { suggestedVnd: [50_000, 10_000] }],
    ['half a đồng', { goalVnd: 0.5 }],
    ['no purpose', { purpose: [] }],
    ['two purposes of one version', { purpose: [makeGiving().purpose[0], makeGiving().purpose[0]] }],
  ])('refuses giving with %s', (_, over) => expect(giving.safeParse({ ...makeGiving(), ...over }).success).toBe(false))
})
