import { pictureOf } from './picture.ts'

for (const each of document.querySelectorAll<HTMLElement>('[data-needs-script]')) each.hidden = false
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
