import { randomBytes, randomInt, randomUUID } from 'node:crypto'

/** Where chance enters; nouns take it as an argument. */
export const random = {
  id: (): string => randomUUID(),
  /** `bytes` random bytes, base64url. */
  key: (bytes: number): string => randomBytes(bytes).toString('base64url'),
  letters: (of: string, length: number): string => Array.from({ length }, () => of[randomInt(of.length)]).join(''),
  digits: (length: number): string => Array.from({ length }, () => randomInt(10)).join(''),
}
