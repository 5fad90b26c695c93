import * as z from 'zod'
import { giftLimits, type Vnd } from '../money.ts'
import { later, seconds } from '../time.ts'
import type { Organization } from './organization.ts'
import { refunded } from './refundable.ts'
import { type ProviderName, providers } from './way.ts'

const instant = z.iso.datetime()

/** One try to pay at a provider. */
export const payAttempt = z.object({
  provider: z.enum(providers),
  /** What the provider's page opens with. */
  choice: z.string().optional(),
  reference: z.string(),
  createdAt: instant,
  expiresAt: instant,
  /** The provider's page, where it was the provider that made its address. */
  payUrl: z.url().optional(),
})
export type PayAttempt = z.infer<typeof payAttempt>

export const flags = ['other-amount', 'second'] as const

/** A payment as the donation remembers it; the fact itself is an item of its own. */
export const paid = z.object({
  key: z.string(),
  /** The attempt that it paid; absent in the oldest, which had one attempt only. */
  reference: z.string().optional(),
  amountVnd: z.int().positive(),
  receivedAt: instant,
  entryId: z.string(),
  number: z.string(),
  flags: z.array(z.enum(flags)),
})

/** What a provider said without money having come for certain. */
export const heard = z.object({
  meaning: z.enum(['failed', 'moved']),
  responseCode: z.string(),
  transactionStatus: z.string(),
  at: instant,
  promisedOn: z.string().optional(),
  /** It takes back money, should a late word of that money still come. */
  takesBack: z.literal(true).optional(),
})

/** The financial part of a donation: no person in it. Its state is a projection and never stops a payment. */
export const donation = z.object({
  v: z.literal(1),
  id: z.string(),
  receiptKey: z.string(),
  code: z.string(),
  program: z.string(),
  purposeVersion: z.int(),
  entity: z.string(),
  amountVnd: z.int().min(giftLimits.minVnd).max(giftLimits.maxVnd),
  lang: z.enum(['vi', 'en']),
  /** Opens the name that the donor chose to show; absent if there is none. */
  nameId: z.string().optional(),
  createdAt: instant,
  attempts: z.array(payAttempt).min(1),
  payments: z.array(paid),
  heard: heard.optional(),
  /** Of all that goes or went back; the sum of a payment's that were not refused is never more than it brought. */
  refunds: z.array(refunded).default([]),
  expiresAtSeconds: z.int(),
})
export type Donation = z.infer<typeof donation>
export type State = 'waiting' | 'received' | 'checking' | 'declined'

export interface Gift {
  program: string
  purposeVersion: number
  entity: string
  amountVnd: Vnd
  name?: string
  /** Where the receipt goes. */
  email?: string
  organization?: Organization
  lang: 'vi' | 'en'
}

/** What is kept of a donor beside the donation; undefined where there is none or it is erased. */
export interface Person {
  name: string | undefined
  nonce: string | undefined
  organization?: Organization | undefined
}

export interface PledgeIds {
  donation: string
  receiptKey: string
  code: string
  nameId: string
}

export const keptSeconds = { person: 30 * 86_400, pledge: 400 * 86_400, received: 3_653 * 86_400 } as const

/** A promise to give, with its first try to pay: not money yet. */
export function pledge(gift: Gift, ids: PledgeIds, attempt: PayAttempt, now: string): Donation {
  return {
    v: 1,
    id: ids.donation,
    receiptKey: ids.receiptKey,
    code: ids.code,
    program: gift.program,
    purposeVersion: gift.purposeVersion,
    entity: gift.entity,
    amountVnd: gift.amountVnd,
    lang: gift.lang,
    ...(gift.name === undefined ? {} : { nameId: ids.nameId }),
    createdAt: now,
    attempts: [attempt],
    payments: [],
    refunds: [],
    expiresAtSeconds: seconds(now) + keptSeconds.pledge,
  }
}

/** A try to pay that begins now; the provider's page closes after `opensSeconds`. */
export const attemptAt = (
  { provider, choice }: { provider: ProviderName; choice?: string | undefined },
  reference: string,
  opensSeconds: number,
  now: string,
): PayAttempt => ({
  provider,
  ...(choice === undefined ? {} : { choice }),
  reference,
  createdAt: now,
  expiresAt: later(now, opensSeconds),
})

/** The most tries to pay one gift: what is kept of it must leave room for the money. */
export const mostAttempts = 40

/** Is this a try to pay by that way? */
export const isOf = (
  attempt: Pick<PayAttempt, 'provider' | 'choice'>,
  { provider, choice }: { provider: ProviderName; choice?: string | undefined },
): boolean => attempt.provider === provider && attempt.choice === choice

/**
 * Does nothing lead to money by the last attempt any more, because its page closed or is used up, or another way was
 * chosen? Never where money came or may have moved. `failed`: the reference of an attempt that its provider says, signed, came to nothing, before it told us.
 */
export function needsAttempt(
  donation: Donation,
  way: { provider: ProviderName; choice?: string | undefined },
  now: string,
  failed?: string,
): boolean {
  const last = donation.attempts.at(-1)!
  // A page is good for one try: a provider that made it, or VNPAY, takes no reference twice.
  const isUsedUp = stateOf(donation) === 'declined' || last.reference === failed
  return mayPay(donation) && (last.expiresAt <= now || isUsedUp || !isOf(last, way))
}

/** Money that came outweighs anything a provider said before or after. */
export function stateOf({ payments, heard }: Pick<Donation, 'payments' | 'heard'>): State {
  if (payments.length > 0) return 'received'
  if (heard?.meaning === 'moved') return 'checking'
  return heard ? 'declined' : 'waiting'
}

/** May the donor pay? Not where money came, or may have moved. */
export const mayPay = (of: Pick<Donation, 'payments' | 'heard'>): boolean =>
  ['waiting', 'declined'].includes(stateOf(of))

/** The state as the flags that a page shows by. */
export const stateFlags = (donation: Pick<Donation, 'payments' | 'heard'>): Record<State, boolean> => {
  const state = stateOf(donation)
  return {
    received: state === 'received',
    waiting: state === 'waiting',
    checking: state === 'checking',
    declined: state === 'declined',
  }
}

/** Did this attempt bring money? Another attempt of the same gift may have, and then this one may still. */
export const isPaidBy = ({ attempts, payments }: Donation, reference: string): boolean =>
  payments.some((payment) => (payment.reference ?? attempts[0]!.reference) === reference)

export const receivedVnd = ({ payments }: Pick<Donation, 'payments'>): Vnd =>
  payments.reduce((sum, { amountVnd }) => sum + amountVnd, 0)

/** Is this the same gift (a retry), or another one under the same attempt? Name and organization count only while they are kept. */
export const sameGift = (kept: Donation, { name, nonce, organization }: Person, gift: Gift): boolean =>
  kept.program === gift.program &&
  kept.amountVnd === gift.amountVnd &&
  (kept.nameId !== undefined) === (gift.name !== undefined) &&
  (name === undefined || name === gift.name) &&
  (nonce === undefined || organization?.taxCode === gift.organization?.taxCode)
