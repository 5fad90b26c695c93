import { parseTyped } from '../../../functions/money.ts'
import { formatInstant } from '../../../functions/time.ts'
import type { Lang } from '../../../functions/words/words.ts'
import type { Book } from '../public-api.ts'
import { type RowWords, rowOf } from './rows.ts'

interface Words extends RowWords {
  asOf: string
  none: string
  unread: string
}

const filters = ['program', 'date', 'amountVnd', 'line'] as const
const block = document.querySelector<HTMLElement>('[data-book]')
const form = document.querySelector<HTMLFormElement>('[data-filters]')
if (block && form) open(block, form)

/** The book as the address asks for it; older lines on demand. */
function open(block: HTMLElement, form: HTMLFormElement): void {
  const words = JSON.parse(block.dataset.book ?? '{}') as Words
  const lang: Lang = block.dataset.lang === 'en' ? 'en' : 'vi'
  const body = block.querySelector('tbody')!
  const says = block.querySelector<HTMLElement>('[data-says]')!
  const empty = block.querySelector<HTMLElement>('[data-empty]')!
  const more = block.querySelector<HTMLButtonElement>('[data-more]')!
  const asked = new URLSearchParams(location.search)
  let cursor: string | null = null

  const show = (book: Book, first: boolean): void => {
    if (first) body.textContent = ''
    for (const line of book.lines) body.appendChild(rowOf(line, lang, words, asked.get('line')))
    cursor = book.cursor
    more.hidden = cursor === null
    empty.hidden = body.children.length > 0
    if (queryOf(asked).toString()) empty.textContent = words.none
    const table = block.querySelector('table')
    if (table) table.hidden = body.children.length === 0
    says.textContent = words.asOf.replace('{time}', formatInstant(book.asOf, lang))
  }
  const load = async (first: boolean): Promise<void> => {
    const query = queryOf(asked)
    if (!first && cursor) query.set('cursor', cursor)
    const answer = await fetch(`/api/book?${query}`)
    if (!answer.ok) throw new Error(String(answer.status))
    show((await answer.json()) as Book, first)
  }
  const built = says.textContent ?? ''
  const fail = (): void => {
    says.textContent = words.unread.replace('{time}', built)
  }

  const search = document.querySelector<HTMLDetailsElement>('[data-search]')
  if (search) {
    search.hidden = false
    search.open = queryOf(asked).toString() !== ''
  }
  for (const name of filters) {
    const field = form.elements.namedItem(name) as HTMLInputElement | null
    if (field) field.value = asked.get(name) ?? ''
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const typed = new URLSearchParams()
    for (const name of filters) {
      const value = (form.elements.namedItem(name) as HTMLInputElement).value.trim()
      if (value) typed.set(name, value)
    }
    location.search = typed.toString()
  })
  more.addEventListener('click', () => load(false).catch(fail))
  load(true).catch(fail)
}

/** What the API understands of what a person typed. */
function queryOf(asked: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams()
  for (const name of filters) {
    const value = asked.get(name)
    if (!value) continue
    const typed = name === 'amountVnd' ? parseTyped(value.replace('−', '')) : undefined
    query.set(name, typed && 'read' in typed ? String(typed.read) : name === 'line' ? value.replace(/\D/g, '') : value)
  }
  return query
}
