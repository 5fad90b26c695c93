import { createHash } from 'node:crypto'
import { key } from '../store/keys.ts'
import { putOnce } from '../store/once.ts'
import { get } from '../store/table.ts'
import { later, seconds } from '../time.ts'

interface Delivered {
  name: string
  etag: string
  deliveredAt: string
}

/** Longer than the bucket keeps a file. */
const keptSeconds = 62 * 86_400

/** The same bytes may be delivered again when their days are over. */
const markOf = ({ name, etag, deliveredAt }: Delivered) =>
  key.taken('delivered', createHash('sha256').update(`${name}\n${etag}\n${deliveredAt}`).digest('hex'))

/** Was this file, with these bytes, taken or refused before? */
export const isTaken = async (file: Delivered): Promise<boolean> => (await get(markOf(file))) !== undefined

export const keepTaken = (file: Delivered, now: string): Promise<boolean> =>
  putOnce({ ...markOf(file), v: 1, at: now, expiresAtSeconds: seconds(later(now, keptSeconds)) })
