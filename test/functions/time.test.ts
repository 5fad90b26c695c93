import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, formatDay, formatInstant, hourOf, instantOf, stampOf } from '../../functions/time.ts'

describe('time in Viet Nam', () => {
  it('turns the day at 17:00 UTC', () => {
    expect(dayOf('2026-10-09T16:59:59.999Z')).toBe('2026-10-09')
    expect(dayOf('2026-10-09T17:00:00.000Z')).toBe('2026-10-10')
    expect(stampOf('2026-10-09T18:00:00.000Z')).toBe('20261010010000')
  })
  it('reads back every stamp it writes', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const instant = new Date(Math.floor(date.getTime() / 1_000) * 1_000).toISOString()
          expect(instantOf(stampOf(instant))).toBe(instant)
        },
      ),
    )
  })
  it.each(['', '2026', '2026112314300x', '20261323143000'])('%j is no stamp', (stamp) =>
    expect(instantOf(stamp)).toBeUndefined(),
  )
  it('shows people days and minutes, and the public only the hour', () => {
    expect(formatDay('2026-11-23', 'vi')).toBe('23/11/2026')
    expect(formatDay('2026-11-23', 'en')).toBe('23 November 2026')
    expect(formatInstant('2026-11-23T07:05:59.000Z', 'vi')).toBe('14:05 23/11/2026')
    expect(hourOf('2026-11-23T07:05:59.123Z')).toBe('2026-11-23T07:00:00.000Z')
  })
})
