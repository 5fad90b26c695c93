import { watchArrival } from './arrival.ts'
import { forgetReceipt, isKept, keepReceipt } from './kept.ts'
import { pictureOf } from './picture.ts'

document.querySelector('[data-print]')?.addEventListener('click', () => window.print())

const place = document.querySelector<HTMLElement>('[data-picture]')
const leaf = document.querySelector<HTMLElement>('.leaf')
document.querySelector('[data-draw]')?.addEventListener('click', () => {
  if (!place || !leaf) return
  const link = place.querySelector('a')!
  link.href = pictureOf(leaf)
  const image = link.querySelector('img') ?? link.appendChild(document.createElement('img'))
  image.alt = place.dataset.picture ?? ''
  image.src = link.href
  place.hidden = false
  place.scrollIntoView({ block: 'nearest' })
})

const keeper = document.querySelector<HTMLButtonElement>('[data-keep]')
const said = document.querySelector<HTMLElement>('[data-keep-says]')
const path = location.pathname

function showKept(): void {
  if (!keeper || !said) return
  const kept = isKept(path)
  keeper.textContent = (kept ? keeper.dataset.forget : keeper.dataset.keep) ?? ''
  said.textContent = kept ? (said.dataset.keepSays ?? '') : ''
}
keeper?.addEventListener('click', () => {
  const { code = '', amount = '', program = '' } = keeper.dataset
  if (isKept(path)) forgetReceipt(path)
  else keepReceipt({ path, code, amount, program })
  showKept()
})
showKept()

watchArrival()
