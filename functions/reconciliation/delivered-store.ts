import { key } from '../store/keys.ts'
import { putOnce } from '../store/once.ts'
import { get } from '../store/table.ts'
import { later, seconds } from '../time.ts'

/** Longer than the bucket keeps a file. */
const keptSeconds = 62 * 86_400

const markOf = ({ name, etag }: { name: string; etag: string }) => key.taken('delivered', `${name}#${etag}`)

/** Was this file, with these bytes, taken or refused before? */
export const isTaken = async (file: { name: string; etag: string }): Promise<boolean> =>
  (await get(markOf(file))) !== undefined

export const keepTaken = (file: { name: string; etag: string }, now: string): Promise<boolean> =>
  putOnce({ ...markOf(file), v: 1, at: now, expiresAtSeconds: seconds(later(now, keptSeconds)) })
