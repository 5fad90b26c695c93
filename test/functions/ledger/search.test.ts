import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv, csvText } from '../../../functions/ledger/csv.ts'
import { cursorOf, filters, markOf, matches, readMark } from '../../../functions/ledger/search.ts'

describe('a cursor', () => {
  const mark = { batch: 12, line: 340 }
  it('leads on with the same filters', () =>
    expect(markOf(cursorOf(mark, { program: 'heo' }), { program: 'heo' })).toEqual(mark))
  it('is refused when altered or taken to other filters', () => {
    const cursor = cursorOf(mark, { program: 'heo' })
    for (const foreign of [
      cursor.replace('340', '341'),
      cursor.replace('12.', '13.'),
      `${cursor}x`,
      '',
      '0.0.x',
      'null',
      '1.1.AAAAAAAAAAAAAAAA',
    ])
      expect(markOf(foreign, { program: 'heo' })).toBeUndefined()
    expect(markOf(cursor, {})).toBeUndefined()
    expect(markOf(cursor, { program: 'heo', line: 1 })).toBeUndefined()
    expect(() => readMark('foreign', {})).toThrow('fields')
  })
  it('holds through any place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 9 }), (batch, line) => {
        expect(markOf(cursorOf({ batch, line }, {}), {})).toEqual({ batch, line })
      }),
    )
  })
})

describe('looking in the book', () => {
  const line = {
    line: 7,
    entryId: 'e',
    kind: 'gift',
    program: 'heo',
    hour: '2026-11-23T17:00:00.000Z',
    amountVnd: 50_000,
    balanceVnd: 1,
    programBalanceVnd: 1,
    source: 's',
    commitment: 'c',
  } as const
  it.each([
    [{}, true],
    [{ program: 'heo' }, true],
    [{ program: 'x' }, false],
    [{ date: '2026-11-24' }, true],
    [{ date: '2026-11-23' }, false],
    [{ amountVnd: -50_000 }, true],
    [{ amountVnd: 5 }, false],
    [{ line: 7, program: 'heo' }, true],
    [{ line: 8 }, false],
  ])('%j -> %s', (looked, found) => expect(matches(line, looked)).toBe(found))
  it.each([
    { date: '2026-02-30' },
    { date: 'x' },
    { amountVnd: '1e5' },
    { amountVnd: '5.5' },
    { line: '0' },
    { line: '-1' },
  ])('%j cannot be looked for', (looked) => expect(filters.safeParse(looked).success).toBe(false))
})

describe('CSV', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '  =1', '\r=1'])('%j is not read as a formula', (text) =>
    expect(csvText(text)).toBe(`"'${text}"`),
  )
  it('quotes quotes, keeps numbers numbers and nothing empty', () => {
    expect(csv(['a', 'b', 'c'], [[-5, 'Bà "Tư", Q4', null]])).toBe('\ufeffa,b,c\r\n-5,"Bà ""Tư"", Q4",\r\n')
  })
})
