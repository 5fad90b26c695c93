import * as z from 'zod'
import { key, outboxPartitions, shards } from '../store/keys.ts'
import { putOnce } from '../store/once.ts'
import {
  absent,
  ConditionFailed,
  get,
  getMany,
  put,
  query,
  remove,
  transact,
  type Write,
  write,
} from '../store/table.ts'
import {
  type Batch,
  batch,
  emptyHead,
  emptyTotal,
  type Head,
  head,
  maxEntries,
  type Total,
  total,
  type Waiting,
} from './batch.ts'
import { entry, entryFor, type LedgerItem, ledgerItem } from './entry.ts'

const waiting = entry.extend({ paymentKey: z.string() })
const nameItem = z.object({ name: z.string() })
const lineItem = z.object({ line: z.int() })

export async function readHead(): Promise<Head> {
  const found = await get(key.head())
  return found ? head.parse(found) : emptyHead
}

/** What a movement of money adds: its ledger item, which may not be there yet, and what waits for its place in the book. */
export const entryWrites = (item: LedgerItem): Write[] => [
  write.put({ ...key.ledger(item.paymentKey), ...item }, absent),
  write.put({ ...key.outbox(item.paymentKey), ...entryFor(item), paymentKey: item.paymentKey }),
]

/** What waits for its place in the book, up to about `maxEntries`. */
export async function readOutbox(): Promise<Waiting[]> {
  const each = await Promise.all(
    outboxPartitions.map((partition) => query(partition, { limit: Math.ceil((2 * maxEntries) / shards) })),
  )
  return each.flat().map((item) => waiting.parse(item))
}

/** All that waits for its place in the book, however much. */
export async function readWholeOutbox(): Promise<Waiting[]> {
  const each = await Promise.all(outboxPartitions.map((partition) => query(partition)))
  return each.flat().map((item) => waiting.parse(item))
}

/** Totals of the accounts, a fresh one where there is none. */
export async function readTotals(accounts: readonly string[]): Promise<Map<string, Total>> {
  const found = await getMany(accounts.map((account) => key.total(account)))
  return new Map(
    accounts.map((account, place) => [account, found[place] ? total.parse(found[place]) : emptyTotal(account)]),
  )
}

/** The commit, all or nothing: only the writer that read the newest head gets through. Throws ConditionFailed for the others. */
export async function keepCommit(
  before: Head,
  made: { head: Head; batch: Batch; totals: readonly Total[] },
): Promise<void> {
  const unmoved =
    before.version === 0
      ? absent
      : {
          ConditionExpression: 'version = :before AND clean = :clean',
          ExpressionAttributeValues: { ':before': before.version, ':clean': true },
        }
  await transact([
    write.put({ ...key.head(), ...made.head }, unmoved),
    write.put({ ...key.batch(made.batch.batch), ...made.batch }, absent),
    ...made.totals.map((each) => write.put({ ...key.total(each.account), ...each })),
  ])
}

const atOnce = 25

async function eachOf<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  const worker = async () => {
    for (const item of queue) await run(item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
}

/**
 * Does what a commit leaves to do: says where each entry stands, empties the outbox, marks the head clean.
 * The normal path and the recovery of a writer that died are this same function; it is safe to repeat and to race.
 */
export async function finish(done: Batch): Promise<void> {
  await eachOf(done.lines, async ({ entryId, line: number }) => {
    await putOnce({ ...key.line(entryId), v: 1, line: number })
  })
  await eachOf(done.outbox, (paymentKey) => remove(key.outbox(paymentKey)))
  const clean: Head = { v: 1, version: done.batch, lines: done.firstLine + done.lines.length - 1, clean: true }
  const still = { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': done.batch } }
  await put({ ...key.head(), ...clean }, still).catch(unlessThere)
}

function unlessThere(error: unknown): void {
  if (!(error instanceof ConditionFailed)) throw error
}

/** Batches by number, in the order asked; throws if one is not there, for the book has no holes. */
export async function readBatches(numbers: readonly number[]): Promise<Batch[]> {
  const found = await getMany(numbers.map((number) => key.batch(number)))
  return found.map((item, place) => {
    if (!item) throw new Error(`ledger: batch ${numbers[place]} is not there`)
    return batch.parse(item)
  })
}

/** Names that donors chose to show and did not hide, by name id. */
export async function readNames(nameIds: readonly string[]): Promise<Map<string, string>> {
  const found = await getMany(nameIds.map((nameId) => key.name(nameId)))
  return new Map(
    nameIds.flatMap((nameId, place) => (found[place] ? [[nameId, nameItem.parse(found[place]).name] as const] : [])),
  )
}

/** Where in the book entries stand; undefined while an entry waits for its place. */
export async function readLines(entryIds: readonly string[]): Promise<(number | undefined)[]> {
  return (await getMany(entryIds.map((entryId) => key.line(entryId)))).map((item) => item && lineItem.parse(item).line)
}

export async function readLedger(paymentKeys: readonly string[]): Promise<(LedgerItem | undefined)[]> {
  return (await getMany(paymentKeys.map((paymentKey) => key.ledger(paymentKey)))).map(
    (item) => item && ledgerItem.parse(item),
  )
}
