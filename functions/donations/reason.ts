import type { ProviderName } from './way.ts'

/** Why a payment did not come about, as far as a donor can do something about it. */
export const reasons = [
  'cancelled',
  'expired',
  'insufficient',
  'limit',
  'wrong-code',
  'locked',
  'not-registered',
  'bank-away',
  'declined',
  'returned',
] as const
export type Reason = (typeof reasons)[number]

/** Our own word, beside the providers': an officer found that the money is back with its payer. */
export const returnedCode = 'returned'

/** Codes as the providers publish them; a code that is not here says no more than that it was declined. */
const codes: Readonly<Partial<Record<ProviderName, Readonly<Record<string, Reason>>>>> = {
  // vnp_ResponseCode
  vnpay: {
    '07': 'declined',
    '09': 'not-registered',
    '10': 'wrong-code',
    '11': 'expired',
    '12': 'locked',
    '13': 'wrong-code',
    '24': 'cancelled',
    '51': 'insufficient',
    '65': 'limit',
    '75': 'bank-away',
    '79': 'wrong-code',
    '99': 'declined',
  },
  // resultCode
  momo: {
    '10': 'bank-away',
    '1001': 'insufficient',
    '1002': 'declined',
    '1003': 'cancelled',
    '1004': 'limit',
    '1005': 'expired',
    '1006': 'cancelled',
    '1007': 'locked',
    '1017': 'cancelled',
    '1026': 'declined',
    '2019': 'declined',
    '4001': 'locked',
    '4002': 'not-registered',
    '4100': 'wrong-code',
  },
  // the status of the redirect; of a question, both codes
  zalopay: {
    ...{ '-49': 'cancelled', '-54': 'expired', '-63': 'insufficient' },
    ...{ '2/-54': 'expired', '2/-63': 'insufficient' },
  },
  // the status of a Checkout Session
  stripe: { expired: 'expired' },
}

/**
 * Why the provider says that no money came. VNPAY, asked, answers with the code of the question (00) and never says why:
 * once the time of its page is over (`isOver`), what is known is that the payment was not done in time.
 */
export function reasonOf(provider: ProviderName, responseCode: string, isOver = false): Reason {
  if (responseCode === returnedCode) return 'returned'
  if (isOver && provider === 'vnpay' && responseCode === '00') return 'expired'
  const known = codes[provider] ?? {}
  return Object.hasOwn(known, responseCode) ? known[responseCode]! : 'declined'
}
