import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { record } from '../../../functions/donations/payment-store.ts'
import { noteHeard } from '../../../functions/donations/pulse-store.ts'
import { fold } from '../../../functions/ledger/fold.ts'
import { handler as today } from '../../../functions/office/today.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { client } from '../../../functions/store/table.ts'
import { later } from '../../../functions/time.ts'
import { settlementOf } from '../../../functions/transfers/allocation.ts'
import { allocate, keepIncome } from '../../../functions/transfers/store.ts'
import { settledBy } from '../../../functions/transfers/transfer.ts'
import { makeGiving, makeProgram } from '../../make.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'

let table: Table
beforeAll(async () => {
  table = await openTable()
  vi.spyOn(console, 'info').mockReturnValue()
})
afterAll(async () => {
  vi.useRealTimers()
  await table.close()
})

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the command said
const look = (): Promise<any> => (today as (event: unknown, context: object) => Promise<unknown>)({}, {})
const moved = { account: '007', direction: 'in', text: 'ung ho' } as const
/** One second before midnight in Viet Nam. */
const now = '2026-11-23T16:59:59.000Z'
const at = (instant: string) => vi.useFakeTimers({ now: Date.parse(instant), toFake: ['Date'] })

it('tells the day as Viet Nam counts it: what came by whom, what waits, and what is due', async () => {
  at(now)
  for (const [slug, reportDueOn] of [
    ['late', '2026-11-22'],
    ['soon', '2026-12-23'],
    ['far', '2026-12-24'],
  ] as const)
    await publishProgram(makeProgram({ slug, giving: makeGiving({ reportDueOn }) }))
  await publishProgram(
    makeProgram({ slug: 'told', giving: makeGiving({ reportDueOn: '2026-11-22', reportedOn: '2026-11-01' }) }),
  )
  for (const [provider, amountVnd] of [
    ['vnpay', 20_000],
    ['vnpay', 30_000],
    ['momo', 5_000],
  ] as const) {
    const gift = await pledged({ amountVnd }, now, crypto.randomUUID(), provider)
    await record(gift.id, told(gift, { provider }), draw, now)
  }
  const twice = await pledged({ amountVnd: 7_000 }, later(now, -86_400))
  for (const instant of [later(now, -86_400), now]) await record(twice.id, told(twice), draw, instant)
  await pledged({}, later(now, -3_601))
  await pledged({}, later(now, -3_599))
  await noteHeard('vnpay', now)
  for (const transactionId of ['FT1', 'FT2'])
    await keepIncome({ ...moved, transactionId, amountVnd: 9_000, at: now }, draw, now)
  await allocate('FT1', settledBy('vnpay'), now, (of) =>
    settlementOf(of, 'vnpay', { by: 'Lan', because: 'VNPAY' }, draw.nonce(), draw.ids().entryId, now),
  )
  await fold(now)

  const said = await look()
  expect(said.received).toEqual({
    day: '2026-11-23',
    isWhole: true,
    providers: expect.arrayContaining([
      { provider: 'vnpay', gifts: 3, vnd: 57_000 },
      { provider: 'momo', gifts: 1, vnd: 5_000 },
      { provider: 'bank', gifts: 1, vnd: 9_000 },
    ]),
  })
  expect(said.pending).toEqual([{ provider: 'vnpay', attempts: 2 }])
  expect(said.reviews).toEqual({ open: 1, oldestAt: now })
  expect(said.heard).toEqual({ vnpay: now })
  expect(said.reports.map(({ slug, isLate }: { slug: string; isLate: boolean }) => [slug, isLate])).toEqual([
    ['late', true],
    ['soon', false],
  ])
  at(later(now, 1))
  expect((await look()).received).toMatchObject({ day: '2026-11-24', providers: [] })
})

it('notes a provider’s word once a minute, and nothing stops if it cannot', async () => {
  const sends = vi.spyOn(client, 'send')
  for (const seconds of [3_600, 3_659, 3_660]) await noteHeard('stripe', later(now, seconds))
  expect(sends).toHaveBeenCalledTimes(2)
  sends.mockRejectedValueOnce(new Error('throttled'))
  await noteHeard('stripe', later(now, 7_200))
  sends.mockRestore()
  await noteHeard('stripe', later(now, 7_201))
  at(later(now, 7_300))
  expect((await look()).heard.stripe).toBe(later(now, 7_201))
})
