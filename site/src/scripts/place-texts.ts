import type { Place } from '../../../functions/areas/gazetteer.ts'
import { englishName, markOf } from '../../../functions/areas/name.ts'
import { places } from '../addresses.ts'
import type { Lang } from '../words/words.ts'

/** Sentences with gaps, given by the page. */
export type PlaceWords = Readonly<Record<string, string>>

export const named = (name: string, lang: Lang): string => (lang === 'vi' ? name : englishName(name))
const joined = (all: readonly Place[], lang: Lang): string => all.map(({ name }) => named(name, lang)).join(', ')

/** How a place is called, and what became of it. */
export function placeTexts(place: Place, lang: Lang, words: PlaceWords): { name: string; what: string } {
  const { kind, units, within } = place
  const fill = (text = '') =>
    text
      .replace('{district}', joined(within, lang))
      .replace('{units}', joined(units, lang))
      .replace('{count}', String(units.length))
      .replace('{ward}', named(place.name, lang))
  return { name: named(place.name, lang), what: fill(words[kind === 'ward' && units.length > 1 ? 'split' : kind]) }
}
export const whyAsked = (place: Place, lang: Lang, words: PlaceWords): string =>
  placeTexts({ ...place, kind: 'ward', units: [] }, lang, { ward: words.why ?? '' }).what

/** Where to read about it; of a split ward, the line on the page of its district. */
export function placeUrl({ kind, name, slug, units, within }: Place, lang: Lang): string {
  const base = places.wards[lang]
  const [unit] = units
  if (kind === 'province') return `${base}#${markOf(name)}`
  if (kind !== 'ward') return `${base}${slug}/`
  return units.length === 1 && unit ? `${base}${unit.slug}/` : `${base}${within[0]?.slug}/#${markOf(name)}`
}
