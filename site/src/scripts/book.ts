import { formatNumber, formatVnd, parseTyped } from '../../../functions/money.ts'
import type { RowWords } from '../lines.ts'
import type { Book } from '../public-api.ts'
import type { Lang } from '../words/words.ts'
import { rowOf } from './rows.ts'

interface Words extends RowWords {
  empty: string
  none: string
  found: string
  foundMore: string
  unread: string
}

interface Problem {
  title: string
  fields: { field: string; message: string }[]
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
    const looked = queryOf(asked).toString() !== ''
    empty.textContent = looked ? words.none : words.empty
    const table = block.querySelector('table')
    if (table) table.hidden = body.children.length === 0
    says.textContent = looked ? foundIn(body, cursor !== null, words, lang) : ''
    if (first) body.querySelector('.marked')?.scrollIntoView({ block: 'nearest' })
  }
  const load = async (first: boolean): Promise<void> => {
    const query = queryOf(asked)
    query.set('lang', lang)
    if (!first && cursor) query.set('cursor', cursor)
    const answer = await fetch(`/api/book?${query}`)
    if (answer.status === 422) return refuse((await answer.json()) as Problem)
    if (!answer.ok) throw new Error(String(answer.status))
    show((await answer.json()) as Book, first)
  }
  const fail = (): void => {
    says.textContent = words.unread
  }
  /** What cannot be looked for, said as the API says it and at its field; no lines pretend to be the answer. */
  const refuse = ({ title, fields }: Problem): void => {
    says.textContent = [title, ...fields.map(({ message }) => message)].join('. ')
    for (const { field } of fields)
      form.querySelector(`[name="${CSS.escape(field)}"]`)?.setAttribute('aria-invalid', 'true')
    const table = block.querySelector('table')
    if (table) table.hidden = true
    empty.hidden = true
    more.hidden = true
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
  load(true)
    .catch(fail)
    .finally(() => block.classList.remove('waits'))
}

/** How many lines were found, and what they come to; announced, because the lines themselves are not. */
function foundIn(body: HTMLElement, isMore: boolean, { found, foundMore, none }: Words, lang: Lang): string {
  const sums = [...body.querySelectorAll<HTMLElement>('[data-vnd]')].map(({ dataset }) => Number(dataset.vnd))
  if (sums.length === 0) return none
  const sum = sums.reduce((total, vnd) => total + vnd, 0)
  return (isMore ? foundMore : found)
    .replace('{count}', formatNumber(sums.length, lang))
    .replace('{sum}', formatVnd(sum, lang))
}

/** What the API understands of what a person typed. */
function queryOf(asked: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams()
  for (const name of filters) {
    const value = asked.get(name)
    if (!value) continue
    const typed = name === 'amountVnd' ? parseTyped(value.replace('−', '')) : undefined
    const read = typed && ('read' in typed ? typed.read : 'perhaps' in typed ? typed.perhaps : undefined)
    query.set(name, read !== undefined ? String(read) : name === 'line' ? value.replace(/\D/g, '') : value)
  }
  return query
}
