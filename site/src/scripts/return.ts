import { watchArrival } from './arrival.ts'
import { carry, deviceId } from './attempt.ts'

/** A press is on its way to the bank: the page is not renewed under it. */
let paying = false
for (const form of document.querySelectorAll<HTMLFormElement>('form.pay'))
  form.addEventListener('submit', () => {
    carry(form, 'device', deviceId())
    paying = true
    setTimeout(() => {
      paying = false
    }, 8_000)
  })

// The page was renewed under the keyboard: it stays on the same button.
const { way } = (history.state ?? {}) as { way?: string }
if (way) {
  history.replaceState(null, '')
  document.querySelector<HTMLElement>(`form.pay button[value="${CSS.escape(way)}"]`)?.focus()
}

watchArrival(() => paying)
