import { parseTyped } from '../../../functions/money.ts'
import { formatInstant } from '../../../functions/time.ts'
import type { Lang } from '../../../functions/words/words.ts'
import { lineTexts } from '../lines.ts'
import type { Book, Line } from '../public-api.ts'

interface Words {
  names: Record<string, string>
  kinds: Record<string, string>
  anonymous: string
  related: string
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

function rowOf(line: Line, lang: Lang, words: Words, marked: string | null): HTMLTableRowElement {
  const texts = lineTexts(line, lang, words.names[line.program] ?? line.program, {
    anonymous: words.anonymous,
    kind: words.kinds[line.kind] ?? line.kind,
    related: line.relatedLine === null ? '' : words.related.replace('{line}', String(line.relatedLine)),
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
