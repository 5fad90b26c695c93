import { describe, expect, it } from 'vitest'
import { entity } from '../../../functions/entities/entity.ts'
import { acceptance, program } from '../../../functions/programs/program.ts'
import { seed } from '../../../infra/seed/seed.ts'

const heo = seed.programs[0]!
const given = (over: Partial<NonNullable<typeof heo.giving>>) => ({
  giving: { ...heo.giving!, period: { from: '2026-01-01', to: '2026-12-31' }, reportDueOn: '2026-12-31', ...over },
})

describe('whether a program takes gifts', () => {
  it.each([
    [{}, '2026-11-23', { open: true }],
    [{ closedOn: '2026-11-24' }, '2026-11-23', { open: true }],
    [{ closedOn: '2026-11-23' }, '2026-11-23', { open: false, because: 'closed', on: '2026-11-23' }],
    [{}, '2026-12-31', { open: true }],
    [{}, '2027-01-01', { open: false, because: 'closed', on: '2026-12-31' }],
    [{ reportDueOn: '2026-11-22' }, '2026-11-22', { open: true }],
    [{ reportDueOn: '2026-11-22' }, '2026-11-23', { open: false, because: 'overdue', on: '2026-11-22' }],
    [{ reportDueOn: '2026-11-22', reportedOn: '2026-11-23' }, '2026-11-23', { open: true }],
  ])('%j on %s', (over, today, expected) => expect(acceptance(given(over), today)).toMatchObject(expected))
  it('knows those that take none', () =>
    expect(acceptance({}, '2026-11-23')).toEqual({ open: false, because: 'no-gifts' }))
})

describe('the city’s first content', () => {
  it('fits the nouns and names only what exists', () => {
    const codes = new Set([...seed.areas, ...seed.legacy].map(({ code }) => code))
    const entities = new Set(seed.entities.map(({ slug }) => slug))
    for (const each of seed.entities) expect(entity.parse(each)).toEqual(each)
    for (const each of seed.programs) {
      expect(program.parse(each)).toEqual(each)
      expect(each.areas.filter((code) => !codes.has(code))).toEqual([])
      expect(entities).toContain(each.entity)
    }
    expect(new Set(seed.programs.map(({ slug }) => slug)).size).toBe(seed.programs.length)
  })
  it('is written in both languages, neither a copy of the other', () => {
    const pairs: { vi: string; en: string }[] = []
    JSON.stringify(seed.programs, (_, value) => {
      if (typeof value?.vi === 'string') pairs.push(value)
      return value
    })
    expect(pairs.length).toBeGreaterThan(50)
    for (const { vi, en } of pairs) {
      expect(vi).not.toBe(en)
      expect(vi).toBe(vi.normalize('NFC'))
      expect(vi).not.toMatch(/nhận nuôi|đóng góp|giao dịch|nghìn/)
    }
  })
  it('marks what is not known as demonstration, and ties no gift to a child', () => {
    expect(
      seed.entities.every(({ demonstration, legalName }) => demonstration && /dữ liệu thử/.test(legalName.vi)),
    ).toBe(true)
    for (const each of seed.programs.filter(({ kind }) => kind === 'scholarship' || kind === 'spiritual-parents')) {
      expect(each.giving?.generalFundOnly).toBe(true)
      expect(each.giving?.purpose[0]?.text.vi).toContain('Góp vào quỹ chung, không gắn với một em')
    }
  })
})
