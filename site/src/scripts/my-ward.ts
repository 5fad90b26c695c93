import { type Finding, find } from '../../../functions/areas/find.ts'
import { type Gazetteer, type Place, placesOf } from '../../../functions/areas/gazetteer.ts'
import { urlsOf } from '../addresses.ts'
import type { Lang } from '../words/words.ts'
import { forgetWard, keepWard, keptWard } from './kept-ward.ts'
import { PlaceList } from './place-list.ts'
import { named, type PlaceWords, placeTexts, placeUrl, whyAsked } from './place-texts.ts'

/** The form leads to the list of all places by itself; here it finds one by any of its names. */
class MyWard {
  private readonly block: HTMLElement
  private readonly lang: Lang
  private readonly words: PlaceWords
  private readonly input: HTMLInputElement
  private readonly list: PlaceList
  private places: Promise<Place[]> | undefined

  constructor(block: HTMLElement) {
    this.block = block
    this.lang = block.dataset.lang === 'en' ? 'en' : 'vi'
    this.words = JSON.parse(block.dataset.words ?? '{}') as PlaceWords
    this.input = block.querySelector('input')!
    this.list = new PlaceList(this.input, this.words.results ?? '')
    this.input.addEventListener('focus', () => void this.load().catch(() => undefined))
    this.input.addEventListener('input', () => void this.search(false))
    block.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.search(true)
    })
    const [forget] = block.querySelectorAll<HTMLElement>('[data-kept] button')
    forget?.addEventListener('click', () => {
      forgetWard()
      this.greet()
      this.input.focus()
    })
    window.addEventListener('pageshow', () => this.greet())
    this.greet()
    const asked = new URLSearchParams(location.search).get('place')
    if (asked) {
      // Shown, not gone to: who comes back must not be sent away again.
      this.input.value = asked
      void this.search(false)
    }
  }

  private part(name: string): HTMLElement {
    return this.block.querySelector<HTMLElement>(`[data-${name}]`)!
  }

  /** Asked once, when somebody begins; asked again only after it failed. */
  private load(): Promise<Place[]> {
    this.places ??= fetch(this.block.dataset.myWard ?? '')
      .then((answer) =>
        answer.ok ? (answer.json() as Promise<Gazetteer>) : Promise.reject(new Error(String(answer.status))),
      )
      .then(placesOf)
      .catch((error: unknown) => {
        this.places = undefined
        throw error
      })
    return this.places
  }

  private async search(meant: boolean): Promise<void> {
    const text = this.input.value
    this.part('question').hidden = true
    try {
      const found = find(await this.load(), text)
      if (text !== this.input.value) return
      if (meant && found.sure) this.go(found.sure)
      else this.show(found, text.trim().length > 2 || meant)
    } catch {
      this.list.close()
      this.say(this.words.unread)
    }
  }

  private show({ places, near, more }: Finding, worthSaying: boolean): void {
    const { lang, words } = this
    this.list.show(
      places.map((place) => ({
        ...placeTexts(place, lang, words),
        url: placeUrl(place, lang),
        choose: (event) => this.choose(place, event),
      })),
    )
    const count = (words.found ?? '').replace('{count}', String(places.length))
    if (places.length > 0) this.say(near ? words.near : more ? `${count} ${words.more}` : count)
    else this.say(worthSaying ? words.nothing : '')
  }

  private say(text = ''): void {
    this.part('says').textContent = text
  }

  /** A link leads there by itself; a split ward is asked about, never converted. */
  private choose(place: Place, event?: Event): void {
    const [unit] = place.kind === 'unit' ? [place] : place.units
    if (place.kind === 'ward' && place.units.length > 1) {
      event?.preventDefault()
      this.ask(place)
    } else if (unit && (place.kind === 'unit' || place.kind === 'ward')) keepWard(unit)
  }

  private go(place: Place): void {
    this.choose(place)
    if (this.part('question').hidden) location.href = placeUrl(place, this.lang)
  }

  private ask(place: Place): void {
    const { lang, words } = this
    this.list.close()
    this.say()
    this.part('why').textContent = whyAsked(place, lang, words)
    const list = this.part('candidates')
    list.textContent = ''
    for (const unit of place.units) {
      const link = document.createElement('a')
      link.href = placeUrl(unit, lang)
      link.textContent = named(unit.name, lang)
      link.addEventListener('click', () => keepWard(unit))
      list.appendChild(document.createElement('li')).appendChild(link)
    }
    const question = this.part('question')
    question.hidden = false
    question.focus()
  }

  private greet(): void {
    const ward = keptWard()
    this.part('none').hidden = ward !== null
    this.part('there').hidden = ward === null
    const link = this.part('there').querySelector('a')!
    if (!ward) return
    link.href = urlsOf('wards', ward.slug)[this.lang]
    link.textContent = named(ward.name, this.lang)
  }
}

for (const block of document.querySelectorAll<HTMLElement>('[data-my-ward]')) new MyWard(block)
