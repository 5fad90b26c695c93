import { stream } from '../door/stream.ts'
import { ConditionFailed } from '../store/table.ts'
import { city, commit, fitting } from './batch.ts'
import { fundsOf } from './entry.ts'
import { finish, keepCommit, readBatches, readHead, readOutbox, readTotals } from './store.ts'

/** Commits (or lost races) in one run; the next ring or the next minute goes on. */
const maxBatches = 20

/** Gives what waits its place in the book. Returns how many entries; 0 when nothing waits. Throws ConditionFailed if another writer was first. */
async function foldOnce(now: string): Promise<number> {
  const head = await readHead()
  if (!head.clean) {
    const [last] = await readBatches([head.version])
    await finish(last!)
    return foldOnce(now)
  }
  const entries = fitting(await readOutbox())
  if (entries.length === 0) return 0
  const totals = await readTotals([city, ...new Set(entries.flatMap(fundsOf))])
  const made = commit(head, totals, entries, now)
  await keepCommit(head, made)
  await finish(made.batch)
  return entries.length
}

/** The one writer of order and totals: however many run, each entry gets one line. */
export async function fold(now: string): Promise<{ entries: number; batches: number }> {
  let entries = 0
  for (let batches = 0; batches < maxBatches; batches++) {
    try {
      const folded = await foldOnce(now)
      if (folded === 0) return { entries, batches }
      entries += folded
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
    }
  }
  return { entries, batches: maxBatches }
}

export const handler = stream(fold)
