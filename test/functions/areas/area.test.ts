import { describe, expect, it } from 'vitest'
import { area, foldName, legacyArea, resolve, slugOf } from '../../../functions/areas/area.ts'
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
  it('has 168 units: 113 wards, 54 communes, one special zone, 14,544,929 people or the data says why', () => {
    expect(areas).toHaveLength(168)
    const count = (kind: string) => areas.filter((each) => each.kind === kind).length
    expect([count('ward'), count('commune'), count('special-zone')]).toEqual([113, 54, 1])
    for (const each of areas) expect(area.parse(each)).toEqual(each)
    for (const each of legacy) expect(legacyArea.parse(each)).toEqual(each)
  })
  it('has a slug of its own for each unit, though folded names collide', () => {
    expect(new Set([...areas, ...legacy].map(({ slug }) => slug)).size).toBe(areas.length + legacy.length)
    expect(foldName('Thanh An')).toBe(foldName('Thạnh An'))
    expect(slugOf('Xã Thanh An', '25807')).toBe('thanh-an-25807')
    expect(slugOf('Quận 4', '773')).toBe('quan-4-773')
  })
})

describe('former districts', () => {
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
    ['Phường 15, Q.4', 'phuong 15 q 4'],
    ['Bà Rịa - Vũng Tàu', 'ba ria vung tau'],
  ])('of %s is %s', (text, folded) => expect(foldName(text)).toBe(folded))
})
