import { createHash } from 'node:crypto'

/** How many tries within how many seconds; a real person never comes near. */
export interface Limit {
  of: string
  tries: number
  withinSeconds: number
  /** Its counter is not the caller's alone: tries that their own limits refuse do not count here. */
  isShared?: boolean
}

export interface Window {
  /** Key of the counter; no address can be read from it once the window is over. */
  id: string
  expiresAtSeconds: number
  /** Seconds until the next window opens. */
  leftSeconds: number
}

/** The window in which `who` counts now. `salt` is unknown outside the stage, so that an id tells nobody's address. */
export function windowOf({ of, withinSeconds }: Limit, who: string, salt: string, now: string): Window {
  const nowSeconds = Math.floor(Date.parse(now) / 1_000)
  const window = Math.floor(nowSeconds / withinSeconds)
  const end = (window + 1) * withinSeconds
  const digest = createHash('sha256')
    .update(`${salt}\n${of}\n${window}\n${networkOf(who)}`)
    .digest('base64url')
  return { id: `${of}#${digest.slice(0, 22)}`, expiresAtSeconds: end + withinSeconds, leftSeconds: end - nowSeconds }
}

/** An IPv4 address, or the /64 of an IPv6 one: one household, whatever address it takes next. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = (text: string) => text.split(':').filter((group) => group !== '')
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...groups(tail ?? '')]
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
