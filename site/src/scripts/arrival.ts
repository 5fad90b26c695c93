/** A press is on its way: the page is not renewed under it. */
let pressed = false
document.addEventListener('submit', () => {
  pressed = true
  setTimeout(() => {
    pressed = false
  }, 8_000)
})

/**
 * Asks our own API until the page's state is another, and renews the page then; the wait grows from 1 to 15 seconds and
 * ends after ten minutes. */
export function watchArrival(): void {
  const block = document.querySelector<HTMLElement>('[data-poll]')
  if (block) poll(block, 1_000, Date.now() + 600_000)
}

function poll(block: HTMLElement, waitMs: number, until: number): void {
  setTimeout(async () => {
    const state = await look(block.dataset.poll ?? '')
    if (state && state !== block.dataset.state && !pressed) return renew()
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
