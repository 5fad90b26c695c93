import { createHash } from 'node:crypto'
import type { StatementLine } from '../donations/providers/provider.ts'
import type { ProviderName } from '../donations/way.ts'
import { toldApart } from './apart.ts'
import type { Listing } from './listing.ts'

/** What a provider says of a whole day, as a file of it would; said again the same way it is the same file. */
export function toldDay(provider: ProviderName, day: string, lines: readonly StatementLine[]): Listing {
  const rows = toldApart(lines.map((line, place) => ({ ...line, line: place + 1, provider })))
  const sha256 = createHash('sha256')
    .update(JSON.stringify([provider, day, lines]))
    .digest('hex')
  return { provider, sha256, days: { from: day, to: day }, rows }
}
