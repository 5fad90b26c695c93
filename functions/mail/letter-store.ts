import * as z from 'zod'
import { key, letterPartitions } from '../store/keys.ts'
import { ConditionFailed, put, query, remove, transact, write } from '../store/table.ts'
import { later } from '../time.ts'
import type { Lang } from '../words/words.ts'
import type { Email } from './email.ts'
import { expiring, lookupOf, still } from './store.ts'
import { claimSeconds, type Letter, letter, nextTry } from './waiting.ts'

/** Somebody asks for the links that went to an address. Whether there are any is found out when the letter is sent. */
export async function askForLinks(digest: string, lang: Lang, id: string, now: string): Promise<void> {
  const made: Letter = { v: 1, kind: 'links', id, digest, lang, createdAt: now, dueAt: now, tries: 0 }
  await put({ ...key.letter(now, id), ...letter.parse(made) })
}

const letterKey = ({ dueAt, id }: Letter) => key.letter(dueAt, id)

/** Letters whose time has come and that nobody is sending, the oldest first, at most `limit` of each of the 16 shards. */
export async function lettersDue(now: string, limit: number): Promise<Letter[]> {
  const each = await Promise.all(letterPartitions.map((partition) => query(partition, { upTo: `${now}~`, limit })))
  return each
    .flat()
    .map((item) => letter.parse(item))
    .filter(({ claimedUntil }) => claimedUntil === undefined || claimedUntil <= now)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
}

/** The letter, held by `by` alone for five minutes; undefined if it is gone, or another sender has it. */
export async function claim(due: Letter, by: string, now: string): Promise<Letter | undefined> {
  const mine = { ...due, claimedBy: by, claimedUntil: later(now, claimSeconds) }
  try {
    await put(
      { ...letterKey(due), ...mine },
      {
        ConditionExpression:
          'attribute_exists(pk) AND (attribute_not_exists(claimedUntil) OR claimedUntil <= :now OR claimedBy = :by)',
        ExpressionAttributeValues: { ':now': now, ':by': by },
      },
    )
    return mine
  } catch (error) {
    if (error instanceof ConditionFailed) return undefined
    throw error
  }
}

/** Before the letter goes: a bounce may come back before we have written down that it went. false if the address was erased. */
export async function rememberAddress(address: string, donation: string, now: string): Promise<boolean> {
  const sent = { v: 1, donation, expiresAtSeconds: expiring(now)[':until'] }
  try {
    await transact([
      write.present(key.email(donation)),
      write.put({ ...key.address(lookupOf(address), donation), ...sent }),
    ])
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}

/** Marks a receipt as sent and takes its letter away. An address that was erased meanwhile stays erased. */
export async function markSent(done: Letter, now: string): Promise<void> {
  if (done.kind === 'links') return dropLetter(done)
  const sent = write.update(key.email(done.donation), {
    UpdateExpression: 'SET sentAt = :now, expiresAtSeconds = :until',
    ...still,
    ExpressionAttributeValues: { ':now': now, ...expiring(now) },
  })
  try {
    await transact([sent, write.remove(letterKey(done))])
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    await dropLetter(done)
  }
}

export const dropLetter = (done: Letter): Promise<void> => remove(letterKey(done))

/** A letter that did not go waits, each time longer; what another sender took meanwhile is left to it. */
export async function putOff(mine: Letter, now: string): Promise<void> {
  const { claimedBy, claimedUntil: _, ...rest } = mine
  const next: Letter = { ...rest, dueAt: nextTry(mine, now), tries: mine.tries + 1 }
  const own = { ConditionExpression: 'claimedBy = :by', ExpressionAttributeValues: { ':by': claimedBy } }
  try {
    await transact([write.put({ ...letterKey(next), ...next }), write.remove(letterKey(mine), own)])
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
  }
}

const addressItem = z.object({ donation: z.string() })

/** Donations that sent a receipt to the address behind a digest. */
export const donationsTo = async (digest: string, limit: number): Promise<string[]> =>
  (await query(key.address(digest, '').pk, { limit })).map((item) => addressItem.parse(item).donation)

/** No more letters go to this address; how many donations that concerns. One that is unknown or erased concerns none. */
export async function refuseAddress(address: string, why: NonNullable<Email['refused']>): Promise<number> {
  const donations = await donationsTo(lookupOf(address), 100)
  const marked = await Promise.all(donations.map((donation) => markRefused(donation, why)))
  return marked.filter(Boolean).length
}

export async function markRefused(donation: string, why: NonNullable<Email['refused']>): Promise<boolean> {
  const mark = { UpdateExpression: 'SET refused = :why', ...still, ExpressionAttributeValues: { ':why': why } }
  try {
    await transact([write.update(key.email(donation), mark)])
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
