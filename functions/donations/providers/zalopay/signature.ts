import { createHmac } from 'node:crypto'

/** HMAC-SHA256, hex, lower case. */
export const macOf = (text: string, key: string): string => createHmac('sha256', key).update(text, 'utf8').digest('hex')

/** What ZaloPay signs of a message: raw values in a fixed order, with bars between. */
export const joined = (names: readonly string[], fields: Readonly<Record<string, string>>): string =>
  names.map((name) => fields[name] ?? '').join('|')
