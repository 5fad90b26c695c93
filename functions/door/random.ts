import { randomBytes, randomInt, randomUUID } from 'node:crypto'

/** Where chance enters; nouns take it as an argument. */
export const random = {
  id: (): string => randomUUID(),
  /** `bytes` random bytes, base64url. */
  key: (bytes: number): string => randomBytes(bytes).toString('base64url'),
  /** Public id of an entry: letters and digits only, so that no spreadsheet reads it as a formula. */
  entryId: (): string => random.letters('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789', 16),
  letters: (of: string, length: number): string => Array.from({ length }, () => of[randomInt(of.length)]).join(''),
  /** From 0 to 1, never 1. */
  share: (): number => randomInt(2 ** 47) / 2 ** 47,
  digits: (length: number): string => Array.from({ length }, () => randomInt(10)).join(''),
}

/** What a payment is recorded with, drawn anew for each try. */
export const draw = {
  ids: () => ({ entryId: random.entryId(), digits: random.digits(8) }),
  nonce: () => random.key(32),
}
