import { factsOf, type ProviderName } from './way.ts'

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

/** Why the provider says that no money came. `isOver`: the time of its page is over. */
export function reasonOf(provider: ProviderName, responseCode: string, isOver = false): Reason {
  if (responseCode === returnedCode) return 'returned'
  const { reasons: known = {}, silentCode } = factsOf(provider)
  if (isOver && responseCode === silentCode) return 'expired'
  return Object.hasOwn(known, responseCode) ? known[responseCode]! : 'declined'
}
