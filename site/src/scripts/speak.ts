import { amountInWords } from '../../../functions/amount-words.ts'
import { formatVnd, giftLimits, parseTyped } from '../../../functions/money.ts'
import type { Lang } from '../words/words.ts'

export interface Spoken {
  /** Whole đồng as typed now, or as meant by what was asked back; 0 while it cannot be read. */
  amountVnd(): number
  shown(amountVnd: number): string
}

/** Says the typed amount back in figures and words; quick amounts fill the field. `changed` is told of every change. */
export function speakAmount(form: HTMLFormElement, changed: () => void): Spoken {
  const amount = form.querySelector<HTMLInputElement>('#amount')!
  const says = form.querySelector<HTMLElement>('[data-words]')!
  const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'vi'

  const speak = (): void => {
    const typed = parseTyped(amount.value)
    if ('read' in typed && typed.read < giftLimits.minVnd) says.textContent = says.dataset.min ?? ''
    else if ('read' in typed && typed.read > giftLimits.maxVnd)
      says.textContent = (says.dataset.max ?? '').replace('{max}', formatVnd(giftLimits.maxVnd, lang))
    else if ('read' in typed) says.textContent = `${formatVnd(typed.read, lang)}: ${amountInWords(typed.read, lang)}`
    else if ('perhaps' in typed && !form.querySelector('#amount-problem'))
      says.textContent = (form.dataset.perhaps ?? '').replace('{amount}', formatVnd(typed.perhaps, lang))
    else says.textContent = amount.value.trim() === '' ? (says.dataset.min ?? '') : (says.dataset.whole ?? '')
  }
  const choose = (address: string): void => {
    const { pathname, searchParams } = new URL(address)
    const chosen = searchParams.get('amount') ?? /\/(\d+)\/$/.exec(pathname)?.[1]
    if (chosen && /^\d{1,12}$/.test(chosen)) amount.value = formatVnd(Number(chosen), lang).replace(/\s*₫$/, '')
  }

  amount.addEventListener('input', () => {
    speak()
    changed()
  })
  for (const quick of form.querySelectorAll<HTMLAnchorElement>('[data-amount]'))
    quick.addEventListener('click', (event) => {
      event.preventDefault()
      choose(quick.href)
      speak()
      changed()
    })
  choose(location.href)
  if (amount.value) speak()
  return {
    amountVnd: () => {
      const typed = parseTyped(amount.value)
      if ('perhaps' in typed && form.querySelector('[name=confirmed]')) return typed.perhaps
      return 'read' in typed ? typed.read : 0
    },
    shown: (amountVnd) => formatVnd(amountVnd, lang),
  }
}
