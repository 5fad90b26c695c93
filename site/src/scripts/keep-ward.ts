import { forgetWard, keepWard, keptWard } from './kept-ward.ts'

/** On the page of a place: remember it here, or forget it. */
function open(block: HTMLElement): void {
  const words = JSON.parse(block.dataset.words ?? '{}') as Record<string, string>
  const ward = { slug: block.dataset.keep ?? '', name: block.dataset.name ?? '' }
  const button = block.querySelector('button')!
  const says = block.querySelector<HTMLElement>('[data-says]')!
  const isKept = () => keptWard()?.slug === ward.slug
  const show = (): void => {
    button.textContent = (isKept() ? words.forget : words.keep) ?? ''
    says.textContent = (isKept() ? words.keeping : words.what) ?? ''
    button.hidden = false
  }
  button.addEventListener('click', () => {
    if (isKept()) forgetWard()
    else keepWard(ward)
    show()
  })
  window.addEventListener('pageshow', show)
  show()
}

for (const block of document.querySelectorAll<HTMLElement>('[data-keep]')) open(block)
