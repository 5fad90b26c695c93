import { createHash } from 'node:crypto'
import type { Area } from '../../functions/areas/area.ts'
import { gazetteerOf } from '../../functions/areas/gazetteer.ts'
import { englishName } from '../../functions/areas/name.ts'
import type { Program } from '../../functions/programs/program.ts'
import { areas, legacy, programs } from './city.ts'
import { localPrograms } from './local.ts'
import { formerWards } from './origins.ts'
import type { Lang } from './words/words.ts'

/** What all pages of places read, reckoned once. */
export const local = localPrograms(programs, legacy)
export const cityWide: readonly Program[] = programs.filter((each) => each.areas.length === 0)
export const wards = formerWards(areas, legacy)
const units = new Map(areas.map((area) => [area.code, area]))
export const unitsOf = (codes: readonly { code: string }[]): Area[] =>
  codes.flatMap(({ code }) => units.get(code) ?? [])

/** The file that the search reads; its name changes with what it says. */
export const gazetteer: string = JSON.stringify(gazetteerOf(areas, legacy))
const digest = createHash('sha256').update(gazetteer).digest('base64url').slice(0, 8)
export const gazetteerFile = `_astro/places.${digest}`

/** Who promotes learning there: the association of the place, else the one of the whole city. */
export function associationOf(code: string): { program: Program; own: boolean } | undefined {
  const isAssociation = ({ kind }: Program) => kind === 'association'
  const own = local.get(code)?.find(({ program }) => isAssociation(program))
  if (own) return { program: own.program, own: true }
  const program = cityWide.find(isAssociation)
  return program && { program, own: false }
}

export const named = (name: string, lang: Lang): string => (lang === 'vi' ? name : englishName(name))
const lists = { vi: new Intl.ListFormat('vi'), en: new Intl.ListFormat('en') }
export const listed = (names: readonly string[], lang: Lang): string => lists[lang].format(names)
