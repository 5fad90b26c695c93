import { forgetReceipt, keptReceipts } from './kept.ts'

const block = document.querySelector<HTMLElement>('[data-kept]')
if (block) show(block)

/** The receipts that this device keeps, each with a way to take it off again. */
function show(block: HTMLElement): void {
  const list = block.querySelector('ul')!
  const lang = document.documentElement.lang
  list.textContent = ''
  for (const { path, code, amount, program } of keptReceipts()) {
    const row = list.appendChild(document.createElement('li'))
    const link = row.appendChild(document.createElement('a'))
    link.href = `${path}?lang=${lang}`
    link.textContent = `${code} · ${amount} · ${program}`
    const button = row.appendChild(document.createElement('button'))
    button.type = 'button'
    button.className = 'plain'
    button.textContent = block.dataset.kept ?? ''
    button.setAttribute('aria-label', `${button.textContent}: ${code}`)
    button.addEventListener('click', () => {
      forgetReceipt(path)
      show(block)
      block.querySelector<HTMLElement>('h2')?.focus()
    })
  }
  block.hidden = list.children.length === 0
}
