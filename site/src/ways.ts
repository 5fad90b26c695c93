import type { WayName } from '../../functions/donations/way.ts'
import { wayLabel, wayNote } from '../../functions/donations/way-facts.ts'
import { type Entity, takesTransfers } from '../../functions/entities/entity.ts'
import type { Giving } from '../../functions/programs/program.ts'
import type { Lang } from './words/words.ts'

/** A way to pay as a page shows it. */
export interface WayRow {
  way: string
  wayLabel: string
  wayNote: string
  chosen: boolean
}

/** The open ways that lead to the entity's account, the first one chosen beforehand. */
export const wayRows = (
  open: readonly WayName[],
  entity: Pick<Entity, 'accounts'>,
  { feesPaidBy }: Pick<Giving, 'feesPaidBy'>,
  lang: Lang,
): WayRow[] =>
  open
    .filter((way) => way !== 'bank' || takesTransfers(entity))
    .map((way, place) => ({
      way,
      wayLabel: wayLabel(way, lang),
      wayNote: wayNote(way, feesPaidBy, lang),
      chosen: place === 0,
    }))
