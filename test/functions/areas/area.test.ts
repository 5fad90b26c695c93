import { describe, expect, it } from 'vitest'
import { area, legacyArea, resolve } from '../../../functions/areas/area.ts'
import { foldName, slugOf } from '../../../functions/areas/name.ts'
import { areas, legacy } from '../../../infra/seed/areas.ts'

const successors = (code: string) => {
  const { successors } = legacy.find((each) => each.code === code)!
  const of = (part: boolean) =>
    successors
      .filter((each) => each.part === part)
      .map((each) => each.code)
      .sort()
  return { whole: of(false), part: of(true) }
}

describe('the map since 1 July 2025', () => {
  it('has 168 units: 113 wards, 54 communes, one special zone, 14,544,929 people', () => {
    expect(areas).toHaveLength(168)
    const count = (kind: string) => areas.filter((each) => each.kind === kind).length
    expect([count('ward'), count('commune'), count('special-zone')]).toEqual([113, 54, 1])
    expect(areas.reduce((sum, { population }) => sum + population, 0)).toBe(14_544_929)
    for (const each of areas) expect(area.parse(each)).toEqual(each)
    for (const each of legacy) expect(legacyArea.parse(each)).toEqual(each)
  })
  it('has a slug of its own for each unit, though folded names collide', () => {
    expect(new Set([...areas, ...legacy].map(({ slug }) => slug)).size).toBe(areas.length + legacy.length)
    expect(foldName('Thanh An')).toBe(foldName('Thạnh An'))
    expect(slugOf('Xã Thanh An', '25807')).toBe('thanh-an-25807')
    expect(slugOf('Xã Thạnh An', '27676')).toBe('thanh-an-27676')
    expect(slugOf('Xã Thạnh An'.normalize('NFD'), '27676')).toBe('thanh-an-27676')
    expect(slugOf('Quận 4', '773')).toBe('quan-4-773')
    const folded = areas.map(({ name }) => foldName(name.vi.replace(/^(Phường|Xã|Đặc khu) /, '')))
    expect(folded.filter((name, place) => folded.indexOf(name) !== place)).toEqual(['thanh an'])
  })
  it('says of each of the 47 split wards that it went to several units in parts', () => {
    const wards = new Map<string, boolean[]>()
    for (const { formedFrom } of areas)
      for (const { wardCode, districtCode, part } of formedFrom)
        wards.set(`${districtCode}/${wardCode}`, [...(wards.get(`${districtCode}/${wardCode}`) ?? []), part])
    const split = [...wards.values()].filter((parts) => parts.length > 1)
    expect(split).toHaveLength(47)
    expect(split.flat().every(Boolean)).toBe(true)
    expect(
      [...wards.values()]
        .filter((parts) => parts.length === 1)
        .flat()
        .some(Boolean),
    ).toBe(false)
  })
  it('has names without marks in English, each with its kind', () => {
    const kinds = { ward: 'Ward', commune: 'Commune', 'special-zone': 'Special Zone' }
    for (const { name, kind } of areas) expect(name.en).toMatch(new RegExp(`^[A-Za-z0-9 ]+ ${kinds[kind]}$`))
  })
})

describe('former districts', () => {
  it('are those of the three former provinces, and every unit succeeds one', () => {
    expect(legacy).toHaveLength(38)
    expect(new Set(legacy.map(({ province }) => province)).size).toBe(3)
    expect(new Set(legacy.flatMap(({ successors }) => successors.map(({ code }) => code))).size).toBe(168)
  })
  it('belong to the map of before, units to the map of today', () => {
    expect(new Set(areas.map(({ map }) => map))).toEqual(new Set(['since-2025-07-01']))
    expect(new Set(legacy.map(({ map }) => map))).toEqual(new Set(['before-2025-07-01']))
    for (const each of legacy) expect(each).not.toHaveProperty('population')
  })
  it.each([
    ['773', ['27259', '27265', '27286'], []],
    ['783', ['27496', '27508', '27511', '27526', '27541', '27544', '27553'], []],
    ['777', ['27442', '27448', '27460'], ['27439', '27457', '27595', '27604']],
    ['767', ['27013', '27019', '27022', '27028', '27031'], ['27439']],
  ])('%s is succeeded by the units of today', (code, whole, part) => expect(successors(code)).toEqual({ whole, part }))
  it('stand for their successors, a unit for itself', () => {
    expect(resolve('773', legacy).sort()).toEqual(['27259', '27265', '27286'])
    expect(resolve('27259', legacy)).toEqual(['27259'])
  })
  it('have English names', () =>
    expect(legacy.filter(({ code }) => ['773', '783', '769'].includes(code)).map(({ name }) => name.en)).toEqual([
      'Thu Duc City',
      'District 4',
      'Cu Chi District',
    ]))
})

describe('a folded name', () => {
  it.each([
    ['Hòa', 'hoa'],
    ['Hoà', 'hoa'],
    ['Hòa'.normalize('NFD'), 'hoa'],
    ['Đỡ  Đầu', 'do dau'],
    ['Ðỡ đầu', 'do dau'],
    ['Phường 15, Q.4', 'phuong 15 q 4'],
    ['Bà Rịa - Vũng Tàu', 'ba ria vung tau'],
  ])('of %s is %s', (text, folded) => expect(foldName(text)).toBe(folded))
})
