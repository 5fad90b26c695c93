import english from '../drawings/wordmark.en.light.svg?raw'
import vietnamese from '../drawings/wordmark.vi.light.svg?raw'
import { drawings } from '../pictograms.ts'
import type { Lang } from '../words/words.ts'
import { linesOf, outline } from './outline.ts'

export interface Card {
  title: string
  /** Name of the pictogram. */
  of: string
  lang: Lang
}

const wide = 1_200
const high = 630
const left = 150
/** Networks cut the edges: what matters stays in the middle 1080 by 540. */
const room = { width: 900, height: 250 }

function wordmarkOf(svg: string) {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  const paths = svg.replace(/<\/?svg[^>]*>|<title>.*?<\/title>/g, '')
  return { width: Number(width), height: Number(height), paths }
}
const wordmarks = { vi: wordmarkOf(vietnamese), en: wordmarkOf(english) } as const

/** The largest size at which the title fits its room in three lines. */
function sized(title: string): { size: number; lines: string[] } {
  for (let size = 92; size > 40; size -= 4) {
    const lines = linesOf(title, room.width, size, 700)
    if (lines.length * size * 1.3 <= room.height) return { size, lines }
  }
  return { size: 40, lines: linesOf(title, room.width, 40, 700) }
}

/** A page as a label of the notebook, for those who get its address sent: 1200 by 630. */
export function cardSvg({ title, of, lang }: Card): string {
  const { size, lines } = sized(title)
  const top = 330 - ((lines.length - 1) * size * 1.3) / 2 + size * 0.35
  const text = lines.map((line, place) => outline(line, left, top + place * size * 1.3, size, 700)).join('')
  const { width, height, paths } = wordmarks[lang]
  const scale = 46 / height
  const rules = Array.from({ length: 22 }, (_, row) => `M0 ${15 + row * 30}H${wide}`).join('')
  const columns = Array.from({ length: 41 }, (_, column) => `M${15 + column * 30} 0V${high}`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">
<rect width="${wide}" height="${high}" fill="#FFFDF6"/>
<path d="${rules}${columns}" stroke="#BCD3E8" stroke-width="1" opacity=".55"/>
<path d="M84 0V${high}M90 0V${high}" stroke="#E3A7A5" stroke-width="2"/>
<rect x="102" y="60" width="1010" height="510" rx="18" fill="#FFFDF6" stroke="#43309A" stroke-width="5"/>
<rect x="114" y="72" width="986" height="486" rx="10" fill="none" stroke="#43309A" stroke-width="2"/>
<g transform="translate(140 96) scale(2)"><circle cx="28" cy="28" r="17" fill="#F2B632" opacity=".55"/><path d="${drawings[of] ?? drawings.book}" fill="none" stroke="#43309A" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></g>
<path d="${text}" fill="#43309A"/>
<g transform="translate(${1_064 - width * scale} 490) scale(${scale})">${paths}</g>
</svg>`
}
