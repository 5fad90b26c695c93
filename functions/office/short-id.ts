import { createHash } from 'node:crypto'

/** Capital letters that nobody takes for a figure, and that every bank leaves as they are. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** `length` letters made of what an order says: the same order has the same id, so that twice is once. */
export const shortId = (length: number, ...of: readonly (string | number)[]): string =>
  [...createHash('sha256').update(JSON.stringify(of)).digest()]
    .slice(0, length)
    .map((byte) => letters[byte % letters.length])
    .join('')
