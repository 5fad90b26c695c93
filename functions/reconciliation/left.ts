import { createHash } from 'node:crypto'
import { providers } from '../donations/way.ts'
import { Refusal } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { textOf } from './cells.ts'
import { readFile } from './file.ts'
import type { Statement } from './parts.ts'
import { dayAfter } from './taken.ts'

/**
 * A file that was left as `<provider>/<name>`, or `bank/<account>/<name>` where the bank's file does not say its account.
 * It tells of the days of its rows, whole where they were over when it was left. undefined if it has no rows. Refuses what
 * cannot be read.
 */
export function leftStatement(of: { name: string; leftAt: string; bytes: Uint8Array }): Statement | undefined {
  const [folder = '', account, ...rest] = of.name.split('/')
  const provider = providers.find((name) => name === folder)
  if (!provider) throw new Refusal('malformed', 'file-provider', { with: { provider: folder } })
  const { rows, netVnd } = readFile(textOf(of.bytes), provider, rest.length > 0 ? account : undefined)
  const days = rows.map(({ at }) => dayOf(at)).sort()
  const [from, last] = [days[0], days.at(-1)]
  if (from === undefined || last === undefined) return undefined
  const to = last < dayOf(of.leftAt) ? last : dayAfter(dayOf(of.leftAt), -1)
  const sha256 = createHash('sha256').update(of.bytes).digest('hex')
  return { provider, sha256, days: { from, to }, rows, ...(netVnd === undefined ? {} : { netVnd }) }
}
