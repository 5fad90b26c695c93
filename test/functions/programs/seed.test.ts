import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entity } from '../../../functions/entities/entity.ts'
import { acceptance, brokenPurposes, kinds, program } from '../../../functions/programs/program.ts'
import { entities } from '../../../infra/seed/entities.ts'
import { inSchoolYear } from '../../../infra/seed/school-year.ts'
import { seed } from '../../../infra/seed/seed.ts'

const { programs } = seed

function pairs(): { vi: string; en: string }[] {
  const found: { vi: string; en: string }[] = []
  JSON.stringify([programs, entities], (_, value) => {
    if (value && typeof value === 'object' && ('vi' in value || 'en' in value)) found.push(value)
    return value
  })
  return found
}

/** Mod 11 check digit of a Vietnamese tax code. */
const taxCheck = (code: string) =>
  10 - ([31, 29, 23, 19, 17, 13, 7, 5, 3].reduce((sum, weight, place) => sum + weight * Number(code[place]), 0) % 11)

describe('the city’s first content', () => {
  it('holds every program of the city, one file each, in the order shown', () => {
    expect(programs.map(({ slug }) => slug)).toEqual([
      'heo-dat-hoc-tap-binh-tan',
      'heo-dat-hoc-tap-tan-phu',
      'cha-me-tinh-than-cu-chi',
      'hoc-bong-1-1-binh-tan',
      'hoc-bong-1-1-tan-phu',
      'tuan-le-hoc-tap-suot-doi',
      'thu-vien-luu-dong',
      'ke-chuyen-bac-ho',
      'trung-tam-hoc-tap-cong-dong',
      'xa-hoi-hoc-tap-quan-4',
      'hoi-khuyen-hoc',
      'ghi-nhan-khen-thuong',
      'chien-luoc-thanh-pho-hoc-tap',
      'kenh-thong-tin',
    ])
    expect(new Set(programs.map(({ kind }) => kind))).toEqual(new Set(kinds))
    expect(programs.map(({ order }) => order)).toEqual(programs.map(({ order }) => order).sort((a, b) => a - b))
    for (const { slug } of programs) expect([slug, existsSync(`infra/seed/programs/${slug}.ts`)]).toEqual([slug, true])
  })
  it('fits the nouns and names only what exists', () => {
    const codes = new Set([...seed.areas, ...seed.legacy].map(({ code }) => code))
    const slugs = entities.map(({ slug }) => slug)
    for (const each of entities) expect(entity.parse(each)).toEqual(each)
    for (const each of programs) {
      expect(program.parse(each)).toEqual(each)
      expect(each.areas.filter((code) => !codes.has(code))).toEqual([])
      expect(slugs).toContain(each.entity)
    }
  })
  it('is written in both languages, neither a copy of the other', () => {
    expect(pairs().length).toBeGreaterThan(80)
    for (const { vi, en } of pairs()) {
      expect(vi).not.toBe(en)
      for (const text of [vi, en]) expect(text).toBe(text.normalize('NFC').trim().replace(/ {2,}/g, ' '))
      expect(vi).not.toMatch(/nhận nuôi|đóng góp|giao dịch|nghìn|vui lòng|xin lỗi|thành công/i)
      expect(en).not.toMatch(/adopt|abandon|please|sorry|user|transaction|\bproject\b/i)
    }
  })
  it('takes gifts today where it takes any, and owes its reports later', () => {
    const open = programs.filter((each) => acceptance(each, '2026-11-23').open).map(({ slug }) => slug)
    expect(open).toEqual(programs.filter(({ giving }) => giving).map(({ slug }) => slug))
    for (const { giving } of programs) if (giving) expect(giving.reportDueOn > '2026-11-23').toBe(true)
    for (const { kind, giving } of programs)
      if (kind === 'piggy-bank') expect(giving?.suggestedVnd).toEqual([10_000, 20_000, 50_000, 100_000])
  })
  it('marks what is made up, and nobody’s phone, tax code or account is in it', () => {
    for (const { contact, demonstration } of programs) {
      expect(demonstration).toBe(true)
      expect([contact.office.vi, contact.office.en, contact.phone]).toEqual([
        expect.stringContaining('(dữ liệu thử)'),
        expect.stringContaining('(demonstration)'),
        '028 0000 0000',
      ])
    }
    for (const { demonstration, legalName, license, taxCode, accounts } of entities) {
      expect(demonstration).toBe(true)
      expect([legalName.vi, legalName.en, license.by.vi]).toEqual([
        expect.stringContaining('(dữ liệu thử)'),
        expect.stringContaining('(demonstration)'),
        expect.stringContaining('Dữ liệu thử'),
      ])
      expect(taxCheck(taxCode)).not.toBe(Number(taxCode[9]))
      for (const { number } of accounts) expect(number).toMatch(/^0{10}\d{3}$/)
    }
  })
  it('ties no gift to a child, and keeps the scholarships apart', () => {
    const children = programs.filter(({ kind }) => kind === 'scholarship' || kind === 'spiritual-parents')
    expect(children).toHaveLength(3)
    for (const { giving } of children) {
      expect(giving?.generalFundOnly).toBe(true)
      expect(giving?.purpose[0]?.text.vi).toContain('Góp vào quỹ chung, không gắn với một em')
    }
    const scholarships = programs.filter(({ kind }) => kind === 'scholarship')
    expect(new Set(scholarships.map((each) => each.entity)).size).toBe(2)
    expect(new Set(scholarships.map((each) => each.areas.join())).size).toBe(2)
  })
})

describe('a demonstration program', () => {
  const of = seed.programs.find(({ demonstration, giving }) => demonstration && giving)!
  it.each(['2026-11-23', '2027-08-31', '2027-09-01', '2031-03-15', '2099-12-31'])('takes gifts on %s', (today) => {
    const made = program.parse(inSchoolYear(of, today))
    expect(acceptance(made, today).open).toBe(true)
    expect(brokenPurposes(of, made)).toEqual([])
  })
  it('is a new version each school year', () => {
    const versions = ['2027-01-01', '2027-09-01', '2028-09-01'].map((today) => inSchoolYear(of, today).version)
    expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other))
  })
})

describe('pillars and figures', () => {
  it('name only programs that are there, and sections that no other has', () => {
    const slugs = programs.map(({ slug }) => slug)
    for (const { parts = [] } of programs) {
      expect(new Set(parts.map(({ slug }) => slug)).size).toBe(parts.length)
      for (const { contributes = [] } of parts) expect(slugs).toEqual(expect.arrayContaining(contributes))
    }
  })
  it('are dated, and tell the map where they count people or places', () => {
    const facts = programs.flatMap(({ facts = [] }) => facts)
    expect(facts.length).toBeGreaterThan(6)
    for (const { text, asOf, map } of facts) {
      expect(asOf <= '2026-11-23').toBe(true)
      if (/hội viên|gia đình học tập \(/i.test(text.vi)) expect([text.en, map]).toEqual([text.en, 'before-2025-07-01'])
    }
  })
  it('are the three pillars of the Learning Society and the three areas of the strategy', () => {
    const partsOf = (slug: string) => programs.find((each) => each.slug === slug)!.parts!.map(({ name }) => name.vi)
    expect(partsOf('xa-hoi-hoc-tap-quan-4')).toEqual(['Gia đình học tập', 'Cộng đồng học tập', 'Đơn vị học tập'])
    expect(partsOf('chien-luoc-thanh-pho-hoc-tap')).toHaveLength(3)
  })
  it('give the six learning titles by their exact terms', () => {
    const told = JSON.stringify(programs.find(({ slug }) => slug === 'xa-hoi-hoc-tap-quan-4'))
    for (const title of [
      'Gia đình học tập',
      'Dòng họ học tập',
      'Cộng đồng học tập',
      'Đơn vị học tập',
      'Công dân học tập',
      'Cộng đồng học tập cấp xã',
      'Learning Family',
      'Learning Clan',
      'Learning Community',
      'Learning Unit',
      'Learning Citizen',
      'Commune-level Learning Community',
    ])
      expect(told).toContain(title)
  })
  it('promise no day that will pass: only dated sources and gifts name a year', () => {
    for (const { giving, facts, sources, ...told } of programs)
      expect([told.slug, /20(2[7-9]|[3-9]\d)/.exec(JSON.stringify(told))]).toEqual([told.slug, null])
  })
})
