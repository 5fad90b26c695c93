const key = 'way'

/** The way by which this device paid last: its name and nothing else. */
function lastWay(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keepWay(way: string): void {
  try {
    localStorage.setItem(key, way)
  } catch {
    // A browser that keeps nothing begins with the first way each time.
  }
}

/** Chooses what this device chose last, remembers what is sent, and shuts the ways that have closed since the page was made. */
export function offerWays(form: HTMLFormElement): void {
  const radios = [...form.querySelectorAll<HTMLInputElement>('input[name=way]')]
  const last = radios.find(({ value }) => value === lastWay())
  // What came back to be mended keeps the choice that was sent.
  if (last && !document.querySelector('.problems')) last.checked = true
  form.addEventListener('submit', (event) => {
    const chosen = radios.find(({ checked }) => checked)
    if (chosen && !event.defaultPrevented) keepWay(chosen.value)
  })
  shut(radios, form.querySelector<HTMLElement>('[data-ways]')?.dataset.ways ?? '').catch(() => undefined)
}

async function shut(radios: readonly HTMLInputElement[], words: string): Promise<void> {
  const answer = await fetch('/api/ways')
  if (!answer.ok) return
  const { ways } = (await answer.json()) as { ways: { name: string }[] }
  for (const radio of radios)
    if (!ways.some(({ name }) => name === radio.value)) {
      radio.disabled = true
      const says = document.createElement('small')
      says.textContent = words
      radio.labels?.[0]?.querySelector('span')?.append(' ', says)
    }
  const open = radios.filter(({ disabled }) => !disabled)
  if (open[0] && !open.some(({ checked }) => checked)) open[0].checked = true
}
