import { describe, expect, it } from 'vitest'
import { find, isNear } from '../../../functions/areas/find.ts'
import { gazetteerOf, type Place, placesOf } from '../../../functions/areas/gazetteer.ts'
import { englishName, markOf, slugOf } from '../../../functions/areas/name.ts'
import { areas, legacy } from '../../../infra/seed/areas.ts'
import { fifteen, queries, ward15 } from '../../vectors/ward-queries.ts'

const gazetteer = gazetteerOf(areas, legacy)
const places = placesOf(gazetteer)

/** `Phường 15, Quận 4 > Phường Xóm Chiếu + Phường Khánh Hội`: a former ward and what it became. */
const told = ({ kind, name, within, units }: Place): string =>
  kind === 'ward' ? `${name}, ${within[0]!.name} > ${units.map((unit) => unit.name).join(' + ')}` : name
const first = (text: string) => find(places, text).places.slice(0, 1).map(told)[0]
const sure = (text: string) => {
  const found = find(places, text).sure
  return found && told(found)
}

describe('a search for a place', () => {
  it.each(fifteen)('“%s” is ward 15 of District 4, and nothing else', (text) => {
    expect(first(text)).toBe(ward15)
    expect(sure(text)).toBe(ward15)
  })

  it.each(queries)('for “%s” begins with %s', (text, place) => expect(first(text)).toBe(place))

  it('without marks shows both Thanh An and Thạnh An', () => {
    expect(find(places, 'thanh an').places.slice(0, 2).map(told)).toEqual(['Xã Thanh An', 'Xã Thạnh An'])
    expect(sure('thanh an')).toBeUndefined()
  })
  it('for a number alone shows the districts that had it, in order, and is sure of none', () => {
    const found = find(places, 'phường 15')
    expect(found.places.map(({ within }) => within[0]!.name)).toEqual([
      ...['Quận 4', 'Quận 8', 'Quận 10', 'Quận 11', 'Quận Gò Vấp', 'Quận Phú Nhuận', 'Quận Tân Bình'],
    ])
    expect(found.sure).toBeUndefined()
    expect(find(places, 'p1').more).toBe(true)
  })
  it('for a district also shows the units that stand there', () => {
    expect(find(places, 'quan 4').places.map(told)).toEqual([
      'Quận 4',
      'Phường Xóm Chiếu',
      'Phường Khánh Hội',
      'Phường Vĩnh Hội',
    ])
  })
  it('says when it guesses, and when it knows nothing', () => {
    expect(find(places, 'xom chiu')).toMatchObject({ near: true })
    expect(find(places, 'xom chieu')).toMatchObject({ near: false })
    expect(find(places, 'p14 q4')).toMatchObject({ near: true })
    for (const text of ['', '  ', 'phường', 'quận', '?!', 'q']) expect(find(places, text).places).toEqual([])
    expect(find(places, 'zzzzzz')).toEqual({ places: [], near: true, more: false })
  })
  it('is never sure of a split ward alone: its place lists all it became', () => {
    const split = places.filter(({ kind, units }) => kind === 'ward' && units.length > 1)
    expect(split).toHaveLength(47)
    for (const { units } of split) expect(new Set(units).size).toBe(units.length)
  })
  it('finds each place by its own name and where it was', () => {
    const lost = places.filter((place) => {
      const text = [place.name, place.within[0]?.name].filter(Boolean).join(', ')
      return !find(places, text)
        .places.slice(0, 2)
        .some((found) => told(found) === told(place) || same(found, place))
    })
    expect(lost.map(told)).toEqual([])
  })
  it('finds each unit and district by its name in English', () => {
    const names = [...areas, ...legacy].map(({ name, slug }) => [name.en, slug] as const)
    const lost = names.filter(
      ([name, slug]) =>
        !find(places, name)
          .places.slice(0, 3)
          .some((found) => found.slug === slug),
    )
    expect(lost).toEqual([])
  })
})

/** A former ward that is the unit of its name needs no line of its own. */
const same = (found: Place, place: Place) => place.units.length === 1 && place.units[0]!.name === found.name

describe('the gazetteer', () => {
  it('gives units and districts the names and addresses that they have', () => {
    for (const { code, name, slug } of [...areas, ...legacy]) {
      expect(englishName(name.vi)).toBe(name.en)
      expect(slugOf(name.vi, code)).toBe(slug)
    }
    const known = new Set(places.filter(({ slug }) => slug).map(({ slug }) => slug))
    expect(known.size).toBe(areas.length + legacy.length)
  })
  it('gives each former ward of a district a mark of its own', () => {
    const marks = gazetteer.wards.map(([name, district]) => `${district}#${markOf(name)}`)
    expect(new Set(marks).size).toBe(marks.length)
  })
  it('is small', () => expect(JSON.stringify(gazetteer).length).toBeLessThan(20_000))
})

describe('one letter', () => {
  it.each([
    ['chieu', 'chiu', true],
    ['chieu', 'chieuu', true],
    ['chieu', 'cihieu', true],
    ['khanh', 'khahn', true],
    ['chieu', 'chieu', true],
    ['chieu', 'choeu', true],
    ['chieu', 'chau', false],
    ['q4', 'q5', false],
    ['p15', 'p16', false],
  ])('%s and %s: %s', (one, other, near) => expect(isNear(one, other)).toBe(near))
})
