/**
 * Asks our own API until the page's state is another, and renews the page then; the wait grows from 1 to 15 seconds and
 * ends after ten minutes. `isBusy`: the page is not renewed now.
 */
export function watchArrival(isBusy: () => boolean = () => false): void {
  const block = document.querySelector<HTMLElement>('[data-poll]')
  if (block) poll(block, isBusy, 1_000, Date.now() + 600_000)
}

function poll(block: HTMLElement, isBusy: () => boolean, waitMs: number, until: number): void {
  setTimeout(async () => {
    const state = await look(block.dataset.poll ?? '')
    if (state && state !== block.dataset.state && !isBusy()) return renew()
    if (Date.now() < until) return poll(block, isBusy, Math.min(waitMs * 1.3, 15_000), until)
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
