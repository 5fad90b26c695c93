import { create, type Font } from 'fontkitten'
import regular from '../fonts/be-vietnam-pro-400.woff2?inline'
import bold from '../fonts/be-vietnam-pro-700.woff2?inline'

/** The shipped faces; the build hands them over as data, wherever it bundles this. */
function face(data: string): Font {
  const made = create(Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'))
  if (made.isCollection) throw new Error('cards: a face is one font')
  return made
}
const faces = { 400: face(regular), 700: face(bold) } as const
export type Weight = keyof typeof faces

/** Width of a text in pixels. */
export const widthOf = (text: string, size: number, weight: Weight): number =>
  (faces[weight].glyphsForString(text.normalize('NFC')).reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) /
    faces[weight].unitsPerEm) *
  size

/** A text as outlines, its baseline at x, y: a picture needs no font where it is drawn. */
export function outline(text: string, x: number, y: number, size: number, weight: Weight): string {
  const font = faces[weight]
  const scale = size / font.unitsPerEm
  let at = x
  return font
    .glyphsForString(text.normalize('NFC'))
    .map(({ path, advanceWidth }) => {
      const drawn = path.commands.length > 0 ? path.scale(scale, -scale).translate(at, y).toSVG() : ''
      at += advanceWidth * scale
      return drawn
    })
    .join('')
}

/** Breaks a text into lines no wider than `width`, at spaces. */
export function linesOf(text: string, width: number, size: number, weight: Weight): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer, size, weight) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
