import type { Lang } from './words/words.ts'

/** Whole đồng. Integers only, from -2^53 to 2^53. */
export type Vnd = number

export const giftLimits = { minVnd: 5_000, maxVnd: 499_999_999 } as const

const locale: Record<Lang, string> = { vi: 'vi-VN', en: 'en' }
const formats = new Map<string, Intl.NumberFormat>()

/** `50.000 ₫` in Vietnamese, `50,000 ₫` in English; a no-break space before the sign, a true minus. */
export function formatVnd(amountVnd: Vnd, lang: Lang): string {
  return `${formatNumber(amountVnd, lang)}\u00a0₫`
}

/** `50.000` in Vietnamese, `50,000` in English. */
export function formatNumber(value: number, lang: Lang): string {
  const format = formats.get(lang) ?? new Intl.NumberFormat(locale[lang], { maximumFractionDigits: 0 })
  formats.set(lang, format)
  return format.format(value).replace('-', '−')
}

/** Adds whole đồng; throws RangeError if a sum is no longer exact. */
export function add(...amounts: Vnd[]): Vnd {
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  if (!amounts.every(Number.isSafeInteger) || !Number.isSafeInteger(sum))
    throw new RangeError('money: not a whole, exact amount of đồng')
  return sum
}

export type Typed = { read: Vnd } | { unreadable: 'missing' | 'unreadable' } | { perhaps: Vnd }

const grouped = /^\d{1,3}(?:([., \u00a0])\d{3})(?:\1\d{3})*$/
const suffix = /^(.*?)\s*(k|ngàn|ngan|nghìn|nghin|tr|triệu|trieu|củ|đ|₫|đồng|dong|vnd|vnđ)$/u
const factor: Record<string, number> = {
  k: 1_000,
  ngàn: 1_000,
  ngan: 1_000,
  nghìn: 1_000,
  nghin: 1_000,
  tr: 1_000_000,
  triệu: 1_000_000,
  trieu: 1_000_000,
  củ: 1_000_000,
}

/** "2tr5", "1 triệu rưỡi": whole millions and tenths of one. */
const tenths = /^(\d{1,3})\s*(?:tr|triệu|trieu|củ)\s*(\d|rưỡi|ruoi)$/u

/**
 * Reads an amount the way people write it: 50.000, 50,000, 50 000, 50k, "50 ngàn", 2tr5, 50.000đ.
 * A bare number under 1,000 is not taken for đồng but asked back (`perhaps`). Fractions are refused.
 */
export function parseTyped(text: string): Typed {
  let rest = text.normalize('NFC').trim().toLowerCase()
  if (rest === '') return { unreadable: 'missing' }
  const millions = tenths.exec(rest)
  if (millions)
    return { read: Number(millions[1]) * 1_000_000 + (/\d/.test(millions[2]!) ? Number(millions[2]) : 5) * 100_000 }
  let times: number | undefined
  let currency = false
  for (let found = suffix.exec(rest); found; found = suffix.exec(rest)) {
    const unit = factor[found[2]!]
    if (unit ? times : currency) return { unreadable: 'unreadable' }
    if (unit) times = unit
    else currency = true
    rest = found[1]!.trim()
  }
  const digits = /^\d{1,12}$/.test(rest) ? rest : grouped.test(rest) ? rest.replace(/[., \u00a0]/g, '') : undefined
  if (digits === undefined) return { unreadable: 'unreadable' }
  const value = Number(digits) * (times ?? 1)
  if (times === undefined && !currency && value > 0 && value < 1_000) return { perhaps: value * 1_000 }
  return { read: value }
}
