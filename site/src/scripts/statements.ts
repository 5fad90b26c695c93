import { formatInstant } from '../../../functions/time.ts'
import type { Statements } from '../public-api.ts'
import { type StatementTexts, type StatementWords, statementTexts } from '../statement-texts.ts'
import type { Lang } from '../words/words.ts'

const block = document.querySelector<HTMLElement>('[data-statements]')

function add(parent: HTMLElement, name: string, text = '', className = ''): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  if (className) made.className = className
  parent.appendChild(made)
  return made
}

/** A day as the build makes it (see Statements.astro). */
function show(into: HTMLElement, day: StatementTexts): void {
  const section = add(into, 'section')
  section.id = `day-${day.id}`
  add(section, 'h2', day.heading)
  add(section, 'p', day.verdict, day.agrees ? 'state agrees' : 'state')
  const sums = add(section, 'dl', '', 'dotted wide')
  for (const [name, sum] of day.sums) {
    const row = add(sums, 'div')
    add(row, 'dt', name)
    add(row, 'dd', sum)
  }
  const providers = add(section, 'ul')
  for (const { name, text, differences } of day.providers) {
    const item = add(providers, 'li')
    add(item, 'strong', name)
    item.appendChild(document.createTextNode(`: ${text}`))
    if (differences.length === 0) continue
    const list = add(item, 'ul')
    for (const each of differences) add(list, 'li', each)
  }
  const foot = add(section, 'p', `${day.version} `, 'small muted')
  const link = add(foot, 'a', 'JSON')
  link.setAttribute('href', day.url)
}

/** The newest statements; what was built stays, with its hour, if the answer fails. */
async function refresh(into: HTMLElement): Promise<void> {
  const answer = await fetch('/api/statements')
  if (!answer.ok) return
  const { asOf, statements } = (await answer.json()) as Statements
  const words = JSON.parse(into.dataset.statements ?? '{}') as StatementWords
  const lang: Lang = into.dataset.lang === 'en' ? 'en' : 'vi'
  into.textContent = ''
  for (const of of statements) show(into, statementTexts(of, lang, words))
  const empty = document.querySelector<HTMLElement>('[data-empty]')
  if (empty) empty.hidden = statements.length > 0
  const time = document.querySelector<HTMLElement>('[data-time]')
  if (time) time.textContent = (time.dataset.asOf ?? '').replace('{time}', formatInstant(asOf, lang))
}

if (block) refresh(block).catch(() => undefined)
