export interface Choice {
  name: string
  what: string
  url: string
  choose(event: Event): void
}

/** The list under a box, by the pattern of an editable combobox: the text keeps the focus, the arrows walk the list. */
export class PlaceList {
  private readonly input: HTMLInputElement
  private readonly list = document.createElement('div')
  private active = -1

  constructor(input: HTMLInputElement, label: string) {
    this.input = input
    this.list.id = `${input.id}-list`
    this.list.className = 'options'
    this.list.hidden = true
    this.list.setAttribute('role', 'listbox')
    this.list.setAttribute('aria-label', label)
    // The text keeps the focus while the list is pressed.
    this.list.addEventListener('mousedown', (event) => event.preventDefault())
    input.parentElement!.appendChild(this.list)
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-autocomplete', 'list'],
      ['aria-controls', this.list.id],
      ['aria-expanded', 'false'],
    ] as const)
      input.setAttribute(name, value)
    input.addEventListener('keydown', (event) => this.press(event))
    input.addEventListener('blur', () => this.close())
  }

  show(choices: readonly Choice[]): void {
    this.list.textContent = ''
    for (const [place, choice] of choices.entries()) this.list.appendChild(this.option(choice, place))
    this.open(choices.length > 0)
  }

  close(): void {
    this.open(false)
  }

  private get options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role=option]')]
  }

  private open(isOpen: boolean): void {
    this.list.hidden = !isOpen
    this.input.setAttribute('aria-expanded', String(isOpen))
    this.walk(-1)
  }

  private option({ name, what, url, choose }: Choice, place: number): HTMLElement {
    const option = document.createElement('a')
    option.id = `${this.list.id}-${place}`
    option.href = url
    option.tabIndex = -1
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    for (const [tag, text] of [
      ['strong', name],
      ['span', what],
    ] as const)
      option.appendChild(document.createElement(tag)).textContent = text
    option.insertBefore(document.createTextNode(' '), option.lastChild)
    option.addEventListener('click', choose)
    return option
  }

  private walk(to: number): void {
    const { options } = this
    options[this.active]?.setAttribute('aria-selected', 'false')
    this.active = to
    const option = options[to]
    if (option) {
      option.setAttribute('aria-selected', 'true')
      this.input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else this.input.removeAttribute('aria-activedescendant')
  }

  private press(event: KeyboardEvent): void {
    if (event.isComposing) return
    const { length } = this.options
    const isOpen = !this.list.hidden
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && length > 0) {
      if (!isOpen) this.open(true)
      const next = this.active + step
      this.walk(next === length ? -1 : next < -1 ? length - 1 : next)
    } else if (event.key === 'Enter' && isOpen && this.active >= 0) this.options[this.active]!.click()
    else if (event.key === 'Escape' && isOpen) this.close()
    else return
    event.preventDefault()
  }
}
