import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { handler as ask } from '../../../functions/donations/ask.ts'
import { donationByReceiptKey } from '../../../functions/donations/store.ts'
import { readBook } from '../../../functions/ledger/book-store.ts'
import { fold } from '../../../functions/ledger/fold.ts'
import { readTotals } from '../../../functions/ledger/store.ts'
import { client } from '../../../functions/store/table.ts'
import { withFaults } from '../../faults.ts'
import { openTable, type Table } from '../../table.ts'
import { openWorld, type World } from './world.ts'

/** `GIFTS=2000` for the whole day of a city (see npm run bench). */
const gifts = Number(process.env.GIFTS ?? 200)
const ways = ['vnpay', 'vnpay-card', 'momo', 'zalopay', 'stripe', 'bank', 'bank'] as const
let table: Table
let world: World
beforeAll(async () => {
  table = await openTable()
  world = await openWorld()
})
afterAll(async () => {
  vi.useRealTimers()
  await world.close()
  vi.restoreAllMocks()
  await table.close()
})

/** Small, fast and repeatable. */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What moved at the providers, as they know it. */
const moved = new Map<string, { count: number; vnd: number }>()
function note(source: string, vnd: number): void {
  const before = moved.get(source) ?? { count: 0, vnd: 0 }
  moved.set(source, { count: before.count + 1, vnd: before.vnd + vnd })
}

/** A bad day on the way of one order's notifications. */
const weather = (chance: () => number) => ({
  drop: chance() < 0.2,
  double: chance() < 0.2,
  reorder: chance() < 0.1,
  delaySeconds: chance() < 0.2 ? Math.floor(chance() * 200) : 0,
})

/** Of the last attempt. The test reads through the same faults as the city, and asks until it is told. */
async function referenceOf(key: string): Promise<string> {
  for (let attempt = 1; ; attempt++)
    try {
      return (await donationByReceiptKey(key)).attempts.at(-1)!.reference
    } catch (error) {
      if (attempt === 50) throw error
    }
}

/** What was written into transfers: the bank's notifications go by it. */
const memos = new Set<string>()

async function payByBank(key: string, amountVnd: number, chance: () => number): Promise<void> {
  const { bank } = world.standIns
  const memo = await referenceOf(key)
  const times = chance() < 0.05 ? 2 : chance() < 0.1 ? 0 : 1
  for (let time = 0; time < times; time++) {
    const paid = chance() < 0.1 ? amountVnd + 1_000 : amountVnd
    const isLost = chance() < 0.1
    const written = isLost ? 'ung ho' : memo
    memos.add(written)
    Object.assign(bank.switchesOf(written), weather(chance))
    await bank.transfer({ account: world.account, amountVnd: paid, memo: written })
    note(isLost ? 'unallocated' : 'bank', paid)
  }
}

async function payAt(
  name: 'vnpay' | 'momo' | 'zalopay' | 'stripe',
  key: string,
  payUrl: string,
  amountVnd: number,
  chance: () => number,
) {
  const gateway = world.standIns[name]
  const reference = await referenceOf(key)
  await (await fetch(payUrl)).arrayBuffer()
  Object.assign(gateway.switchesOf(reference), weather(chance))
  const fate = chance()
  if (fate < 0.08) return
  if (fate < 0.18) await gateway.decline(reference)
  // VNPAY lets a payer try again on the same page.
  if (fate < 0.18 && (name !== 'vnpay' || chance() < 0.5)) return
  await gateway.approve(reference)
  note(name, amountVnd)
  if (name !== 'vnpay' || chance() > 0.06) return
  await gateway.approve(reference)
  note(name, amountVnd)
}

async function giveAndPay(place: number, chance: () => number): Promise<void> {
  const way = ways[Math.floor(chance() * ways.length)]!
  const amountVnd = 20_000 + Math.floor(chance() * 1_000) * 100
  const { receiptKey, payUrl } = await world.give(way, amountVnd, place)
  if (way === 'bank') return payByBank(receiptKey, amountVnd, chance)
  return payAt(way === 'vnpay-card' ? 'vnpay' : way, receiptKey, payUrl, amountVnd, chance)
}

/** All is well again: what was held back is told, what is due is asked, as the hours pass. */
async function heal(start: number): Promise<void> {
  const all = Object.values(world.standIns)
  for (const gateway of all)
    for (const { reference } of gateway.payments()) Object.assign(gateway.switchesOf(reference), calm)
  for (const memo of memos) Object.assign(world.standIns.bank.switchesOf(memo), calm)
  for (const minutes of [2, 5, 10, 15, 25, 60, 90]) {
    vi.setSystemTime(start + minutes * 60_000)
    for (const gateway of all) await gateway.deliver()
    await (ask as (event: unknown, context: object) => Promise<unknown>)({}, {})
  }
}
const calm = { drop: false, double: false, reorder: false, delaySeconds: 0 }

it(`${gifts} gifts by all providers, told twice, late, out of order or never, a fifth of all calls faulty: our books are theirs`, async () => {
  const seed = Date.now() % 1_000_000
  const faults = withFaults(client, 0.2, seed)
  vi.useFakeTimers({ now: Date.parse('2026-11-23T02:00:00.000Z'), toFake: ['Date'] })
  const start = Date.now()
  const queue = Array.from({ length: gifts }, (_, place) => place).values()
  const hands = async () => {
    for (const place of queue) await giveAndPay(place, chanceOf(seed * 10_007 + place))
  }
  await Promise.all(Array.from({ length: 60 }, hands))
  faults.mend()
  await heal(start)
  const now = new Date().toISOString()
  await fold(now)
  await fold(now)

  const { lines } = await readBook({}, undefined, 10 * gifts, 10 * gifts)
  const booked = new Map<string, { count: number; vnd: number }>()
  for (const { source, program, amountVnd } of lines) {
    const of = program === 'unallocated' ? program : source.replace('received:', '')
    const before = booked.get(of) ?? { count: 0, vnd: 0 }
    booked.set(of, { count: before.count + 1, vnd: before.vnd + amountVnd })
  }
  expect([seed, Object.fromEntries([...booked].sort())]).toEqual([seed, Object.fromEntries([...moved].sort())])
  const sum = [...moved.values()].reduce((total, { vnd }) => total + vnd, 0)
  expect((await readTotals(['city'])).get('city')).toMatchObject({
    receivedVnd: sum,
    leftVnd: sum,
    gifts: lines.length,
  })
}, 1_200_000)
