/**
 * The code that a payer's bank carries to us. Only consonants, so that no word of a payer or a bank can look like it, and
 * no X, which stands for digits in statements that mask them. Nineteen letters, a prime: the check letter finds each wrong
 * letter and each two that changed places.
 */
export const memoLetters = 'BCDFGHJKLMNPQRSTVWZ'
const prefix = 'HT'
const drawn = 13
/** `HT`, 13 drawn letters and a check letter. */
export const memoLength = prefix.length + drawn + 1

/** Weights 2, 3, 4 … of the drawn letters; the check letter, with weight 1, makes the sum divisible by 19. */
const checkOf = (letters: string): string => {
  const sum = [...letters].reduce((total, letter, place) => total + memoLetters.indexOf(letter) * (place + 2), 0)
  return memoLetters[(memoLetters.length - (sum % memoLetters.length)) % memoLetters.length]!
}

/** A code from chance: `letters` draws capital letters, two for each of ours, so that each of ours is as likely. */
export function makeMemo(letters: (length: number) => string): string {
  const capitals = letters(2 * drawn)
  const place = (at: number) => capitals.charCodeAt(at) - 65
  const own = Array.from({ length: drawn }, (_, at) => memoLetters[(place(2 * at) * 26 + place(2 * at + 1)) % 19])
  return prefix + own.join('') + checkOf(own.join(''))
}

/** Marks and case away, `đ` to `d`: what most banks make of a text. */
export const folded = (text: string): string =>
  text.replaceAll('đ', 'd').replaceAll('Đ', 'D').normalize('NFD').replace(/\p{M}/gu, '')

const candidate = new RegExp(`(?=${prefix}([${memoLetters}]{${drawn}})([${memoLetters}]))`, 'g')

/** Codes whose check letter is right, anywhere in what a bank made of a memo, each once and in order. */
export function findMemos(text: string): string[] {
  // A compatibility form turns wide and styled letters into plain ones.
  const letters = folded(text.normalize('NFKC'))
    .toUpperCase()
    .replace(/[^A-WYZ]/g, '')
  const found = [...letters.matchAll(candidate)].filter(([, own, check]) => checkOf(own!) === check)
  return [...new Set(found.map(([, own, check]) => prefix + own + check))]
}
