import { isDeepStrictEqual } from 'node:util'
import type { Key } from './keys.ts'
import { absent, ConditionFailed, get, type Item, put } from './table.ts'

export type Publication = 'added' | 'changed' | 'same' | 'older'

/**
 * Puts what staff publish, if its `version` is newer than the one that is kept; never deletes. `allowed` throws if the
 * kept one may not become this; the write holds only against the very one that it saw. The same version with another
 * content is `older`: a change needs a new version.
 */
export async function publish(
  at: Key,
  made: Item & { version: number },
  allowed: (kept: Item) => void = () => undefined,
): Promise<Publication> {
  const kept = await get(at)
  const standing = kept && standingOf({ ...made, ...at }, kept)
  if (standing) return standing
  if (kept) allowed(kept)
  // The SDK repeats a write whose answer was lost; the mark tells our own first try from another's.
  const mark = crypto.randomUUID()
  const unchanged = { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': kept?.version } }
  try {
    await put({ ...made, ...at, mark }, kept ? unchanged : absent)
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
    if ((await get(at))?.mark !== mark) return publish(at, made, allowed)
  }
  return kept ? 'changed' : 'added'
}

function standingOf(made: Item & { version: number }, { mark: _, ...kept }: Item): 'same' | 'older' | undefined {
  if (Number(kept.version) < made.version) return undefined
  return isDeepStrictEqual(made, kept) ? 'same' : 'older'
}
