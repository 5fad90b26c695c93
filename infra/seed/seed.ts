import type { Area, LegacyArea } from '../../functions/areas/area.ts'
import type { Entity } from '../../functions/entities/entity.ts'
import type { Program } from '../../functions/programs/program.ts'
import { areas, legacy } from './areas.ts'
import { entities } from './entities.ts'
import { piggyBanks } from './programs/piggy-banks.ts'
import { sponsorships } from './programs/sponsorships.ts'
import { week } from './programs/week.ts'

/** The city's first content, as the command `programs/publish` takes it. */
export const seed: { entities: Entity[]; areas: Area[]; legacy: LegacyArea[]; programs: Program[] } = {
  entities,
  areas,
  legacy,
  programs: [...piggyBanks, ...sponsorships, week],
}
