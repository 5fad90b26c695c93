import './return.ts'
import { orderPicture } from './order-picture.ts'

const said = document.querySelector<HTMLElement>('[data-copy-says]')

function tell(text: string | undefined): void {
  if (said) said.textContent = text ?? ''
}

for (const row of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const words = row.closest<HTMLElement>('.copies')?.dataset ?? {}
  const what = row.closest('div')?.querySelector('dt')?.textContent ?? ''
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'go second'
  button.textContent = words.verb ?? ''
  button.setAttribute('aria-label', `${button.textContent}: ${what}`)
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(row.dataset.copy ?? '')
      tell(words.copied?.replace('…', what))
    } catch {
      // Browsers inside other apps may not let a page copy: the text is selected, to be copied by hand.
      getSelection()?.selectAllChildren(row)
      tell(words.selected)
    }
  })
  row.after(button)
}

const place = document.querySelector<HTMLElement>('.picture')
document.querySelector('[data-draw]')?.addEventListener('click', () => {
  const code = document.querySelector<SVGSVGElement>('.qr')
  if (!place || !code) return
  const link = place.querySelector('a')!
  link.href = orderPicture(code, document.querySelectorAll<HTMLElement>('.copies dt, [data-copy]'))
  const image = link.querySelector('img') ?? link.appendChild(document.createElement('img'))
  image.alt = link.dataset.picture ?? ''
  image.src = link.href
  place.hidden = false
  place.scrollIntoView({ block: 'nearest' })
})
