import * as z from 'zod'
import { giftPostings, type LedgerItem } from '../ledger/entry.ts'
import type { Vnd } from '../money.ts'
import { dayOf, hourOf, later } from '../time.ts'
import { type Donation, type heard, isPaidBy, type paid } from './donation.ts'
import { returnedCode } from './reason.ts'
import { commitment, fiscalReceipt, receiptNumber } from './receipt.ts'
import { type ProviderName, providers } from './way.ts'

/** What a provider told us of one attempt to pay, by notification or because we asked. */
export interface Told {
  provider: ProviderName
  reference: string
  /** The provider's own id of the payment; the fact is keyed by it for ever. */
  transactionId: string
  amountVnd: Vnd
  meaning: 'received' | 'failed' | 'pending' | 'moved'
  /** The provider's own code; what it means is the provider's file's to know. */
  responseCode: string
  /** VNPAY's second code; empty for all others. */
  transactionStatus: string
  /** When the money moved, as the provider states it. */
  paidAt?: string
  /** The teller’s own id of a transfer: another one for the same transaction is another movement. */
  toldAs?: string | undefined
  /** A failure that takes back money of this order, if the provider told of any before. */
  takesBack?: true
  /** True if the provider answered our question: such a word is fresh, a notification may be late or out of order. */
  asked: boolean
}

/** Drawn anew for each try to record a payment. */
export interface PaymentIds {
  entryId: string
  digits: string
}

export interface Facts {
  payment: z.infer<typeof paid>
  ledger: LedgerItem
}

export const paymentKeyOf = ({ provider, transactionId }: Pick<Told, 'provider' | 'transactionId'>): string =>
  `${provider}#${transactionId}`

/** Who brought the payment of this key. */
export const providerOf = (paymentKey: string): ProviderName => z.enum(providers).parse(paymentKey.split('#')[0])

/** Providers' clocks, and banks that know the day only. */
const earlierSeconds = 36 * 3_600

/** When the money came: as its provider states it, where that can be; we may hear of it days later. */
function receivedAtOf({ createdAt }: Donation, { paidAt = '' }: Told, now: string): string {
  if (paidAt > now || paidAt < later(createdAt, -earlierSeconds)) return now
  return paidAt < createdAt && dayOf(paidAt) === dayOf(createdAt) ? createdAt : paidAt
}

/** Money came: the facts to add. Another amount than pledged and a second payment are recorded and flagged, never refused. */
export function receive(donation: Donation, told: Told, nonce: string, ids: PaymentIds, now: string): Facts {
  const key = paymentKeyOf(told)
  const flags: ('other-amount' | 'second')[] = []
  if (told.amountVnd !== donation.amountVnd) flags.push('other-amount')
  if (donation.payments.length > 0) flags.push('second')
  const receivedAt = receivedAtOf(donation, told, now)
  const payment = {
    key,
    reference: told.reference,
    amountVnd: told.amountVnd,
    receivedAt,
    entryId: ids.entryId,
    number: receiptNumber(receivedAt, ids.digits),
    flags,
  }
  const receipt = fiscalReceipt(donation, { ...payment, provider: told.provider })
  const ledger: LedgerItem = {
    v: 1,
    entryId: ids.entryId,
    kind: 'gift',
    program: donation.program,
    postings: giftPostings(told.provider, donation.program, told.amountVnd),
    currency: 'VND',
    hour: hourOf(now),
    commitment: commitment(receipt, nonce),
    ...(donation.nameId === undefined ? {} : { nameId: donation.nameId }),
    paymentKey: key,
    recordedAt: now,
    receipt,
  }
  return { payment, ledger }
}

const daysToCheck = 3

/** Money did not come, or may have moved: what the donation remembers of it. undefined if it already knows better. */
export function hear(donation: Donation, told: Told, now: string): z.infer<typeof heard> | undefined {
  if (donation.payments.length > 0 || told.meaning === 'pending' || told.meaning === 'received') return undefined
  // What failed before another way was chosen says nothing of that way.
  if (told.meaning === 'failed' && told.reference !== donation.attempts.at(-1)!.reference) return undefined
  const before = donation.heard?.meaning
  // A person found out where that money went; the provider may still be repeating its old word.
  if (donation.heard?.responseCode === returnedCode && told.meaning === 'moved') return undefined
  if (before === told.meaning || (before === 'moved' && !told.asked)) return undefined
  const { meaning, responseCode, transactionStatus } = told
  const promised = meaning === 'moved' ? { promisedOn: dayOf(later(now, daysToCheck * 86_400)) } : {}
  const takesBack = told.takesBack && { takesBack: told.takesBack }
  return { meaning, responseCode, transactionStatus, at: now, ...promised, ...takesBack }
}

/**
 * Must a person look where the money is? It may have moved without being ours; or it is in the book and was taken back,
 * whichever of the two words came first.
 */
export function mayHaveMoved(donation: Donation, { meaning, reference, takesBack, asked }: Told): boolean {
  if (meaning === 'failed') return takesBack !== undefined && isPaidBy(donation, reference)
  if (meaning !== 'received') return meaning === 'moved'
  return !asked && donation.heard?.takesBack !== undefined && reference === donation.attempts.at(-1)!.reference
}
