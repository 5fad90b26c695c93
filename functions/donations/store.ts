import * as z from 'zod'
import type { Email } from '../mail/email.ts'
import { emailWrite } from '../mail/store.ts'
import { Refusal } from '../refusal.ts'
import { byCode, duePartitions, type Key, key } from '../store/keys.ts'
import { absent, ConditionFailed, get, type Item, query, queryIndex, remove, transact, write } from '../store/table.ts'
import { later, seconds } from '../time.ts'
import { nextAsk } from './asking.ts'
import { type Donation, donation, keptSeconds, type PayAttempt } from './donation.ts'
import { sameHeard } from './heard-store.ts'
import type { Organization } from './organization.ts'
import { isAsked, type ProviderName, providers } from './way.ts'

const pointer = z.object({ donation: z.string() })
const dueItem = z.object({
  reference: z.string(),
  provider: z.enum(providers),
  donation: z.string(),
  createdAt: z.string(),
  dueAt: z.string(),
  v: z.literal(1),
  expiresAtSeconds: z.int(),
})
export type Due = z.infer<typeof dueItem>

export { hideName, personOf } from './person-store.ts'

const read = (item: Item | undefined): Donation | undefined => (item ? donation.parse(item) : undefined)

export async function donationById(id: string): Promise<Donation | undefined> {
  return read(await get(key.donation(id)))
}

async function follow(at: Parameters<typeof get>[0]): Promise<Donation | undefined> {
  const found = await get(at)
  return found ? donationById(pointer.parse(found).donation) : undefined
}

/** Refuses what is no key of ours; an address of a receipt is the only way to it. */
export async function donationByReceiptKey(receiptKey: string): Promise<Donation> {
  const found = /^[\w-]{22}$/.test(receiptKey) ? await follow(key.receipt(receiptKey)) : undefined
  if (!found) throw new Refusal('unknown', 'receipt-unknown')
  return found
}

/** By the short code on the receipt: one as a rule. The index may know it a moment later than the table. */
export const donationsByCode = async (code: string): Promise<Donation[]> =>
  (await queryIndex(byCode(code).gsi1pk)).map((item) => donation.parse(item))

export const donationByReference = (provider: ProviderName, reference: string) =>
  follow(key.reference(provider, reference))

export interface Pledge {
  attempt: string
  donation: Donation
  name: string | undefined
  nonce: string
  email?: Email | undefined
  organization?: Organization | undefined
}

/**
 * Keeps an intent before any provider hears of it. Returns what is kept: this pledge, or the one that the same
 * client attempt made before.
 */
export async function keepPledge({
  attempt,
  donation: made,
  name,
  nonce,
  email,
  organization: of,
}: Pledge): Promise<Donation> {
  const pledged = { v: 1, donation: made.id, expiresAtSeconds: made.expiresAtSeconds }
  const person = seconds(made.createdAt) + keptSeconds.person
  const writes = [
    write.put({ ...key.attempt(attempt), ...pledged }, absent),
    write.put({ ...key.donation(made.id), ...byCode(made.code), ...made }, absent),
    write.put({ ...key.donor(made.id), v: 1, nonce, organization: of, expiresAtSeconds: person }),
    write.put({ ...key.receipt(made.receiptKey), ...pledged }, absent),
    ...made.attempts.map(({ provider, reference }) =>
      write.put({ ...key.reference(provider, reference), ...pledged }, absent),
    ),
    ...made.attempts.flatMap((first) => dueWrites(made.id, first)),
    ...(made.nameId && name !== undefined
      ? [write.put({ ...key.name(made.nameId), v: 1, name, expiresAtSeconds: person })]
      : []),
    ...(email ? [emailWrite(made.id, email)] : []),
  ]
  try {
    await transact(writes)
    return made
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    const kept = await follow(key.attempt(attempt))
    if (!kept) throw error
    return kept
  }
}

/**
 * One more attempt to pay the same promise, because the page of the last one has closed. Returns what is kept: this
 * attempt; or the gift as somebody changed it at the same moment, by another attempt of any way, by money or by a word.
 */
export async function keepAttempt(of: Donation, added: Donation['attempts'][number]): Promise<Donation> {
  const { provider, reference } = added
  const { when, values } = sameHeard(of)
  try {
    await transact([
      write.update(key.donation(of.id), {
        // A failure belonged to the attempt before; money that may have moved stays in sight, also if it was told just now.
        UpdateExpression: `SET attempts = list_append(attempts, :added)${of.heard?.meaning === 'failed' ? ' REMOVE heard' : ''}`,
        ConditionExpression: `size(attempts) = :known AND size(payments) = :none AND ${when}`,
        ExpressionAttributeValues: { ...values, ':added': [added], ':known': of.attempts.length, ':none': 0 },
      }),
      write.put(
        { ...key.reference(provider, reference), v: 1, donation: of.id, expiresAtSeconds: of.expiresAtSeconds },
        absent,
      ),
      ...dueWrites(of.id, added),
    ])
    return { ...of, attempts: [...of.attempts, added] }
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    return (await donationById(of.id)) ?? of
  }
}

/** The provider's page of an attempt; that the same page was kept already is no error. */
export async function keepPayUrl(of: Donation, reference: string, payUrl: string): Promise<void> {
  const place = of.attempts.findIndex((each) => each.reference === reference)
  await transact([
    write.update(key.donation(of.id), {
      UpdateExpression: `SET attempts[${place}].payUrl = :payUrl`,
      ConditionExpression: `attempts[${place}].#reference = :reference`,
      ExpressionAttributeNames: { '#reference': 'reference' },
      ExpressionAttributeValues: { ':payUrl': payUrl, ':reference': reference },
    }),
  ])
}

const dueWrites = (id: string, { provider, reference, createdAt }: PayAttempt) => {
  const due = isAsked(provider) && dueOf({ donation: id, provider, reference, createdAt }, createdAt)
  return due ? [write.put({ ...due })] : []
}

function dueOf(
  { donation: id, provider, reference, createdAt }: Pick<Due, 'donation' | 'provider' | 'reference' | 'createdAt'>,
  now: string,
): (Due & Key) | undefined {
  const dueAt = nextAsk(createdAt, now)
  if (!dueAt) return undefined
  return {
    ...key.due(provider, dueAt, reference),
    v: 1,
    reference,
    provider,
    donation: id,
    createdAt,
    dueAt,
    expiresAtSeconds: seconds(later(createdAt, 7 * 86_400)),
  }
}

/** Attempts of a provider whose time to be asked about has come, oldest first, at most `limit` of each of the 16 shards. */
export async function dueBy(provider: ProviderName, now: string, limit: number): Promise<Due[]> {
  const shards = duePartitions(provider)
  const each = await Promise.all(shards.map((partition) => query(partition, { upTo: `${now}~`, limit })))
  return each.flat().map((item) => dueItem.parse(item))
}

const dueKey = ({ provider, dueAt, reference }: Due) => key.due(provider, dueAt, reference)

export const answered = (due: Due): Promise<void> => remove(dueKey(due))

/** Asks again at the next of the written times, or never again once they have passed. */
export async function askAgain(due: Due, now: string): Promise<void> {
  const next = dueOf(due, now)
  await transact([...(next ? [write.put({ ...next })] : []), write.remove(dueKey(due))])
}

/** A question without an answer is put off, to the next written time or by an hour; the last one is never dropped for it. */
export async function putOff(due: Due, now: string): Promise<void> {
  const hour = later(now, 3_600)
  const next = dueOf(due, now) ?? {
    ...due,
    ...key.due(due.provider, hour, due.reference),
    dueAt: hour,
  }
  await transact([write.put({ ...next }), write.remove(dueKey(due))])
}
