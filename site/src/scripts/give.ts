import { carry, deviceId, forgetAttempt, isAgain, keepAttempt, lastAttempt, newId } from './attempt.ts'
import { type Spoken, speakAmount } from './speak.ts'
import { offerWays } from './ways.ts'

/** The form works without this; here one gift keeps one attempt, and a repeated one is asked about once. */
class Giving {
  /** What was last sent: the same again is a retry and keeps its attempt. */
  private sent = ''
  private attempt = ''
  private asked = false
  private readonly form: HTMLFormElement
  private readonly ask: HTMLElement
  private readonly spoken: Spoken

  constructor(form: HTMLFormElement) {
    this.form = form
    this.ask = form.querySelector<HTMLElement>('[data-ask]')!
    this.spoken = speakAmount(form, () => this.changed())
    form.addEventListener('submit', (event) => this.submit(event as SubmitEvent))
    // Back from the bank: the page may come out of memory as it was left.
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.changed())
    // Enter in the name's field means the name.
    this.field('name').addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      form.querySelector<HTMLButtonElement>('[value=yes]')!.click()
    })
  }

  private field(name: string): HTMLInputElement {
    return this.form.querySelector<HTMLInputElement>(`input[name=${name}]`)!
  }

  private changed(): void {
    this.form.querySelector('[name=confirmed]')?.remove()
    this.sent = ''
    this.asked = false
    this.free()
  }

  private submit(event: SubmitEvent): void {
    const show = (event.submitter as HTMLButtonElement | null)?.value ?? 'no'
    const program = this.field('program').value
    const amountVnd = this.spoken.amountVnd()
    const more = ['email', 'legalName', 'taxCode'].map((name) => this.field(name)?.value ?? '')
    const now = [amountVnd, show, show === 'yes' ? this.field('name').value : '', ...more].join(' ')
    const again = this.sent !== now && !this.asked && isAgain(lastAttempt(), program, amountVnd, Date.now())
    if (again) {
      this.asked = true
      this.ask.textContent = (this.form.dataset.again ?? '').replace('{amount}', this.spoken.shown(amountVnd))
    }
    if (again || this.form.dataset.busy) {
      event.preventDefault()
      return
    }
    if (this.sent !== now) this.attempt = newId()
    this.sent = now
    carry(this.form, 'attempt', this.attempt)
    carry(this.form, 'device', deviceId())
    if (amountVnd > 0) keepAttempt({ id: this.attempt, program, amountVnd, show, at: Date.now() })
    this.form.dataset.busy = 'yes'
    this.ask.textContent = this.form.dataset.sending ?? ''
    setTimeout(() => this.free(), 8_000)
  }

  private free(): void {
    delete this.form.dataset.busy
    this.ask.textContent = ''
  }
}

const form = document.querySelector<HTMLFormElement>('[data-give]')
// The page came back with something to mend: nothing was kept of the last try.
if (document.querySelector('.problems')) forgetAttempt()
if (form) {
  new Giving(form)
  offerWays(form)
}
