import { timingSafeEqual } from 'node:crypto'

/** Compares two hex digests in constant time; upper case is as good as lower. */
export function sameHash(expected: string, shown: string): boolean {
  const a = Buffer.from(expected.toLowerCase())
  const b = Buffer.from(shown.toLowerCase())
  return a.length === b.length && timingSafeEqual(a, b)
}
