import { type NameWord, wordsOf } from './gazetteer.ts'
import type { KindLetter } from './name.ts'

/** What a person typed, read: words to be found, and the kinds of place that were named beside them. */
export interface Typed {
  words: NameWord[]
  kinds: KindLetter[]
  /** Marks were typed somewhere, so that a word without them means just that. */
  marked: boolean
}

const spelled: Readonly<Record<string, KindLetter>> = {
  ...{ p: 'p', f: 'p', w: 'p', phuong: 'p', ward: 'p' },
  ...{ x: 'x', xa: 'x', commune: 'x', tt: 'r', 'thi tran': 'r', town: 'r', township: 'r' },
  ...{ q: 'q', d: 'q', quan: 'q', dist: 'q', district: 'q', h: 'q', huyen: 'q' },
  ...{ tp: 'c', tx: 'c', 'thanh pho': 'c', 'thi xa': 'c', city: 'c' },
  ...{ 'dac khu': 'k', dk: 'k', 'special zone': 'k', tinh: 't', province: 't' },
}
/** Said of every place here; says nothing. */
const cities = /(?:^| )(?:(?:tp|thanh pho) )?(?:(?:tp)?hcmc?|ho chi minh(?: city)?|sai gon city)(?: viet ?nam| vn)?$/
/** `cũ`: a former one; without its mark only where nothing of a name can follow, for there is Củ Chi. */
const isFormer = ({ fold, written }: NameWord, ends: boolean): boolean =>
  /^(cũ|old|former)$/.test(written.normalize('NFC')) || (fold === 'cu' && ends)

/** The words as they stand: `xa bang` may be Xà Bang. */
export function readPlain(text: string): Typed {
  return { words: wordsOf(text), kinds: [], marked: hasMarks(text) }
}

/** The words with kinds understood: `p15 q.4` is ward 15 of District 4. */
export function readTyped(text: string): Typed {
  const all = withoutCity(wordsOf(text))
  const words: NameWord[] = []
  const kinds: KindLetter[] = []
  let before: KindLetter | undefined
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at]!
    const pair = spelled[`${word.fold} ${all[at + 1]?.fold}`]
    const kind = pair ?? spelled[word.fold]
    if (pair) at += 1
    if (kind) kinds.push(kind)
    else if (/^\d/.test(word.fold)) words.push(numbered(word.fold, before))
    else if (!isFormer(word, words.length > 0 && (at + 1 === all.length || all[at + 1]!.fold in spelled)))
      words.push(word)
    before = kind
  }
  return { words, kinds, marked: hasMarks(text) }
}

const hasMarks = (text: string): boolean => /[\p{M}đĐ]/u.test(text.normalize('NFD'))

/** `02` is 2; after `q` it is `q2`. */
function numbered(digits: string, before: KindLetter | undefined): NameWord {
  const fold = (before === 'p' || before === 'q' ? before : '') + digits.replace(/^0+(?=\d)/, '')
  return { fold, written: fold }
}

function withoutCity(words: NameWord[]): NameWord[] {
  const text = words.map(({ fold }) => fold).join(' ')
  const rest = text.replace(cities, '').trim()
  const left = rest ? rest.split(' ').length : 0
  const meant = words.slice(0, left).some(({ fold }) => !(fold in spelled))
  return meant ? words.slice(0, left) : words
}
