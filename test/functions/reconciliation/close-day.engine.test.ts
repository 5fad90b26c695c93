import { expect, it } from 'vitest'
import { closeDays } from '../../../functions/reconciliation/close-store.ts'
import { handler as getStatement } from '../../../functions/reconciliation/get-statement.ts'
import { handler as listStatements } from '../../../functions/reconciliation/list-statements.ts'
import { digestOf } from '../../../functions/reconciliation/statement-entry.ts'
import { versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { key } from '../../../functions/store/keys.ts'
import { put, query } from '../../../functions/store/table.ts'
import { settlementOf } from '../../../functions/transfers/allocation.ts'
import { allocate, keepIncome } from '../../../functions/transfers/store.ts'
import { settledBy } from '../../../functions/transfers/transfer.ts'
import { call } from '../../call.ts'
import { midnight, standIn, zones } from '../../zones.ts'
import { draw } from '../gifts.ts'
import { cityTotals, day, folded, noon, paid } from './files.ts'
import { onTable } from './stage.ts'

onTable()

it('closes yesterday ten minutes after midnight in Viet Nam, once', async () => {
  expect(await closeDays(draw, noon)).toEqual({ closed: 0, again: 0 })
  await paid({ amountVnd: 50_000 })
  await folded(noon)
  expect(await closeDays(draw, '2026-11-24T17:09:59.000Z')).toEqual({ closed: 0, again: 0 })
  expect(await closeDays(draw, '2026-11-24T17:10:00.000Z')).toEqual({ closed: 1, again: 0 })
  expect(await closeDays(draw, '2026-11-24T18:10:00.000Z')).toEqual({ closed: 0, again: 0 })
  expect(await versionsOf(day)).toMatchObject([{ version: 1, in: { count: 1, vnd: 50_000 } }])
})

it.each(zones)('knows a day by Viet Nam’s midnight, on a machine in %s', async (zone) => {
  standIn(zone)
  await paid({ amountVnd: 5_000 }, midnight.before)
  await folded(midnight.before)
  await paid({ amountVnd: 7_000 }, midnight.after)
  await folded(midnight.after)
  const closed = []
  for (const now of ['2026-11-23T17:09:59.000Z', '2026-11-23T17:10:00.000Z', '2026-11-24T17:10:00.000Z'])
    closed.push((await closeDays(draw, now)).closed)
  expect(closed).toEqual([0, 1, 1])
  for (const [of, vnd] of [
    ['2026-11-23', 5_000],
    ['2026-11-24', 7_000],
  ] as const)
    expect(await versionsOf(of)).toMatchObject([{ version: 1, day: of, in: { count: 1, vnd } }])
})

it('begins with the day of the first payment, though the book has it from after midnight', async () => {
  await paid({ amountVnd: 5_000 }, midnight.before)
  await folded(midnight.after)
  expect(await closeDays(draw, '2026-11-24T17:10:00.000Z')).toEqual({ closed: 2, again: 0 })
  expect(await versionsOf('2026-11-23')).toMatchObject([{ in: { count: 1, vnd: 5_000 } }])
})

it('catches up with the days that it missed, over the end of a month, ten in a run', async () => {
  await paid({ amountVnd: 50_000 })
  await folded(noon)
  const closed = []
  for (let run = 0; run < 3; run++) closed.push((await closeDays(draw, '2026-12-06T05:00:00.000Z')).closed)
  expect(closed).toEqual([10, 2, 0])
  expect((await versionsOf('2026-12-05'))[0]).toMatchObject({ in: { count: 0 }, providers: [] })
  await folded('2026-12-06T05:00:00.000Z')
  expect(await cityTotals()).toMatchObject({ receivedVnd: 50_000, leftVnd: 50_000 })
})

it('looks again at the days before, for a provider may have told of a payment a day late', async () => {
  await paid({ amountVnd: 50_000 })
  await folded(noon)
  await closeDays(draw, '2026-11-24T18:00:00.000Z')
  await paid({ amountVnd: 7_000 }, '2026-11-24T16:00:00.000Z')
  expect(await closeDays(draw, '2026-11-24T19:00:00.000Z')).toEqual({ closed: 0, again: 0 })
  expect(await closeDays(draw, '2026-11-25T18:00:00.000Z')).toEqual({ closed: 1, again: 1 })
  expect((await versionsOf(day)).map((of) => [of.version, of.in.vnd])).toEqual([
    [1, 50_000],
    [2, 57_000],
  ])
})

it('closes a day once, however many run', async () => {
  await paid({ amountVnd: 50_000 })
  await folded(noon)
  await Promise.all(Array.from({ length: 8 }, () => closeDays(draw, '2026-11-24T18:00:00.000Z')))
  expect(await versionsOf(day)).toHaveLength(1)
})

it('is read by anybody: a month’s newest, and each version of a day with its digest', async () => {
  await paid({ amountVnd: 50_000 })
  await folded(noon)
  await closeDays(draw, '2026-11-26T18:00:00.000Z')
  const month = await call(listStatements, { query: 'month=2026-11' })
  expect(month.json.statements.map((of: { day: string }) => of.day)).toEqual(['2026-11-26', '2026-11-25', '2026-11-24'])
  expect((await call(listStatements, { query: 'month=2026-10' })).json.statements).toEqual([])
  expect((await call(listStatements, { query: 'month=2026-13' })).status).toBe(422)
  expect((await call(listStatements)).status).toBe(200)
  const { json } = await call(getStatement, { params: { day } })
  expect(json.versions.map((of: { sha256: string }) => of.sha256)).toEqual([digestOf(json.versions[0].statement)])
  expect((await call(getStatement, { params: { day: '2020-01-01' } })).status).toBe(404)
  expect((await call(getStatement, { params: { day: 'x' } })).status).toBe(404)
})

it('goes on after a day that it cannot make, and says so at the end', async () => {
  await paid({ amountVnd: 50_000 })
  await folded(noon)
  await put({ ...key.outgoing('2026-11-25', 'FT1'), amountVnd: 'unreadable' })
  await expect(closeDays(draw, '2026-11-26T18:00:00.000Z')).rejects.toThrow('2026-11-25 is not made')
  expect([(await versionsOf(day)).length, (await versionsOf('2026-11-26')).length]).toEqual([1, 1])
  await put({ ...key.outgoing('2026-11-24', 'FT1'), amountVnd: 'unreadable' })
  await expect(closeDays(draw, '2026-11-27T18:00:00.000Z')).rejects.toThrow('2026-11-25 is not made')
  expect(await versionsOf('2026-11-27')).toHaveLength(1)
})

it('counts all that waits for its place in the book, however much', async () => {
  await paid({ amountVnd: 50_000 })
  await folded(noon)
  const { row } = await paid({ amountVnd: 7_000 })
  const [shard] = Object.values(key.outbox(`vnpay#${row.transactionId}`))
  const [mine] = await query(shard!)
  // 125 of a shard are enough for a fold; these stand before the payment in its shard.
  const before = Array.from({ length: 130 }, (_, nth) => ({ ...mine!, sk: `a${nth}`, entryId: `a${nth}`, kind: 'fee' }))
  await Promise.all(before.map((each) => put(each)))
  await closeDays(draw, '2026-11-24T18:00:00.000Z')
  expect((await versionsOf(day))[0]).toMatchObject({ in: { count: 2, vnd: 57_000 } })
})

it('counts no money twice that a provider paid over, once an officer has said so', async () => {
  await paid({ amountVnd: 50_000 })
  const told = { account: '007', transactionId: '007.FT1.49450', amountVnd: 49_450, text: 'VNPAY', at: noon }
  await keepIncome({ ...told, direction: 'in' }, draw, noon)
  await keepIncome({ ...told, direction: 'in', transactionId: '007.FT2.9000', amountVnd: 9_000 }, draw, noon)
  await folded(noon)
  await closeDays(draw, '2026-11-24T18:00:00.000Z')
  expect((await versionsOf(day))[0]).toMatchObject({ in: { count: 3, vnd: 108_450 }, unallocatedVnd: 58_450 })
  const later = '2026-11-28T05:00:00.000Z'
  await closeDays(draw, later)
  await allocate(told.transactionId, settledBy('vnpay'), later, (of) =>
    settlementOf(of, 'vnpay', { by: 'Lan', because: 'VNPAY' }, draw.nonce(), draw.ids().entryId, later),
  )
  expect(await closeDays(draw, '2026-11-28T18:00:00.000Z')).toEqual({ closed: 1, again: 1 })
  const [, made] = await versionsOf(day)
  expect(made).toMatchObject({
    ...{ version: 2, in: { count: 2, vnd: 59_000 }, settled: { count: 1, vnd: 49_450 }, unallocatedVnd: 9_000 },
    providers: [
      { provider: 'bank', in: { vnd: 58_450 }, settledVnd: 49_450, unallocatedVnd: 9_000 },
      { provider: 'vnpay' },
    ],
  })
})
