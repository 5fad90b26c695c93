/** The ward that a person chose; it stays on this device. */
export interface KeptWard {
  slug: string
  name: string
}

const key = 'ward'

/** Null if there is none, if what is there is not ours, or if the browser keeps nothing. */
export function keptWard(): KeptWard | null {
  try {
    const { slug, name } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<KeptWard>
    return typeof name === 'string' && /^[a-z0-9-]+-\d{5}$/.test(slug ?? '') ? { slug: slug!, name } : null
  } catch {
    return null
  }
}

/** Says whether the browser kept it. */
export function keepWard({ slug, name }: KeptWard): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ slug, name }))
    return true
  } catch {
    return false
  }
}

export function forgetWard(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
