import { key } from '../store/keys.ts'
import { putOnce } from '../store/once.ts'
import { get } from '../store/table.ts'
import { later, seconds } from '../time.ts'
import { type Delivered, markOf } from './delivered.ts'

/** Longer than the bucket keeps a file. */
const keptSeconds = 62 * 86_400

const keyOf = (file: Delivered) => key.taken('delivered', markOf(file))

/** Was this file, with these bytes, taken or refused before? */
export const isTaken = async (file: Delivered): Promise<boolean> => (await get(keyOf(file))) !== undefined

export const keepTaken = (file: Delivered, now: string): Promise<boolean> =>
  putOnce({ ...keyOf(file), v: 1, at: now, expiresAtSeconds: seconds(later(now, keptSeconds)) })
