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

/** Asks our own API until the money is there; the wait grows from 1 to 15 seconds and ends after ten minutes. */
const block = document.querySelector<HTMLElement>('[data-poll]')
if (block) poll(block, 1_000, Date.now() + 600_000)

function poll(block: HTMLElement, waitMs: number, until: number): void {
  setTimeout(async () => {
    const state = await look(block.dataset.poll ?? '')
    if (state && state !== block.dataset.state && !paying) return renew()
    if (Date.now() < until) return poll(block, Math.min(waitMs * 1.3, 15_000), until)
    const says = block.querySelector('[data-poll-says]')
    if (says) says.textContent = block.dataset.slow ?? ''
  }, waitMs)
}

function renew(): void {
  const { activeElement: on } = document
  if (on instanceof HTMLButtonElement) history.replaceState({ way: on.value }, '')
  location.reload()
}

async function look(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { cache: 'no-store' })
    return answer.ok ? ((await answer.json()) as { state: string }).state : undefined
  } catch {
    return undefined
  }
}
