import * as z from 'zod'
import { key } from '../store/keys.ts'
import { absent, get, type Write, write } from '../store/table.ts'
import { later, seconds } from '../time.ts'
import { accountOf, type Heard, mayBeSame, quartersOf, type Transfer } from './transfer.ts'

/** What was told of one account and sum in a quarter of an hour. */
const heards = z.object({
  v: z.literal(1),
  heard: z.array(z.object({ transactionId: z.string(), at: z.iso.datetime(), memo: z.string() })),
})
const keptSeconds = 3 * 86_400

/** Another service told of what may be the same movement: it is not recorded, a person looks. */
export class MaybeSame extends Error {
  readonly like: string
  constructor(like: string) {
    super('transfers: it may be recorded already')
    this.name = 'MaybeSame'
    this.like = like
  }
}

const keyOf = ({ transactionId, amountVnd }: Transfer, quarter: number) =>
  key.unallocated('heard', `${accountOf(transactionId)}.${amountVnd}.${quarter}`)

async function heardIn(of: Transfer, quarter: number): Promise<Heard[]> {
  const item = await get(keyOf(of, quarter))
  return item ? heards.parse(item).heard : []
}

/**
 * Notes that a transfer was told of, in the transaction that records it: of two services that tell at once, one is second.
 * Throws MaybeSame if another word may be of the same movement.
 */
export async function noteHeard(of: Transfer, memo: string, now: string): Promise<Write[]> {
  const own: Heard = { transactionId: of.transactionId, at: of.at, memo }
  const quarters = quartersOf(of.at)
  const each = await Promise.all(quarters.map((quarter) => heardIn(of, quarter)))
  const like = each.flat().find((other) => mayBeSame(own, other))
  if (like) throw new MaybeSame(like.transactionId)
  const expiresAtSeconds = seconds(later(now, keptSeconds))
  return quarters.map((quarter, place) => {
    const heard = each[place]!
    // Nobody told anything more since it was read.
    const unchanged = heard.length === 0 ? absent : sameCount(heard.length)
    return place === 0
      ? write.put({ ...keyOf(of, quarter), v: 1, heard: [...heard, own], expiresAtSeconds }, unchanged)
      : write.check(keyOf(of, quarter), unchanged)
  })
}

const sameCount = (count: number) => ({
  ConditionExpression: 'size(heard) = :count',
  ExpressionAttributeValues: { ':count': count },
})
