import { key } from '../store/keys.ts'
import { get, getMany, present, put, transact, type Write, write } from '../store/table.ts'
import { seconds } from '../time.ts'
import { digestOf } from './address.ts'
import { type Email, email, emailSeconds } from './email.ts'
import type { Letter } from './waiting.ts'

/** Stays when the service stack is made anew: what was kept by it must still be found. */
const salt = () => process.env.ADDRESS_KEY ?? ''
export const lookupOf = (address: string): string => digestOf(address, salt())

/** The address that a donation's receipt goes to; undefined if none was given, or it is erased. */
export async function emailOf(donation: string): Promise<Email | undefined> {
  const found = await get(key.email(donation))
  return found && email.parse(found)
}

export const emailsOf = async (donations: readonly string[]): Promise<(Email | undefined)[]> =>
  (await getMany(donations.map((each) => key.email(each)))).map((item) => item && email.parse(item))

export const emailWrite = (donation: string, made: Email): Write => write.put({ ...key.email(donation), ...made })

export const keepEmail = (donation: string, made: Email): Promise<void> =>
  put({ ...key.email(donation), ...email.parse(made) })

export const still = present
export const expiring = (at: string) => ({ ':until': seconds(at) + emailSeconds.sent })

/** What money that came adds where its donor gave an address: one letter a payment, in the payment's own transaction. */
export function letterWrites(donation: string, kept: Email | undefined, paymentKey: string, now: string): Write[] {
  if (!kept || kept.refused) return []
  const made: Letter = { v: 1, kind: 'receipt', id: paymentKey, donation, createdAt: now, dueAt: now, tries: 0 }
  return [
    write.put({ ...key.letter(now, paymentKey), ...made }),
    write.update(key.email(donation), {
      UpdateExpression: 'SET expiresAtSeconds = :until',
      ...still,
      ExpressionAttributeValues: expiring(now),
    }),
  ]
}

/** Forgets where the receipt went, for ever; that it is already gone is no error. */
export async function eraseEmail(donation: string): Promise<void> {
  const kept = await emailOf(donation)
  if (kept)
    await transact([write.remove(key.email(donation)), write.remove(key.address(lookupOf(kept.address), donation))])
}
