import { clock } from '../door/clock.ts'
import { bytesOf, type DeliveredFile, deliveredFiles } from '../door/delivered-files.ts'
import { count, logFault } from '../door/log.ts'
import { draw } from '../door/random.ts'
import { throwAll } from '../failures.ts'
import { Refusal } from '../refusal.ts'
import { compare } from './compare-store.ts'
import { deliveredListing } from './delivered.ts'
import { isTaken, keepTaken } from './delivered-store.ts'

/** No statement is larger; what is, is none. */
const mostBytes = 20_000_000

/** Takes one file, once for ever; what cannot be read rings once. Answers how many statements changed. */
async function takeFile(file: DeliveredFile, now: string): Promise<number> {
  let changed = 0
  try {
    if (file.size > mostBytes) throw new Refusal('too-large', 'file-bytes')
    const listing = deliveredListing(file.name, file.deliveredAt, await bytesOf(file))
    if (listing) changed = await compare([listing], draw, now)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    logFault(error, { verb: 'take-delivered', file: file.name })
    count('UnreadableStatement')
  }
  await keepTaken(file, now)
  return changed
}

/** Compares the books with each file that was delivered since. One that fails holds up no other; the next hour tries it again. */
export const handler = clock(async (now) => {
  const sum = { taken: 0, changed: 0 }
  const failed: unknown[] = []
  for (const file of await deliveredFiles())
    try {
      if (await isTaken(file)) continue
      sum.changed += await takeFile(file, now)
      sum.taken++
    } catch (error) {
      logFault(error, { verb: 'take-delivered', file: file.name })
      failed.push(error)
    }
  throwAll(failed)
  return sum
})
