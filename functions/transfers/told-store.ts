import * as z from 'zod'
import { key } from '../store/keys.ts'
import { absent, ConditionFailed, get, type Item, pause, put, query, type Write, write } from '../store/table.ts'
import { dayOf, later, seconds } from '../time.ts'
import {
  accountOf,
  isTellersOwn,
  mayBeSame,
  quartersOf,
  type Transfer,
  toldIdOf,
  voucherUntil,
  type Word,
  word,
} from './transfer.ts'

/**
 * Who tells of transfers may tell one twice under two ids: with the bank's reference and without. What one teller numbers is
 * known by its number (`alias`). Else whoever lacks the reference says first that it was told (`bare`, a list for an
 * account, a sum and a quarter of an hour), and then looks at what was recorded (`told.…`, an item for each); what is
 * recorded holds only while no such list has changed since it was read. So of two words one sees the other.
 */
const list = z.object({ v: z.literal(1), bare: z.array(word) })

/** Longer than any teller can be asked to tell again. */
const keptSeconds = 400 * 86_400

/** Another teller told of what may be the same movement: it is not recorded, a person looks. */
export class MaybeSame extends Error {
  readonly like: string
  constructor(like: string) {
    super('transfers: it may be recorded already')
    this.name = 'MaybeSame'
    this.like = like
  }
}

/** The same teller told of it under another id, and it is recorded. */
export class ToldBefore extends Error {}

const placeOf = ({ transactionId, amountVnd }: Transfer, quarter: number): string =>
  `${accountOf(transactionId)}.${amountVnd}.${quarter}`
const bareKey = (of: Transfer, quarter: number) => key.unallocated('bare', placeOf(of, quarter))

/** Where it stands which transfer of our books another id means. */
export const aliasKey = (id: string) => key.unallocated('alias', id)

/** That another id means this transfer; kept as long as its voucher. */
export const aliasItem = (id: string, { transactionId, at }: Pick<Transfer, 'transactionId' | 'at'>): Item => ({
  ...aliasKey(id),
  ...{ v: 1, of: transactionId, ...voucherUntil(at) },
})

async function bareIn(of: Transfer, quarter: number): Promise<Word[]> {
  const item = await get(bareKey(of, quarter))
  return item ? list.parse(item).bare : []
}

const recordedIn = async (of: Transfer, quarter: number): Promise<Word[]> =>
  (await query(key.unallocated(`told.${placeOf(of, quarter)}`, '').pk)).map((item) => word.parse(item))

/** Nobody without the bank's reference told anything more since it was read. */
const unchanged = (bare: readonly Word[]) =>
  bare.length === 0
    ? absent
    : { ConditionExpression: 'size(bare) = :count', ExpressionAttributeValues: { ':count': bare.length } }

/** Is the movement in our books under another id, by which its teller told of it before? */
export async function isToldBefore(of: Transfer): Promise<boolean> {
  const { transactionId, toldAs, direction, at } = of
  if (toldAs === undefined) return false
  const bare = toldIdOf(transactionId, toldAs)
  const alias = await get(aliasKey(bare))
  if (alias) return alias.of !== transactionId
  if (bare === transactionId) return false
  return (await get(direction === 'in' ? key.payment('bank', bare) : key.outgoing(dayOf(at), bare))) !== undefined
}

/** That its teller's number is this movement's: written with it. */
export const aliasOf = (of: Transfer): Write[] =>
  of.toldAs === undefined ? [] : [write.put(aliasItem(toldIdOf(of.transactionId, of.toldAs), of), absent)]

const tries = 30

/** Says that a transfer was told of without the bank's reference; it stays said, whatever becomes of it. */
export async function sayBare(of: Transfer, memo: string, now: string): Promise<void> {
  if (!isTellersOwn(of.transactionId)) return
  const [quarter] = quartersOf(of.at)
  for (let attempt = 1; ; attempt++) {
    const bare = await bareIn(of, quarter!)
    if (bare.some(({ transactionId }) => transactionId === of.transactionId)) return
    const item = { v: 1, bare: [...bare, wordOf(of, memo)], expiresAtSeconds: seconds(later(now, keptSeconds)) }
    try {
      await put({ ...bareKey(of, quarter!), ...item }, unchanged(bare))
      return
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt >= tries) throw error
      await pause(attempt)
    }
  }
}

const wordOf = ({ transactionId, at, toldAs }: Transfer, memo: string): Word => ({
  ...{ transactionId, at, memo },
  ...(toldAs === undefined ? {} : { toldAs }),
})

/**
 * What is written with a transfer that is recorded. Throws MaybeSame if another word may be of the same movement: one that
 * is recorded, or, of two that both lack the reference, the one that comes first in the alphabet.
 */
export async function toldWith(of: Transfer, memo: string, now: string): Promise<Write[]> {
  if (await isToldBefore(of)) throw new ToldBefore()
  const own = wordOf(of, memo)
  const quarters = quartersOf(of.at)
  const lists = await Promise.all(quarters.map((quarter) => bareIn(of, quarter)))
  const isBare = isTellersOwn(of.transactionId)
  const recorded = isBare ? (await Promise.all(quarters.map((quarter) => recordedIn(of, quarter)))).flat() : []
  const before = lists.flat().filter(({ transactionId }) => !isBare || transactionId < own.transactionId)
  const like = [...recorded, ...before].find((other) => mayBeSame(own, other))
  if (like) throw new MaybeSame(like.transactionId)
  return [
    ...decidedWith(of, memo, now),
    ...quarters.map((quarter, place) => write.check(bareKey(of, quarter), unchanged(lists[place]!))),
  ]
}

/** What is written with a transfer of which a person said that it is money of its own: later words must see it too. */
export function decidedWith(of: Transfer, memo: string, now: string): Write[] {
  const place = key.unallocated(`told.${placeOf(of, quartersOf(of.at)[0]!)}`, of.transactionId)
  const expiresAtSeconds = seconds(later(now, keptSeconds))
  return [...aliasOf(of), write.put({ ...place, v: 1, ...wordOf(of, memo), expiresAtSeconds })]
}
