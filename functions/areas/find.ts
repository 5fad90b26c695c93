import type { NameWord, Place } from './gazetteer.ts'
import { foldName } from './name.ts'
import { readPlain, readTyped, type Typed } from './typed.ts'

export interface Finding {
  places: Place[]
  /** The one place that can only be meant. */
  sure?: Place
  /** Nothing has this name: these come nearest. */
  near: boolean
  more: boolean
}
interface Scored {
  place: Place
  score: number
  exact: boolean
  /** Some words were found around the name only, and the name itself is not whole. */
  loosely: boolean
}

const most = 12
const nothing: Finding = { places: [], near: false, more: false }

/** Places that a person may mean, the likeliest first. */
export function find(places: readonly Place[], text: string): Finding {
  const typed = readTyped(text)
  const readings = [typed, readPlain(text)]
  if (typed.words.length === 0) return nothing
  const exactly = rank(places, readings, false)
  if (exactly.length > 0) return finding(exactly, false)
  const misspelled = rank(places, readings, true)
  return finding(misspelled.length > 0 ? misspelled : nearest(places, typed), true)
}

function finding(ranked: readonly Scored[], near: boolean): Finding {
  const places = ranked.slice(0, most).map(({ place }) => place)
  const [first, second] = ranked.filter(({ exact }) => exact)
  const sure = !near && first && (!second || first.score - second.score >= 10) ? first.place : undefined
  return { places, near, more: ranked.length > most, ...(sure ? { sure } : {}) }
}

function rank(places: readonly Place[], readings: readonly Typed[], loose: boolean): Scored[] {
  const found = new Map<string, Scored>()
  for (const place of places)
    for (const typed of readings) {
      const scored = score(place, typed, loose)
      const key = `${place.kind} ${place.name} ${place.within[0]?.name}`
      if (scored && scored.score > (found.get(key)?.score ?? 0)) found.set(key, scored)
    }
  const scored = [...found.values()].sort((one, other) => other.score - one.score || inOrder(one.place, other.place))
  const all = scored.some(({ exact }) => exact) ? scored.filter(({ loosely }) => !loosely) : scored
  const kept = new Set(all.map(({ place }) => place))
  return all.filter(({ place }) => !(place.kind === 'ward' && saysNoMore(place, kept)))
}

/** Of wards with one number: District 4 before District 10, and those before places with names. */
const collator = new Intl.Collator('vi', { numeric: true })
const inOrder = ({ within: [one] }: Place, { within: [other] }: Place): number =>
  collator.compare(one?.name ?? '', other?.name ?? '')

/** A former ward that is, whole and by the same name, a unit of today that was found too. */
const saysNoMore = ({ units, own }: Place, kept: ReadonlySet<Place>): boolean => {
  const [unit] = units
  return units.length === 1 && unit !== undefined && kept.has(unit) && joined(unit.own) === joined(own)
}
const joined = (words: readonly NameWord[]): string => words.map(({ fold }) => fold).join('')

type Match = 0 | 1 | 2 | 3
/** 3: the word; 2: it begins so, while it is being typed; 1: a letter is wrong. */
function match(typed: NameWord, word: NameWord, last: boolean, loose: boolean): Match {
  if (
    typed.fold === word.fold ||
    (/^\d/.test(typed.fold) && /^[pq]\d/.test(word.fold) && word.fold.slice(1) === typed.fold)
  )
    return 3
  if (last && word.fold.startsWith(typed.fold)) return 2
  return loose && typed.fold.length > 2 && isNear(typed.fold, word.fold) ? 1 : 0
}

function score(place: Place, { words, kinds, marked }: Typed, loose: boolean): Scored | undefined {
  const left = { own: [...place.own], around: [...place.around], province: [...place.province] }
  const taken = { own: 0, around: 0, province: 0 }
  let sum = 0
  let exact = true
  for (const [at, word] of words.entries()) {
    const last = at === words.length - 1
    const take = (from: keyof typeof left): boolean => {
      const grades = left[from].map((each) => match(word, each, last, loose && from !== 'province'))
      const best = Math.max(0, ...grades) as Match
      if (best === 0) return false
      const [found] = left[from].splice(grades.indexOf(best), 1) as [NameWord]
      if (best < 3) exact = false
      sum += [0, -20, -4, 0][best]! + marks(word, found, marked) - (from === 'province' ? 6 : 0)
      taken[from] += 1
      return true
    }
    if (!take('own') && !take('around') && !take('province')) return together(place, words)
  }
  const whole = left.own.length === 0
  if (taken.province > 0 && !whole) return undefined
  const partly = !whole && taken.own < words.length
  const near = partly && place.kind === 'unit' && ofDistrict(place, words)
  if (taken.own === 0 && !near) return undefined
  sum += whole ? 100 : near ? 10 : 10 + (60 * taken.own) / place.own.length
  if (!near && words[0] && place.own[0]?.fold.startsWith(words[0].fold)) sum += 15
  return { place, score: Math.max(1, sum + leaning(place, kinds)), exact: exact && whole, loosely: partly && !near }
}

/** A unit is also found by the names of its former districts alone. */
const ofDistrict = ({ within }: Place, words: readonly NameWord[]): boolean =>
  within.some(({ own }) => own.every(({ fold }) => words.some((word) => word.fold === fold)))

const marks = (typed: NameWord, word: NameWord, marked: boolean): number => {
  if (typed.written === word.written) return marked ? 6 : 1
  return marked && typed.fold === word.fold ? -25 : 0
}

/** Which of two places of one name was meant: the kind that was typed, else what stands today. */
function leaning({ kind, letter }: Place, kinds: Typed['kinds']): number {
  const usual = { unit: 8, district: 5, province: 4, ward: 0 }[kind]
  const small = kind === 'unit' || kind === 'ward'
  if (kinds.some((each) => 'pxkr'.includes(each))) return usual + (small ? 12 : -12) + (letter === kinds[0] ? 10 : 0)
  if (kinds.length > 0) return usual + (small ? -8 : 15) + (letter && kinds.includes(letter) ? 4 : 0)
  return usual
}

/** `cuchi`, `xomchieu`: written without a space. */
function together(place: Place, words: readonly NameWord[]): Scored | undefined {
  const text = joined(words)
  const name = joined(place.own)
  if (place.own.length < 2 || words.length > 1 || text.length < 4 || !name.startsWith(text)) return undefined
  return { place, score: (name === text ? 90 : 40) + leaning(place, []), exact: name === text, loosely: false }
}

/** One letter wrong, missing, doubled, or two changed about. */
export function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || /\d/.test(one + other)) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const a = one.slice(at)
  const b = other.slice(at)
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
}

/** What is left of an address that does have a name in it, else names that share most of their letters. */
function nearest(places: readonly Place[], typed: Typed): Scored[] {
  const { words } = typed
  for (let drop = 1; drop < words.length; drop += 1)
    for (const part of [words.slice(drop), words.slice(0, -drop)]) {
      const found = rank(places, [{ ...typed, words: part }], false).filter(({ exact }) => exact)
      if (found.length > 0) return found
    }
  const wanted = pairs(joined(words))
  const alike = places.map((place) => ({
    place,
    score: likeness(wanted, pairs(foldName(place.name).replace(/ /g, ''))),
    exact: false,
    loosely: false,
  }))
  return alike
    .filter(({ score }) => score > 0.3)
    .sort((one, other) => other.score - one.score)
    .slice(0, 5)
}

const pairs = (text: string): string[] => [...text].slice(1).map((letter, at) => text[at] + letter)
const likeness = (one: readonly string[], other: readonly string[]): number =>
  one.length === 0 ? 0 : (2 * one.filter((pair) => other.includes(pair)).length) / (one.length + other.length)
