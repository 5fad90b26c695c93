import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { stateOf } from '../../../functions/donations/donation.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { handler as settle } from '../../../functions/donations/settle-vnpay.ts'
import { donationById } from '../../../functions/donations/store.ts'
import type { Waiting } from '../../../functions/ledger/batch.ts'
import { readBook } from '../../../functions/ledger/book-store.ts'
import { entryFor, type LedgerItem } from '../../../functions/ledger/entry.ts'
import { fold } from '../../../functions/ledger/fold.ts'
import { readLedger, readOutbox, readTotals } from '../../../functions/ledger/store.ts'
import { client } from '../../../functions/store/table.ts'
import { call } from '../../call.ts'
import { withFaults } from '../../faults.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'
import { account, fieldsOf, signed } from './notified.ts'

let table: Table
beforeAll(async () => {
  table = await openTable()
})
afterAll(() => table.close())

/** What a provider and a clock do: try again until it is taken. */
async function insist<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (attempt >= 30) throw error
    }
  }
}

it('50 donors at once to one program, every notification twice, a fifth of all calls faulty: exact to the đồng', async () => {
  const seed = Date.now() % 1_000_000
  console.info(`faults seed ${seed}`)
  const faults = withFaults(client, 0.2, seed)
  const donors = 50
  const now = new Date().toISOString()
  const give = async (place: number) => {
    const amountVnd = 5_000 + place
    const made = await insist(() =>
      pledged({ program: 'viral', amountVnd, ...(place % 3 ? {} : { name: `Người ${place}` }) }, now),
    )
    const said = told(made)
    await Promise.all([insist(() => record(made.id, said, draw, now)), insist(() => record(made.id, said, draw, now))])
    return { made, paymentKey: `vnpay#${said.transactionId}` }
  }
  let open = true
  const folding = (async () => {
    while (open) {
      await fold(now).catch(() => undefined)
      await new Promise((next) => setImmediate(next))
    }
  })()
  const queue = Array.from({ length: donors }, (_, place) => place).values()
  const gifts: Awaited<ReturnType<typeof give>>[] = []
  const hands = async () => {
    for (const place of queue) gifts[place] = await give(place)
  }
  await Promise.all(Array.from({ length: 40 }, hands))
  open = false
  await folding
  faults.mend()
  expect(Object.keys(faults.hit).sort()).toEqual(['applied, answer lost', 'conflict', 'lost before', 'throttle'])
  await fold(now)

  const expected = Array.from({ length: donors }, (_, place) => 5_000 + place).reduce(
    (sum, amountVnd) => sum + amountVnd,
    0,
  )
  const totals = await readTotals(['viral', 'city'])
  for (const account of ['viral', 'city'])
    expect(totals.get(account)).toMatchObject({ receivedVnd: expected, leftVnd: expected, gifts: donors })
  for (const { made } of gifts) {
    const kept = (await donationById(made.id))!
    expect([stateOf(kept), kept.payments.map(({ amountVnd, flags }) => [amountVnd, flags])]).toEqual([
      'received',
      [[made.amountVnd, []]],
    ])
  }
  const { lines } = await readBook({ program: 'viral' }, undefined, 1_000)
  expect(new Set(lines.map(({ entryId }) => entryId)).size).toBe(donors)
  expect(lines.map(({ line }) => line)).toEqual(lines.map((_, place) => donors - place))
  expect(lines[0]!.balanceVnd).toBe(expected)
  expect(await readOutbox()).toEqual([])
  const ledger = (await readLedger(gifts.map(({ paymentKey }) => paymentKey))) as LedgerItem[]
  const fromLedger = ledger.map((item): Waiting => ({ ...entryFor(item), paymentKey: item.paymentKey }))
  expect(fromLedger.map(({ entryId, commitment, nameId }) => [entryId, commitment, nameId]).sort()).toEqual(
    await bookOf(
      lines.map(({ entryId }) => entryId),
      lines,
    ),
  )
})

async function bookOf(entryIds: readonly string[], lines: Awaited<ReturnType<typeof readBook>>['lines']) {
  const { readBatches, readHead } = await import('../../../functions/ledger/store.ts')
  const head = await readHead()
  const batches = await readBatches(Array.from({ length: head.version }, (_, place) => place + 1))
  const kept = batches.flatMap((batch) => batch.lines).filter(({ entryId }) => entryIds.includes(entryId))
  expect(kept).toHaveLength(lines.length)
  return kept.map(({ entryId, commitment, nameId }) => [entryId, commitment, nameId]).sort()
}

it('fifty at once are one payment also while a fifth of all calls fail, once VNPAY has repeated them', async () => {
  const gift = await pledged()
  const fields = signed(fieldsOf(gift))
  vi.spyOn(console, 'info').mockReturnValue()
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: JSON.stringify(account) } })
  vi.spyOn(console, 'error').mockReturnValue()
  const faults = withFaults(client, 0.2, 21)
  const untilFinal = async (): Promise<string> => {
    for (;;) {
      const { RspCode } = (await call(settle, { query: fields })).json
      if (RspCode !== '99') return RspCode
    }
  }
  const codes = await Promise.all(Array.from({ length: 50 }, untilFinal)).finally(faults.mend)
  expect(faults.hit.conflict).toBeGreaterThan(0)
  expect(faults.hit['applied, answer lost']).toBeGreaterThan(0)
  // A transaction that was applied though its answer was lost is found by its fact: then nobody hears 00.
  expect(codes.filter((code) => code === '00').length).toBeLessThanOrEqual(1)
  expect(codes.filter((code) => code === '02').length).toBeGreaterThanOrEqual(49)
  const { payments } = (await donationById(gift.id))!
  expect(payments.map(({ amountVnd, flags }) => [amountVnd, flags])).toEqual([[50_000, []]])
  vi.restoreAllMocks()
})
