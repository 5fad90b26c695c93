import { createHash } from 'node:crypto'
import { type ProviderName, providers } from '../donations/way.ts'
import { Refusal } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { textOf } from './cells.ts'
import { readFile } from './file.ts'
import { coverOf, digestOf, type Listing } from './listing.ts'
import type { StatementFile } from './row.ts'
import { dayAfter } from './taken.ts'

/** A file as it lies in the stage's bucket. */
export interface Delivered {
  name: string
  etag: string
  deliveredAt: string
}

/** What is remembered of a file that was looked at: the same bytes may be delivered again when their days are over. */
export const markOf = ({ name, etag, deliveredAt }: Delivered): string =>
  createHash('sha256').update(`${name}\n${etag}\n${deliveredAt}`).digest('hex')

/** A bank's file that does not say its account has it from its folder: `bank/<account>/<name>`. */
function read(text: string, name: string): StatementFile & { provider: ProviderName; account?: string } {
  const [folder = '', account = '', ...rest] = name.split('/')
  const provider = providers.find((each) => each === folder)
  if (!provider) throw new Refusal('malformed', 'file-provider', { with: { provider: folder } })
  try {
    return { provider, ...readFile(text, provider) }
  } catch (error) {
    const lacksAccount = error instanceof Refusal && error.code === 'file-account'
    if (!lacksAccount || rest.length !== 1 || !/^\d{6,25}$/.test(account)) throw error
    return { provider, account, ...readFile(text, provider, account) }
  }
}

/**
 * What a file says that was delivered as `<provider>/<name>`. It tells of the days of its rows, whole where they were over
 * when it was delivered. undefined if it has no rows. Refuses what cannot be read.
 */
export function deliveredListing(name: string, deliveredAt: string, bytes: Uint8Array): Listing | undefined {
  const { provider, account, rows, netVnd } = read(textOf(bytes), name)
  const days = rows.map(({ at }) => dayOf(at)).sort()
  const [from, last] = [days[0], days.at(-1)]
  if (from === undefined || last === undefined) return undefined
  const to = last < dayOf(deliveredAt) ? last : dayAfter(dayOf(deliveredAt), -1)
  return {
    provider,
    sha256: digestOf(bytes, account),
    days: { from, to },
    rows,
    ...coverOf(provider, rows),
    ...(netVnd === undefined ? {} : { netVnd }),
  }
}
