import { formatNumber } from '../../../functions/money.ts'
import { lineTexts } from '../lines.ts'
import type { Line } from '../public-api.ts'
import type { Lang } from '../words/words.ts'

/** What rows say that no line holds; stands in the page that shows them. */
export interface RowWords {
  names: Record<string, string>
  kinds: Record<string, string>
  anonymous: string
  related: string
}

/** A row of the book as the build makes it (see Lines.astro). */
export function rowOf(line: Line, lang: Lang, words: RowWords, marked: string | null = null): HTMLTableRowElement {
  const texts = lineTexts(line, lang, words.names[line.program] ?? line.program, {
    anonymous: words.anonymous,
    kind: words.kinds[line.kind] ?? line.kind,
    related: line.relatedLine === null ? '' : words.related.replace('{line}', formatNumber(line.relatedLine, lang)),
  })
  const row = document.createElement('tr')
  row.id = `line-${texts.id}`
  row.setAttribute('role', 'row')
  if (marked === String(texts.id)) row.className = 'marked'
  const cells = [
    ['line', ''],
    ['hour', texts.hour],
    ['what', texts.what],
    ['name', texts.name],
    [`number sum ${texts.sign}`, texts.amount],
    ['number balance', texts.balance],
  ] as const
  for (const [name, text] of cells) {
    const cell = row.insertCell()
    cell.className = name
    cell.setAttribute('role', 'cell')
    cell.textContent = text
  }
  const link = document.createElement('a')
  link.href = texts.url
  link.textContent = texts.line
  row.cells[0]!.appendChild(link)
  return row
}
