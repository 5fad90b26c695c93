import { accessTo } from '../door/access.ts'
import type { Gaps } from '../door/frame.ts'
import { type Entity, takesTransfers } from '../entities/entity.ts'
import type { Giving } from '../programs/program.ts'
import type { Lang } from '../words/words.ts'
import { all } from './providers/all.ts'
import { type WayName, waysOf } from './way.ts'
import { wayLabel, wayNote } from './way-facts.ts'

/** The ways that are open in this stage; of an entity, those that lead to its account. In the order that people see. */
export async function openWays(entity?: Entity): Promise<WayName[]> {
  const known = Object.keys(all)
  const accounts = await Promise.all(known.map(accessTo))
  const open = waysOf(new Set(known.filter((_, place) => accounts[place])))
  return open.filter((name) => name !== 'bank' || entity === undefined || takesTransfers(entity))
}

/** Ways as the rows of a frame. */
export const wayRows = (
  names: readonly WayName[],
  feesPaidBy: Giving['feesPaidBy'],
  chosen: string,
  lang: Lang,
): Gaps[] =>
  names.map((way) => ({
    way,
    wayLabel: wayLabel(way, lang),
    wayNote: wayNote(way, feesPaidBy, lang),
    chosen: way === chosen,
  }))
