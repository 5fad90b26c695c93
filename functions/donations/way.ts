import type { Vnd } from '../money.ts'

/** Who carries the money. Stands in accounts of the book, in keys and in the name of its secret. */
export const providers = ['bank', 'momo', 'zalopay', 'vnpay', 'stripe'] as const
export type ProviderName = (typeof providers)[number]

/** What a donor chooses: a provider, and for VNPAY what its page opens with (`vnp_BankCode`). In the order that people see. */
export const wayNames = ['bank', 'momo', 'zalopay', 'vnpay', 'vnpay-atm', 'vnpay-card', 'stripe'] as const
export type WayName = (typeof wayNames)[number]

export interface Way {
  provider: ProviderName
  choice?: string
  /** Least and most of one payment; what a provider does not publish is the city's own limit. */
  limits: { minVnd: Vnd; maxVnd: Vnd }
}

const vnpayLimits = { minVnd: 5_000, maxVnd: 499_999_999 }

/** Limits as published: MoMo's onetime payment, NAPAS 247 for transfers, VNPAY's own page, Stripe's eight digits and about half a US dollar. */
export const ways: Readonly<Record<WayName, Way>> = {
  bank: { provider: 'bank', limits: { minVnd: 5_000, maxVnd: 499_999_999 } },
  momo: { provider: 'momo', limits: { minVnd: 5_000, maxVnd: 50_000_000 } },
  zalopay: { provider: 'zalopay', limits: { minVnd: 5_000, maxVnd: 50_000_000 } },
  vnpay: { provider: 'vnpay', limits: vnpayLimits },
  'vnpay-atm': { provider: 'vnpay', choice: 'VNBANK', limits: vnpayLimits },
  'vnpay-card': { provider: 'vnpay', choice: 'INTCARD', limits: vnpayLimits },
  stripe: { provider: 'stripe', limits: { minVnd: 20_000, maxVnd: 99_999_999 } },
}

/** The ways whose providers are open, in the order that people see. */
export const waysOf = (open: ReadonlySet<string>): WayName[] => wayNames.filter((name) => open.has(ways[name].provider))

/** Does one payment by this way carry so much? */
export const carries = (name: WayName, amountVnd: Vnd): boolean =>
  amountVnd >= ways[name].limits.minVnd && amountVnd <= ways[name].limits.maxVnd

/** The way of an attempt, so that it can be named again. */
export const wayOf = (provider: ProviderName, choice?: string): WayName =>
  wayNames.find((name) => ways[name].provider === provider && ways[name].choice === choice) ??
  wayNames.find((name) => ways[name].provider === provider)!

/** Can the provider be asked what became of an attempt? Of transfers, the bank's statement tells. */
export const isAsked = (provider: ProviderName): boolean => provider !== 'bank'
