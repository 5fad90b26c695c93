import type { Entity } from '../entities/entity.ts'
import { later } from '../time.ts'
import type { Lang } from '../words/words.ts'
import { type Donation, mayPay } from './donation.ts'

/** Banks are slow, and a day is longer than any of them takes between two working days. */
const lateSeconds = 86_400

/** Was it to come by a transfer that should have been here long ago? It may have come without its memo. */
export function isLate(donation: Donation, now: string): boolean {
  const isOld = ({ provider, createdAt }: Donation['attempts'][number]) =>
    provider === 'bank' && now >= later(createdAt, lateSeconds)
  return mayPay(donation) && donation.attempts.some(isOld)
}

/** Where a gift without money is paid after all. */
export function reopenGaps({ attempts, receiptKey }: Donation, lang: Lang) {
  const byBank = attempts.at(-1)!.provider === 'bank'
  return { byBank, reopenUrl: `/receipts/${receiptKey}/${byBank ? 'transfer' : 'return'}?lang=${lang}` }
}

/** What a donor needs whose transfer is missing: whom to call, and what to read out. */
export const lateGaps = (donation: Donation, { phone, hours }: Entity, now: string, lang: Lang) => ({
  late: isLate(donation, now),
  phone,
  hours: hours[lang],
  code: donation.code,
})
