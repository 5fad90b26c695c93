import type { RowWords } from '../lines.ts'
import type { Book } from '../public-api.ts'
import type { Lang } from '../words/words.ts'
import { rowOf } from './rows.ts'

/** The newest lines, so that they never contradict the sums beside them; what was built stays if the answer fails. */
async function refresh(block: HTMLElement): Promise<void> {
  const answer = await fetch(`/api/book?${block.dataset.query}`)
  if (!answer.ok) return
  const { lines } = (await answer.json()) as Book
  if (lines.length === 0) return
  const words = JSON.parse(block.dataset.newest ?? '{}') as RowWords
  const lang: Lang = block.dataset.lang === 'en' ? 'en' : 'vi'
  const table = block.querySelector('table')!
  const body = table.querySelector('tbody')!
  body.textContent = ''
  for (const line of lines) body.appendChild(rowOf(line, lang, words))
  table.hidden = false
  block.querySelector<HTMLElement>('[data-empty]')!.hidden = true
}

for (const block of document.querySelectorAll<HTMLElement>('[data-newest]')) refresh(block).catch(() => undefined)
