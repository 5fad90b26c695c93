import { lineTexts, type RowWords } from '../lines.ts'
import type { Line } from '../public-api.ts'
import type { Lang } from '../words/words.ts'

/** A row of the book as the build makes it (see Lines.astro). */
export function rowOf(line: Line, lang: Lang, words: RowWords, marked: string | null = null): HTMLTableRowElement {
  const texts = lineTexts(line, lang, words)
  const row = document.createElement('tr')
  row.id = `line-${texts.id}`
  row.setAttribute('role', 'row')
  row.dataset.vnd = String(line.amountVnd)
  row.classList.toggle('noted', texts.noted)
  row.classList.toggle('marked', marked === String(texts.id))
  const cells = [
    ['line', ''],
    ['hour', texts.hour],
    ['what', texts.what],
    ['name', texts.name],
    [`number sum ${texts.sign}`, texts.amount],
    ['number balance', texts.balance],
  ] as const
  for (const [name, text] of cells) {
    if (texts.noted && name === 'name') continue
    const cell = row.insertCell()
    cell.className = name
    if (texts.noted && name === 'what') cell.colSpan = 2
    cell.setAttribute('role', 'cell')
    cell.textContent = text
  }
  const link = document.createElement('a')
  link.href = texts.url
  link.textContent = texts.line
  row.cells[0]!.appendChild(link)
  return row
}
