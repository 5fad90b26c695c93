import { createHmac } from 'node:crypto'
import type { FieldReason } from '../refusal.ts'

/** Before the at sign what mail servers take without quotes, after it a name of the Internet; at most 254 characters (RFC 5321). */
const local = /^(?!\.)(?!.*\.\.)[\w.!#$%&'*+/=?^`{|}~-]{1,64}(?<!\.)$/
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/
const maxLength = 254

/** An address as it is written to: the part after the at sign in lower case. */
export function readAddress(typed: string): { address: string } | { wrong: FieldReason } {
  const text = typed.normalize('NFKC').trim()
  const at = text.lastIndexOf('@')
  const [name, host] = [text.slice(0, at), text.slice(at + 1).toLowerCase()]
  if (at < 1 || text.length > maxLength || !local.test(name) || !domain.test(host))
    return { wrong: { field: 'email', code: text === '' ? 'email-missing' : 'email-unreadable' } }
  return { address: `${name}@${host}` }
}

/** What an address is looked up by. `salt` is unknown outside the stage: nobody reads or guesses an address from it. */
export const digestOf = (address: string, salt: string): string =>
  createHmac('sha256', salt).update(`address\n${address.toLowerCase()}`).digest('base64url').slice(0, 22)

/** `b•••@gmail.com`: enough for its owner to know it. */
export const masked = (address: string): string => `${address[0]}•••${address.slice(address.lastIndexOf('@'))}`
