import { nearest } from '../nearest.ts'

const form = document.querySelector<HTMLFormElement>('[data-combine]')
if (form) open(form)

/** The list as the form asks for it; the address keeps what was asked, so that it can be sent to somebody. */
function open(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset.combine ?? '{}') as { found: string; none: string }
  const says = document.querySelector<HTMLElement>('[data-found]')!
  const items = [...document.querySelectorAll<HTMLElement>('[data-program]')]
  const selects = [...form.querySelectorAll('select')]

  const show = (): void => {
    const asked = Object.fromEntries(selects.map(({ name, value }) => [name, value]))
    const { found, exact } = nearest(items, ({ dataset }) => dataset, asked)
    for (const item of items) item.hidden = found.length > 0 && !found.includes(item)
    const any = selects.some(({ value }) => value !== '')
    says.textContent = any ? (exact ? words.found : words.none).replace('{count}', String(found.length)) : ''
    const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()
    history.replaceState(null, '', query ? `?${query}` : location.pathname)
  }

  const typed = new URLSearchParams(location.search)
  for (const select of selects) select.value = typed.get(select.name) ?? ''
  // An address may name what is gone: then the choice is empty again.
  for (const select of selects) if (select.selectedIndex < 0) select.value = ''
  form.addEventListener('change', show)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    show()
  })
  form.addEventListener('reset', () => setTimeout(show))
  show()
  document.querySelector('.waits')?.classList.remove('waits')
}
