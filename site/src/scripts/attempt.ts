/** One try to give, kept for this tab only: enough to know it again, nothing about the person. */
export interface Attempt {
  id: string
  program: string
  amountVnd: number
  show: string
  at: number
}

const key = 'gift'
const askWithinMs = 600_000

/** The last attempt of this tab; null if there is none or the browser keeps nothing. */
export function lastAttempt(): Attempt | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Attempt | null
  } catch {
    return null
  }
}

export function keepAttempt(attempt: Attempt): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(attempt))
  } catch {
    // A browser that keeps nothing asks nothing: the gift goes on.
  }
}

/** Nothing was kept of it: the page came back with something to mend. */
export function forgetAttempt(): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing to forget either.
  }
}

/** What this tab calls itself, so that a flood from one device is slowed; another tab or another day is another. */
export function deviceId(): string {
  const name = 'device'
  try {
    const id = sessionStorage.getItem(name) ?? newId()
    sessionStorage.setItem(name, id)
    return id
  } catch {
    return newId()
  }
}

/** Sends a value along with a form. */
export function carry(form: HTMLFormElement, name: string, value: string): void {
  const field =
    form.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? form.appendChild(document.createElement('input'))
  field.type = 'hidden'
  field.name = name
  field.value = value
}

/** Was the same amount sent to the same program within ten minutes? */
export const isAgain = (last: Attempt | null, program: string, amountVnd: number, now: number): boolean =>
  last !== null && last.program === program && last.amountVnd === amountVnd && now - last.at < askWithinMs

/** A version 4 UUID, also where `crypto.randomUUID` is not there yet. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
