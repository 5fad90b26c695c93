/** A name without marks, case and doubled spaces; `đ` (and the look-alike `ð`) is `d`; NFC and NFD, Hòa and Hoà are the same. */
export const foldName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** How a name begins, how English ends the same name, and the letter that stands for it in a search. */
const kinds = [
  ['Phường', 'Ward', 'p'],
  ['Xã', 'Commune', 'x'],
  ['Đặc khu', 'Special Zone', 'k'],
  ['Thị trấn', 'Town', 'r'],
  ['Quận', 'District', 'q'],
  ['Huyện', 'District', 'q'],
  ['Thành phố', 'City', 'c'],
  ['Thị xã', 'Town', 'c'],
  ['Tỉnh', 'Province', 't'],
] as const
export type KindLetter = (typeof kinds)[number][2]

/** `Phường Xóm Chiếu` is a `Phường` of the name `Xóm Chiếu`, `Quận 4` a `Quận` of the name `4`. */
export function partsOf(name: string): { own: string; title: string; letter: KindLetter | '' } {
  const kind = kinds.find(([vi]) => name.startsWith(`${vi} `))
  return kind
    ? { own: name.slice(kind[0].length + 1), title: kind[1], letter: kind[2] }
    : { own: name, title: '', letter: '' }
}

/** Without the word for its kind, unless nothing but a number would be left. */
export const ownName = (name: string): string => {
  const { own } = partsOf(name)
  return /^\d/.test(own) ? name : own
}

/** `thanh-an-25807`: folded names collide (Thanh An, Thạnh An), so the code stands in the slug. */
export const slugOf = (name: string, code: string): string => `${markOf(ownName(name.normalize('NFC')))}-${code}`

/** A name as part of an address: `phuong-15`. */
export const markOf = (name: string): string => foldName(name).replace(/ /g, '-')

/** `Quận 4` is District 4, `Huyện Củ Chi` Cu Chi District, `Phường Linh Tây` Linh Tay Ward. */
export function englishName(name: string): string {
  const { own, title } = partsOf(name)
  if (/^\d/.test(own)) return `${title} ${own}`
  return `${foldName(own).replace(/\b[a-z]/g, (letter) => letter.toUpperCase())} ${title}`.trim()
}
