import type { ProviderName } from '../donations/way.ts'
import type { Vnd } from '../money.ts'
import type { Paid, Taken } from './match.ts'
import type { BackRow, Left, Owed, WentBack, WentOut } from './out.ts'

/** What is known of a provider’s day. */
export interface ProviderFacts {
  provider: ProviderName
  /** Payments of the day, and those of other days that rows of the day name. */
  paid: readonly Paid[]
  /** Payments of the day on accounts that no listing of it tells of. */
  untold: readonly Paid[]
  /** Rows of payments: of the day, and those of other days that name payments of the day. */
  rows: readonly Taken[]
  /** By entries of the book on the day, and as the files have them. */
  wentBack: readonly WentBack[]
  refunds: readonly (BackRow & Pick<Taken, 'feeVnd' | 'feeUnkept'>)[]
  /** What left the account, and what should have: of the bank. */
  left: readonly Left[]
  owed: readonly Owed[]
  outVnd: Vnd
  files: readonly { sha256: string; takenAt: string; netVnd?: number | undefined; computedVnd: Vnd }[]
}

export interface DayFacts {
  day: string
  providers: readonly ProviderFacts[]
  refunds: readonly WentBack[]
  payouts: readonly WentOut[]
  outVnd: Vnd
}
