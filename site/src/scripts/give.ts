import { amountInWords } from '../../../functions/amount-words.ts'
import { formatVnd, parseTyped } from '../../../functions/money.ts'
import type { Lang } from '../../../functions/words/words.ts'
import { isAgain, keepAttempt, lastAttempt, newId } from './attempt.ts'

const form = document.querySelector<HTMLFormElement>('[data-give]')
if (form) improve(form)

/** The form works without this; here it speaks the amount, keeps one attempt for one gift and asks once about a repeated one. */
function improve(form: HTMLFormElement): void {
  const amount = form.querySelector<HTMLInputElement>('#amount')!
  const says = form.querySelector<HTMLElement>('[data-words]')!
  const ask = form.querySelector<HTMLElement>('[data-ask]')!
  const program = form.querySelector<HTMLInputElement>('[name=program]')!.value
  const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
  const built = says.textContent ?? ''
  let sent = ''
  let id = ''
  let asked = false

  const speak = (): void => {
    const typed = parseTyped(amount.value)
    if ('read' in typed && typed.read > 0 && typed.read < 1e12)
      says.textContent = `${formatVnd(typed.read, lang)}: ${amountInWords(typed.read, lang)}`
    else if ('perhaps' in typed && !form.querySelector('#amount-problem'))
      says.textContent = (form.dataset.perhaps ?? '').replace('{amount}', formatVnd(typed.perhaps, lang))
    else says.textContent = built
  }
  const choose = (vnd: string | null): void => {
    if (!vnd || !/^\d{1,12}$/.test(vnd)) return
    amount.value = formatVnd(Number(vnd), lang).replace(/\s*₫$/, '')
    speak()
  }

  amount.addEventListener('input', () => {
    ask.textContent = ''
    asked = false
    form.querySelector('[name=confirmed]')?.remove()
    speak()
  })
  for (const chip of form.querySelectorAll<HTMLAnchorElement>('[data-amount]'))
    chip.addEventListener('click', (event) => {
      event.preventDefault()
      choose(new URL(chip.href).searchParams.get('amount'))
      amount.dispatchEvent(new Event('input'))
    })

  form.addEventListener('submit', (event) => {
    const pressed = (event as SubmitEvent).submitter as HTMLButtonElement | null
    const show = pressed?.value ?? 'no'
    const typed = parseTyped(amount.value)
    const amountVnd = 'read' in typed ? typed.read : 0
    const now = `${amountVnd} ${show} ${show === 'yes' ? form.querySelector<HTMLInputElement>('#name')!.value : ''}`
    if (form.dataset.busy) {
      event.preventDefault()
      return
    }
    if (sent !== now && !asked && isAgain(lastAttempt(), program, amountVnd, Date.now())) {
      event.preventDefault()
      asked = true
      ask.textContent = (form.dataset.again ?? '').replace('{amount}', formatVnd(amountVnd, lang))
      return
    }
    if (sent !== now) id = newId()
    sent = now
    hidden(form, 'attempt', id)
    if (amountVnd > 0) keepAttempt({ id, program, amountVnd, show, at: Date.now() })
    form.dataset.busy = 'yes'
    ask.textContent = form.dataset.sending ?? ''
    setTimeout(free, 8_000)
  })
  const free = (): void => {
    delete form.dataset.busy
    if (ask.textContent === form.dataset.sending) ask.textContent = ''
  }
  // Back from the bank: the page may come out of memory as it was left.
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    free()
    sent = ''
    asked = false
  })
  choose(new URLSearchParams(location.search).get('amount'))
  if (amount.value) speak()
}

function hidden(form: HTMLFormElement, name: string, value: string): void {
  const field =
    form.querySelector<HTMLInputElement>(`[name=${name}]`) ?? form.appendChild(document.createElement('input'))
  field.type = 'hidden'
  field.name = name
  field.value = value
}
