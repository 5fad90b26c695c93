import { watchArrival } from './arrival.ts'
import { carry, deviceId } from './attempt.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form.pay'))
  form.addEventListener('submit', () => carry(form, 'device', deviceId()))

// The page was renewed under the keyboard: it stays on the same button.
const { way } = (history.state ?? {}) as { way?: string }
if (way) {
  history.replaceState(null, '')
  document.querySelector<HTMLElement>(`form.pay button[value="${CSS.escape(way)}"]`)?.focus()
}

watchArrival()
