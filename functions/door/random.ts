import { randomBytes, randomInt, randomUUID } from 'node:crypto'

/** No 0, O, 1 or I: read over the telephone without a mistake. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Where chance enters; nouns take it as an argument. */
export const random = {
  id: (): string => randomUUID(),
  /** `bytes` random bytes, base64url. */
  key: (bytes: number): string => randomBytes(bytes).toString('base64url'),
  code: (length: number): string => Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join(''),
  digits: (length: number): string => Array.from({ length }, () => randomInt(10)).join(''),
}
