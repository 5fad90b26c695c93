import { isDeepStrictEqual } from 'node:util'
import { expect, vi } from 'vitest'
import { type Donation, stateOf } from '../../../functions/donations/donation.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { query } from '../../../functions/store/table.ts'
import type { Table } from '../../table.ts'

/** What the table knows of a gift. */
export async function kept(of: Donation) {
  const donation = (await donationById(of.id))!
  return {
    state: stateOf(donation),
    paid: donation.payments.map(({ amountVnd }) => amountVnd),
    flags: donation.payments.flatMap(({ flags }) => flags),
  }
}
export const untouched = { state: 'waiting', paid: [], flags: [] }
export const received = { state: 'received', paid: [50_000], flags: [] }

/** Why a person must look at a gift, by this month's list. */
export const reviews = async (of: Donation): Promise<unknown[]> =>
  (await query(`review#${new Date().toISOString().slice(0, 7)}`))
    .filter(({ donation }) => donation === of.id)
    .map(({ reason }) => reason)

/** What an act did to the whole table, a word for each item: `+payment` is new, `~donation` changed, `-due` is gone. That a provider was heard at all, which is noted once a minute, is left out. */
export async function traces(table: Table, act: () => Promise<unknown>): Promise<string[]> {
  const before = await table.items()
  await act()
  const after = await table.items()
  const family = (key: string) => key.slice(0, key.indexOf('#'))
  const changed = [...after].filter(([key, item]) => !isDeepStrictEqual(before.get(key), item))
  const gone = [...before.keys()].filter((key) => !after.has(key))
  return [
    ...changed.map(([key]) => `${before.has(key) ? '~' : '+'}${family(key)}`),
    ...gone.map((key) => `-${family(key)}`),
  ]
    .filter((trace) => !trace.endsWith('pulse'))
    .sort()
}
/** That a word of nobody leaves nothing at all: not even that its provider was heard, which is noted once a minute. */
export async function expectNoTrace(table: Table, act: () => Promise<unknown>): Promise<void> {
  const before = await table.items()
  vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] })
  await act().finally(() => vi.useRealTimers())
  expect(await table.items()).toEqual(before)
}
/** Those of one payment of a gift without an email. */
export const onePayment = ['+ledger', '+number', '+outbox', '+payment', '~donation', '~donor', '~receipt']
