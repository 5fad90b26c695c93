/** A receipt that somebody chose to keep on this device: enough to know it again, and the way to it. */
export interface Kept {
  path: string
  code: string
  amount: string
  program: string
}

const key = 'receipts'

/** What this device keeps, newest first; nothing if the browser keeps nothing. */
export function keptReceipts(): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? (kept as Kept[]).filter(({ path }) => /^\/receipts\/[\w-]{22}$/.test(path)) : []
  } catch {
    return []
  }
}

/** False if the browser keeps nothing. */
function write(receipts: readonly Kept[]): boolean {
  try {
    if (receipts.length > 0) localStorage.setItem(key, JSON.stringify(receipts))
    else localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

export const isKept = (path: string): boolean => keptReceipts().some((each) => each.path === path)
export const forgetReceipt = (path: string): boolean => write(keptReceipts().filter((each) => each.path !== path))
export const keepReceipt = (receipt: Kept): boolean =>
  write([receipt, ...keptReceipts().filter(({ path }) => path !== receipt.path)].slice(0, 50))
