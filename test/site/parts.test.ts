import * as fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { seed } from '../../infra/seed/seed.ts'
import { asParam, urlsOf } from '../../site/src/addresses.ts'
import { gap, when } from '../../site/src/gaps.ts'
import { nearest } from '../../site/src/nearest.ts'
import { forgetAttempt, isAgain, keepAttempt, lastAttempt, newId } from '../../site/src/scripts/attempt.ts'
import { squarePath, squaresOf } from '../../site/src/squares.ts'
import { formerProvinces } from '../../site/src/wards.ts'

describe('the hundred squares', () => {
  it('are inked one by one, never too many', () => {
    expect([0, 199_999, 200_000, 19_999_999, 20_000_000, 50_000_000].map((vnd) => squaresOf(vnd, 20_000_000))).toEqual([
      0, 0, 1, 99, 100, 100,
    ])
    expect(squaresOf(5_000, 0)).toBe(0)
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e12 }),
        (vnd) => squaresOf(vnd, 1e8) >= 0 && squaresOf(vnd, 1e8) <= 100,
      ),
    )
  })
  it('are drawn twenty in a row', () => {
    expect(squarePath(0)).toBe('')
    expect(squarePath(100).match(/M/g)).toHaveLength(100)
    expect(squarePath(21, 20)).toBe('M2 12h7v7h-7z')
  })
})

describe('the wards', () => {
  const provinces = formerProvinces(seed.areas, seed.legacy, 'vi')
  const districts = provinces.flatMap(({ districts }) => districts)
  it('has each of the 168 units, the old city first', () => {
    expect(provinces.map(({ name, isCity }) => [name, isCity])).toEqual([
      ['Hồ Chí Minh', true],
      ['Bà Rịa - Vũng Tàu', false],
      ['Bình Dương', false],
    ])
    expect(new Set(districts.flatMap(({ units }) => units.map(({ code }) => code))).size).toBe(168)
  })
  it('names districts as people do, the numbered ones first', () => {
    const names = provinces[0]!.districts.map(({ name }) => name)
    expect(names.slice(0, 3)).toEqual(['Quận 1', 'Quận 3', 'Quận 4'])
    expect(names.slice(-2)).toEqual(['Huyện Hóc Môn', 'Huyện Nhà Bè'])
  })
  it('leads the four seed districts to their units of today', () => {
    const codes = (district: string) =>
      districts
        .find(({ code }) => code === district)!
        .units.map(({ code }) => code)
        .sort()
    expect(codes('773')).toEqual(['27259', '27265', '27286'])
    expect(codes('777')).toEqual(['27439', '27442', '27448', '27457', '27460', '27595', '27604'])
    expect(codes('767')).toEqual(['27013', '27019', '27022', '27028', '27031', '27439'])
  })
  it('marks the units that only in part stand on the ground of a district', () => {
    const parts = (district: string) =>
      districts
        .find(({ code }) => code === district)!
        .units.filter(({ part }) => part)
        .map(({ short }) => short)
    expect(parts('767')).toEqual(['Bình Hưng Hoà'])
    expect(parts('773')).toEqual([])
  })
})

describe('gaps', () => {
  it('are values in a page and marks in a frame', () => {
    expect([gap({ name: 'Na' }, 'name'), gap({}, 'name'), gap('frame', 'name')]).toEqual(['Na', '', '{{name}}'])
    expect([when({ wrong: 'x' }, 'wrong', 'true', 'false'), when({}, 'wrong', 'true', 'false')]).toEqual([
      'true',
      'false',
    ])
    expect(when('frame', 'wrong', 'true', 'false')).toBe('{{#wrong}}true{{/wrong}}{{^wrong}}false{{/wrong}}')
  })
})

describe('addresses', () => {
  it('stand as the contract says', () => {
    expect(urlsOf('give', 'heo-dat')).toEqual({ vi: '/ung-ho/heo-dat/', en: '/en/give/heo-dat/' })
    expect([asParam('/'), asParam('/en/'), asParam('/en/give/heo-dat/')]).toEqual([undefined, 'en', 'en/give/heo-dat'])
  })
})

describe('an attempt', () => {
  const attempt = { id: 'a', program: 'heo', amountVnd: 50_000, show: 'no', at: 1_000 }
  beforeEach(() => {
    const kept = new Map<string, string>()
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    })
  })
  it('is asked about for ten minutes, for the same program and amount', () => {
    expect(isAgain(null, 'heo', 50_000, 1_001)).toBe(false)
    expect(isAgain(attempt, 'heo', 50_000, 600_999)).toBe(true)
    expect(isAgain(attempt, 'heo', 50_000, 601_000)).toBe(false)
    expect(isAgain(attempt, 'heo', 20_000, 1_001)).toBe(false)
    expect(isAgain(attempt, 'khac', 50_000, 1_001)).toBe(false)
  })
  it('is kept, and forgotten', () => {
    keepAttempt(attempt)
    expect(lastAttempt()).toEqual(attempt)
    forgetAttempt()
    expect(lastAttempt()).toBeNull()
  })
  it('is none where the browser keeps nothing', () => {
    const closed = () => {
      throw new Error('closed')
    }
    vi.stubGlobal('sessionStorage', { getItem: closed, setItem: closed, removeItem: closed })
    keepAttempt(attempt)
    forgetAttempt()
    expect(lastAttempt()).toBeNull()
  })
  it('has an identity of its own each time', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(newId()).not.toBe(newId())
  })
})

describe('programs that fit', () => {
  const items = [
    { slug: 'a', kind: 'week', area: 'city' },
    { slug: 'b', kind: 'piggy-bank', area: '777 767' },
    { slug: 'c', kind: 'piggy-bank', area: '767' },
  ]
  it.each([
    [{}, ['a', 'b', 'c'], true],
    [{ kind: '', area: '' }, ['a', 'b', 'c'], true],
    [{ kind: 'piggy-bank' }, ['b', 'c'], true],
    [{ kind: 'piggy-bank', area: '777' }, ['b'], true],
    [{ kind: 'week', area: '777' }, ['a', 'b'], false],
    [{ kind: 'strategy' }, [], false],
  ])('%j: %j', (asked, slugs, exact) => {
    const { found, exact: all } = nearest(items, ({ slug: _, ...values }) => values, asked)
    expect([found.map(({ slug }) => slug), all]).toEqual([slugs, exact])
  })
})
