import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { record } from '../../../functions/donations/payment-store.ts'
import { city, commit, type Waiting } from '../../../functions/ledger/batch.ts'
import { handler as bookCsv } from '../../../functions/ledger/book-csv.ts'
import { readBook } from '../../../functions/ledger/book-store.ts'
import { entryFor, type LedgerItem } from '../../../functions/ledger/entry.ts'
import { fold } from '../../../functions/ledger/fold.ts'
import {
  finish,
  keepCommit,
  readHead,
  readLedger,
  readLines,
  readOutbox,
  readTotals,
} from '../../../functions/ledger/store.ts'
import { client } from '../../../functions/store/table.ts'
import { call } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'
import { crashAt } from './crash.ts'

const now = '2026-11-23T07:05:09.000Z'
let table: Table
beforeAll(async () => {
  table = await openTable()
})
afterAll(() => table.close())
beforeEach(() => table.empty())

async function received(count: number, program = 'heo', amountVnd = 10_000): Promise<string[]> {
  const keys: string[] = []
  for (let at = 0; at < count; at++) {
    const made = await pledged({ program, amountVnd }, now)
    const said = told(made)
    await record(made.id, said, draw, now)
    keys.push(`vnpay#${said.transactionId}`)
  }
  return keys
}

let one: Waiting | undefined
/** An entry as the outbox holds it. */
async function waitingEntry(): Promise<Waiting> {
  if (!one) {
    await received(1)
    one = (await readOutbox())[0]!
    await table.empty()
  }
  return one
}

async function expectBook(paymentKeys: readonly string[], program = 'heo', amountVnd = 10_000) {
  expect(await readOutbox()).toEqual([])
  const head = await readHead()
  expect(head).toMatchObject({ lines: paymentKeys.length, clean: true })
  const { lines } = await readBook({}, undefined, 10_000)
  expect(lines.map(({ line }) => line)).toEqual(paymentKeys.map((_, place) => paymentKeys.length - place))
  const ledger = (await readLedger(paymentKeys)) as LedgerItem[]
  expect(lines.map(({ entryId }) => entryId).sort()).toEqual(ledger.map(({ entryId }) => entryId).sort())
  expect((await readLines(lines.map(({ entryId }) => entryId))).map(Number)).toEqual(lines.map(({ line }) => line))
  const sum = paymentKeys.length * amountVnd
  const totals = await readTotals([program, 'city'])
  for (const account of [program, 'city'])
    expect(totals.get(account)).toMatchObject({ receivedVnd: sum, leftVnd: sum, gifts: paymentKeys.length })
}

it('a writer that meets another’s transaction on one item tries again', async () => {
  const keys = await received(2)
  let met = 0
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (/^(Put|Delete)/.test(context.commandName ?? '') && met++ % 2 === 0)
        throw Object.assign(new Error('conflict'), { name: 'TransactionConflictException', $metadata: {} })
      return next(args)
    },
    { step: 'deserialize', name: 'conflict', priority: 'high' },
  )
  await fold(now).finally(() => client.middlewareStack.remove('conflict'))
  expect(met).toBeGreaterThan(2)
  await expectBook(keys)
})

it('the whole book is one file, however few lines a batch holds', async () => {
  for (let batch = 1; batch <= 405; batch++) {
    const head = await readHead()
    const entry: Waiting = { ...(await waitingEntry()), entryId: `e${batch}`, paymentKey: `vnpay#${batch}` }
    const made = commit(head, await readTotals([city, entry.program]), [entry], now)
    await keepCommit(head, made)
    await finish(made.batch)
  }
  const csv = await call(bookCsv)
  expect(csv.text.trim().split('\n')).toHaveLength(406)
  expect(csv.headers).not.toHaveProperty('link')
  const { lines, mark } = await readBook({}, undefined, 1_000)
  expect([lines.length, mark]).toEqual([400, { batch: 6, line: 6 }])
})

describe('the fold', () => {
  it('gives each entry one line and moves totals exactly', async () => {
    const keys = await received(5)
    expect(await fold(now)).toMatchObject({ entries: 5 })
    await expectBook(keys)
    expect(await fold(now)).toEqual({ entries: 0, batches: 0 })
  })
  it('mends itself after a crash at every single call to the table, before and after it took effect', async () => {
    const probe = await received(3)
    const whole = crashAt(Number.POSITIVE_INFINITY, 'before')
    await fold(now)
    whole.mend()
    const steps = whole.calls()
    expect(steps).toBeGreaterThan(20)
    await expectBook(probe)
    for (const when of ['before', 'after'] as const) {
      for (let at = 1; at <= steps; at++) {
        await table.empty()
        const keys = await received(3)
        const crash = crashAt(at, when)
        await fold(now).catch((error: Error) => expect(error.message).toBe('crash'))
        crash.mend()
        await fold(now)
        await expectBook(keys)
      }
    }
  })
  it('keeps one order with many writers at once', async () => {
    const keys = await received(40)
    await Promise.all(Array.from({ length: 8 }, () => fold(now)))
    await fold(now)
    await expectBook(keys)
  })
  it('can make every waiting entry again from the ledger alone', async () => {
    const keys = await received(10)
    const waiting = await readOutbox()
    const again = ((await readLedger(keys)) as LedgerItem[]).map(
      (item): Waiting => ({ ...entryFor(item), paymentKey: item.paymentKey }),
    )
    const byId = (a: Waiting, b: Waiting) => (a.entryId < b.entryId ? -1 : 1)
    expect(again.sort(byId)).toEqual(waiting.sort(byId))
  })
})

describe('reading the book', () => {
  it('pages over batches, newest first, without a gap or a double, with any filter', async () => {
    for (const [program, count] of [
      ['a', 3],
      ['b', 1],
      ['a', 4],
      ['b', 2],
      ['a', 1],
    ] as const) {
      await received(count, program, program === 'a' ? 10_000 : 20_000)
      await fold(now)
    }
    const all = (await readBook({}, undefined, 100)).lines
    expect(all).toHaveLength(11)
    for (const looked of [
      {},
      { program: 'a' },
      { program: 'b' },
      { amountVnd: 20_000 },
      { date: '2026-11-23' },
      { program: 'a', amountVnd: 10_000 },
    ]) {
      const expected = all
        .filter(
          (line) =>
            (looked.program ?? line.program) === line.program &&
            (looked.amountVnd ?? line.amountVnd) === line.amountVnd,
        )
        .map(({ line }) => line)
      for (const limit of [1, 2, 3, 100]) {
        const seen: number[] = []
        let after: Parameters<typeof readBook>[1]
        do {
          const { lines, mark } = await readBook(looked, after, limit)
          seen.push(...lines.map(({ line }) => line))
          after = mark ?? undefined
        } while (after)
        expect([looked, limit, seen]).toEqual([looked, limit, expected])
      }
    }
    for (const { line } of all)
      expect((await readBook({ line }, undefined, 10)).lines.map((each) => each.line)).toEqual([line])
    for (const looked of [
      { line: 12 },
      { date: '2026-11-22' },
      { date: '2026-11-25' },
      { program: 'nothing' },
      { amountVnd: 1 },
    ])
      expect((await readBook(looked, undefined, 10)).lines).toEqual([])
  })
  it('is empty before the first gift', async () =>
    expect(await readBook({}, undefined, 10)).toEqual({ lines: [], mark: null }))
})
