import { beforeEach, describe, expect, it, vi } from 'vitest'
import { gazetteerOf, placesOf } from '../../functions/areas/gazetteer.ts'
import { seed } from '../../infra/seed/seed.ts'
import { kmBetween, localPrograms, nearest } from '../../site/src/local.ts'
import { apart, heightOf, innerCity, isInside, pointOf, radiusOf, wholeCity, width } from '../../site/src/map.ts'
import { formedFrom, formerWards } from '../../site/src/origins.ts'
import { forgetWard, keepWard, keptWard } from '../../site/src/scripts/kept-ward.ts'
import { placeTexts, placeUrl } from '../../site/src/scripts/place-texts.ts'

const unit = (code: string) => seed.areas.find((each) => each.code === code)!
const district = (code: string) => seed.legacy.find((each) => each.code === code)!

describe('programs of a place', () => {
  const ofDistrict = { areas: ['777'] }
  const ofUnit = { areas: ['27439', '777'] }
  const local = localPrograms([ofDistrict, ofUnit, { areas: [] }], seed.legacy)
  it('are those that name it, or name the district that it succeeds', () => {
    expect(local.get('27442')).toEqual([{ program: ofDistrict }, { program: ofUnit }])
    expect(local.get('777')).toEqual([{ program: ofDistrict }, { program: ofUnit }])
    expect(local.get('27259')).toBeUndefined()
  })
  it('are marked where only a part of the place was of the district, unless they name the place itself', () => {
    expect(local.get('27457')).toEqual([
      { program: ofDistrict, of: district('777') },
      { program: ofUnit, of: district('777') },
    ])
    expect(local.get('27439')).toEqual([{ program: ofDistrict, of: district('777') }, { program: ofUnit }])
  })
  it('name a place once, though it be named twice', () => {
    const twice = { areas: ['777', '27457'] }
    expect(localPrograms([twice], seed.legacy).get('27457')).toEqual([{ program: twice }])
  })
  it('are looked for nearby, the nearest first, without those that are here anyway', () => {
    const close = nearest(unit('27259'), seed.areas, local)
    expect(close).toHaveLength(3)
    expect(close.map(({ km }) => km)).toEqual(close.map(({ km }) => km).sort((one, other) => one - other))
    expect(nearest(unit('27442'), seed.areas, local)).toEqual([])
  })
  it('are as far as they are', () => {
    expect(kmBetween({ lat: 10.7769, lon: 106.7009 }, { lat: 10.346, lon: 107.0843 })).toBeCloseTo(63.7, 0)
    expect(kmBetween(unit('27259'), unit('27259'))).toBe(0)
  })
})

describe('former wards', () => {
  const wards = formerWards(seed.areas, seed.legacy)
  it('stand once each, with all that they became', () => {
    const all = [...wards.values()].flat()
    expect(all).toHaveLength(441)
    expect(all.filter(({ into }) => into.length > 1)).toHaveLength(47)
    expect(wards.get('773')!.map(({ name }) => name)).toEqual(
      ['1', '2', '3', '4', '8', '9', '13', '15', '16', '18'].map((number) => `Phường ${number}`),
    )
  })
  it('are shown by district in a unit that came from two', () => {
    const origins = formedFrom(unit('27439'), seed.legacy, wards)
    expect(origins.map(({ district, wards }) => [district.code, wards.map(({ name }) => name)])).toEqual([
      ['767', ['Phường Sơn Kỳ']],
      ['777', ['Phường Bình Hưng Hòa', 'Phường Bình Hưng Hòa A']],
    ])
  })
})

describe('the map', () => {
  it('has every unit in its frame, but the island that has a corner of its own', () => {
    const outside = seed.areas.filter((area) => !isInside(area, wholeCity)).map(({ name }) => name.en)
    expect(outside).toEqual(['Con Dao Special Zone'])
    for (const area of seed.areas.filter((each) => isInside(each, innerCity))) {
      const { x, y } = pointOf(area, innerCity)
      expect(x >= 0 && x <= width && y >= 0 && y <= heightOf(innerCity)).toBe(true)
    }
  })
  it('draws twice the people on twice the surface', () => {
    const surface = (population: number) => radiusOf({ population }, innerCity) ** 2
    expect(surface(200_000) / surface(100_000)).toBeCloseTo(2, 0)
  })
  it('moves labels off each other', () => {
    const [one, other] = apart([
      { text: 'Q.1', x: 10, y: 10 },
      { text: 'Q.3', x: 12, y: 11 },
    ])
    expect(other!.y - one!.y).toBeGreaterThanOrEqual(11)
  })
})

describe('what is said of a place that was found', () => {
  const places = placesOf(gazetteerOf(seed.areas, seed.legacy))
  const words = {
    unit: 'was {district}',
    ward: '{district}, now {units}',
    split: '{district}, now {units}?',
    district: '{count}',
  }
  const ward = (name: string) =>
    places.find((each) => each.kind === 'ward' && each.name === name && each.within[0]!.name === 'Quận 4')!
  it('is what became of it, in the language of the page', () => {
    expect(placeTexts(ward('Phường 15'), 'en', words)).toEqual({
      name: 'Ward 15',
      what: 'District 4, now Xom Chieu Ward, Khanh Hoi Ward?',
    })
    expect(placeTexts(ward('Phường 13'), 'vi', words).what).toBe('Quận 4, now Phường Xóm Chiếu')
  })
  it('leads to its page; a split ward to its line, where all its units stand', () => {
    expect(placeUrl(ward('Phường 15'), 'vi')).toBe('/phuong-xa/quan-4-773/#phuong-15')
    expect(placeUrl(ward('Phường 13'), 'en')).toBe('/en/wards/xom-chieu-27259/')
    expect(placeUrl(places.find(({ kind }) => kind === 'province')!, 'vi')).toMatch(/^\/phuong-xa\/#/)
  })
})

describe('the ward that this device remembers', () => {
  const store = new Map<string, string>()
  beforeEach(() => {
    store.clear()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => store.set(key, value),
      removeItem: (key: string) => store.delete(key),
    })
  })
  const ward = { slug: 'xom-chieu-27259', name: 'Phường Xóm Chiếu' }
  it('is kept, and forgotten', () => {
    expect(keptWard()).toBeNull()
    expect(keepWard({ ...ward, more: 'not kept' } as typeof ward)).toBe(true)
    expect(keptWard()).toEqual(ward)
    expect([...store.values()].join()).not.toContain('more')
    forgetWard()
    expect(keptWard()).toBeNull()
  })
  it('is only believed if it looks like one', () => {
    for (const bad of ['{', 'null', '{}', '{"slug":"//elsewhere","name":"x"}', '{"slug":"a-12345"}']) {
      store.set('ward', bad)
      expect(keptWard()).toBeNull()
    }
  })
  it('is nothing where a browser keeps nothing', () => {
    vi.stubGlobal('localStorage', undefined)
    expect([keepWard(ward), keptWard()]).toEqual([false, null])
    forgetWard()
  })
})
