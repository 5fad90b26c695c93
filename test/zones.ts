import { expect, onTestFinished, vi } from 'vitest'

const minutesBehind = { UTC: 0, 'Asia/Ho_Chi_Minh': -420, 'America/New_York': 300 }
type Zone = keyof typeof minutesBehind
/** Where a machine may stand, on either side of Viet Nam's midnight. */
export const zones = Object.keys(minutesBehind) as Zone[]

/** Moves the machine there until the test is over. */
export function standIn(zone: Zone): void {
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  vi.stubEnv('TZ', zone)
  expect(new Date('2026-11-23T17:00:00.000Z').getTimezoneOffset()).toBe(minutesBehind[zone])
}

/** The last second of a day in Viet Nam and the first of the next. */
export const midnight = { before: '2026-11-23T16:59:59.000Z', after: '2026-11-23T17:00:00.000Z' } as const
