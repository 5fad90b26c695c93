import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { dayOfPayment } from '../../../functions/reconciliation/known-store.ts'
import { idOf, instantIn, isRounded, vndOf } from '../../../functions/reconciliation/typed.ts'
import { dayOf } from '../../../functions/time.ts'

describe('amounts in files', () => {
  it.each([
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1 234 567', 1_234_567],
    ['1234567', 1_234_567],
    ['1,234,567.00', 1_234_567],
    ['1.234.567,00', 1_234_567],
    ['50000.0', 50_000],
    [' 50.000 VND ', 50_000],
    ['50.000\u00a0₫', 50_000],
    ['+50,000', 50_000],
    ['-50,000', -50_000],
    ['−50.000', -50_000],
    ['(50.000)', -50_000],
    ['0', 0],
    ['-0', 0],
    ['0.00', 0],
  ])('%j is %i', (cell, vnd) => expect(vndOf(cell)).toBe(vnd))
  it.each([
    '',
    '-',
    'x',
    '50.00.000',
    '1,234.567',
    '1.5',
    '50.000,5',
    '1e6',
    '0.500',
    '12345.678',
    '1.234,567',
    '--5',
    '5 000,1',
  ])('%j is none', (cell) => expect(vndOf(cell)).toBeUndefined())
  it('reads back every amount in every style', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.constantFrom('vi-VN', 'en'), (vnd, locale) => {
        expect(vndOf(new Intl.NumberFormat(locale).format(vnd))).toBe(vnd)
      }),
    )
  })
})

const zones = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York']
const before = process.env.TZ
afterEach(() => {
  process.env.TZ = before
  if (before === undefined) delete process.env.TZ
})

describe.each(zones)('times in files, on a machine in %s', (zone) => {
  it.each([
    ['24/11/2026 23:59:59', '2026-11-24T16:59:59.000Z', '2026-11-24'],
    ['25/11/2026 00:00:00', '2026-11-24T17:00:00.000Z', '2026-11-25'],
    ['25/11/2026', '2026-11-24T17:00:00.000Z', '2026-11-25'],
    ['5/1/2026 7:05', '2026-01-05T00:05:00.000Z', '2026-01-05'],
    ['25-11-2026 00:00', '2026-11-24T17:00:00.000Z', '2026-11-25'],
    ['23:59:59 24/11/2026', '2026-11-24T16:59:59.000Z', '2026-11-24'],
    ['2026-11-25 00:00:00', '2026-11-24T17:00:00.000Z', '2026-11-25'],
    ['2026-11-25T00:00:00', '2026-11-24T17:00:00.000Z', '2026-11-25'],
    ['2026-11-24T16:59:59Z', '2026-11-24T16:59:59.000Z', '2026-11-24'],
    ['2026-11-25T00:00:00+07:00', '2026-11-24T17:00:00.000Z', '2026-11-25'],
    ['20261124235959', '2026-11-24T16:59:59.000Z', '2026-11-24'],
  ])('%s', (cell, instant, day) => {
    process.env.TZ = zone
    expect(instantIn(cell)).toBe(instant)
    expect(dayOf(instant)).toBe(day)
    expect(dayOfPayment({ paidAt: instant, recordedAt: '2026-12-01T00:00:00.000Z' })).toBe(day)
    expect(dayOfPayment({ recordedAt: instant })).toBe(day)
  })
  it.each([
    '',
    '29/02/2026',
    '31/04/2026',
    '13/13/2026',
    '24/11/26',
    '24/11/2026 25:00',
    '2026-11-24T10:60:00',
    'hôm qua',
    '46350',
  ])('%j is none', (cell) => {
    process.env.TZ = zone
    expect(instantIn(cell)).toBeUndefined()
  })
})

it('ids keep each digit, or are no ids', () => {
  expect(['260927000001234567', "'00123", '="00123"', ' FT26.1/2 '].map(idOf)).toEqual([
    ...['260927000001234567', '00123', '00123', 'FT26.1/2'],
  ])
  expect(['', ' ', 'a#b', 'a b', '2.60927E+15', '2E15', 'x'.repeat(121)].map(idOf)).toEqual(Array(7).fill(undefined))
  expect(['2.60927E+15', '2,6E+15'].every(isRounded)).toBe(true)
})
