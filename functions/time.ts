import type { Lang } from './words/words.ts'

/** Viet Nam is at UTC+7 and has no summer time: fixed arithmetic, never the host's zone. */
const aheadMs = 7 * 3_600_000

const local = (instant: string): string => new Date(Date.parse(instant) + aheadMs).toISOString()

/** `2026-11-23`, the day in Asia/Ho_Chi_Minh of an ISO instant. */
export const dayOf = (instant: string): string => local(instant).slice(0, 10)

/** `20261123143005`, as Vietnamese gateways write an instant. */
export const stampOf = (instant: string): string => local(instant).slice(0, 19).replace(/\D/g, '')

/** Reads `20261123143005` (Asia/Ho_Chi_Minh) into an ISO instant; undefined if it is none. */
export function instantOf(stamp: string): string | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp)
  if (!found) return undefined
  const [, year, month, day, hour, minute, second] = found
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000+07:00`)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

/** Reads `2026-11-23 14:30:05`, a time of Viet Nam without a zone, whatever stands between its figures; undefined if it is none. */
export const localInstantOf = (text: string): string | undefined =>
  /^\d{4}\D\d\d\D\d\d\D\d\d\D\d\d\D\d\d$/.test(text) ? instantOf(text.replace(/\D/g, '')) : undefined

/** `2026-11-23T07:00:00.000Z`: the hour, not the second, is public. */
export const hourOf = (instant: string): string => `${instant.slice(0, 13)}:00:00.000Z`

/** `23/11/2026` in Vietnamese, `23 November 2026` in English, of a day. */
export function formatDay(day: string, lang: Lang): string {
  const [year, month, date] = day.split('-')
  if (lang === 'vi') return `${date}/${month}/${year}`
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** `14:05 23/11/2026` in Asia/Ho_Chi_Minh. */
export const formatInstant = (instant: string, lang: Lang): string =>
  `${local(instant).slice(11, 16)} ${formatDay(dayOf(instant), lang)}`

export const later = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1_000).toISOString()
export const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1_000)
