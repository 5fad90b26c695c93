import * as z from 'zod'
import { keptSeconds } from '../donations/donation.ts'
import { commitment, receiptNumber } from '../donations/receipt.ts'
import { type Came, leftOf, refunded } from '../donations/refundable.ts'
import type { ProviderName } from '../donations/way.ts'
import { giftPostings, type LedgerItem, unallocated } from '../ledger/entry.ts'
import type { Vnd } from '../money.ts'
import { hourOf, seconds } from '../time.ts'

/** One movement on a bank account, as the bank or a service that reads it told. */
export const transfer = z.object({
  /** Number of the city's account. */
  account: z.string(),
  /** The movement's own id, unique for ever: the bank's reference where there is one. */
  transactionId: z.string(),
  direction: z.enum(['in', 'out']),
  amountVnd: z.int().positive(),
  at: z.iso.datetime(),
  /** What the payer or the bank wrote: never public, it may hold anything. */
  text: z.string(),
  /** The id under which its teller told of it: the same word again has the same. Absent where a file told of it. */
  toldAs: z.string().optional(),
})
export type Transfer = z.infer<typeof transfer>

/** Vouchers of money, with what the payer’s bank wrote, are kept ten years (Decree 174/2016), and no longer: they name persons. */
export const voucherUntil = (at: string): { expiresAtSeconds: number } => ({
  expiresAtSeconds: seconds(at) + keptSeconds.received,
})

/** Letters and figures only: who tells of an account or a reference writes the marks between them in its own way. */
const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/**
 * The id of a movement, the same whoever tells of it: SePay, payOS or the bank's statement. `reference` is the bank's own,
 * else one that the teller made.
 */
export const transactionIdOf = (of: Pick<Transfer, 'account' | 'amountVnd'> & { reference: string }): string =>
  `${plain(of.account)}.${plain(of.reference)}.${of.amountVnd}`

/** How references begin that a teller made, for the bank's own was not told. */
export const tellers = { sepay: 'SEPAY', payos: 'PAYOS' } as const

/** The account in a movement's id. */
export const accountOf = (transactionId: string): string => transactionId.split('.')[0]!

/** Who made the reference in a movement's id; undefined if the bank did. */
export const tellerOf = (transactionId: string): string | undefined =>
  Object.values(tellers).find((teller) => transactionId.split('.')[1]?.startsWith(teller))

/** What one service told of money on an account, as far as another one may tell the same. */
export const word = transfer.pick({ transactionId: true, at: true, toldAs: true }).extend({
  /** The memo of ours in its words; empty if there is none. */
  memo: z.string(),
})
export type Word = z.infer<typeof word>

/** Tellers take the bank's time; they differ by less. */
export const nearMs = 15 * 60_000

/** May two words of one account and sum be of one movement? Not if both have the bank's reference, nor if one teller numbers them apart. */
export const mayBeSame = (a: Word, b: Word): boolean =>
  a.transactionId !== b.transactionId &&
  tellerOf(a.transactionId) !== tellerOf(b.transactionId) &&
  (a.toldAs === undefined || b.toldAs === undefined || a.toldAs === b.toldAs) &&
  (a.memo === b.memo || a.memo === '' || b.memo === '') &&
  Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= nearMs

/** The quarters of an hour in which whatever may be the same was told; its own first. */
export const quartersOf = (at: string): number[] => {
  const own = Math.floor(Date.parse(at) / nearMs)
  return [own, own - 1, own + 1]
}

/** Is the reference in a movement's id a teller's? Then the bank's statement names the same movement otherwise. */
export const isTellersOwn = (transactionId: string): boolean => tellerOf(transactionId) !== undefined

/** Account and the bank's reference in a movement's id. Some banks give one reference to several movements, so the sum stands in it too. */
export const movementOf = (transactionId: string): string => transactionId.split('.').slice(0, 2).join('.')

/** The id of the same movement with its teller's own reference in place of the bank's. */
export const toldIdOf = (transactionId: string, toldAs: string): string =>
  [accountOf(transactionId), toldAs, transactionId.split('.')[2]].join('.')

/** Movements of one reference and sum that are told apart. */
export const mostRepeats = 99

/** The id of the second, third … movement that the bank gave this reference and sum. */
export const repeatOf = (transactionId: string, nth: number): string => `${transactionId}.${nth}`

/** The id of the first of them, if this is a later one. */
export const firstOf = (transactionId: string): string | undefined =>
  /^([^.]*\.[^.]*\.\d+(?:\.\d{8})?)\.\d{1,2}$/.exec(transactionId)?.[1]

/** Do the words of a transfer hold a memo of letters? Banks put their own text around it, and drop blanks. */
export const carries = ({ text }: Pick<Transfer, 'text'>, memo: string): boolean =>
  text
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .includes(memo.replace(/[^A-Z]/g, ''))

export const sameAccount = (a: string, b: string): boolean => plain(a) === plain(b)

/** Some banks count their references anew each day: the same one so much later is another movement. */
export const isOtherDay = (a: string, b: string): boolean => Math.abs(Date.parse(a) - Date.parse(b)) > 36 * 3_600_000

/** Money that came without a code of ours. It is public as a sum; whose it is, a person finds out. */
export const income = transfer.extend({
  v: z.literal(1),
  paymentKey: z.string(),
  entryId: z.string(),
  nonce: z.string(),
  number: z.string(),
  recordedAt: z.iso.datetime(),
  /** The program that it was given to by a recorded entry; absent while nobody knows. */
  allocatedTo: z.string().optional(),
  /** What a provider kept of it, taken from the fund of unknown programs while it lay there. */
  feesVnd: z.int().default(0),
  refunds: z.array(refunded).default([]),
})
export type Income = z.infer<typeof income>

interface Ids {
  entryId: string
  digits: string
}

/** What a transfer without a code adds: an entry of the fund whose program is not known. `from`: who brought it, if not the bank. */
export function incomeOf(
  of: Transfer,
  nonce: string,
  { entryId, digits }: Ids,
  now: string,
  from: { provider: ProviderName; transactionId: string } = { provider: 'bank', transactionId: of.transactionId },
) {
  const paymentKey = `${from.provider}#${from.transactionId}`
  const receivedAt = of.at <= now ? of.at : now
  const number = receiptNumber(receivedAt, digits)
  const receipt = {
    format: 'learning-city-receipt-v1',
    number,
    program: unallocated,
    provider: from.provider,
    amountVnd: of.amountVnd,
    currency: 'VND',
    receivedAt,
    entryId,
  }
  const ledger: LedgerItem = {
    v: 1,
    entryId,
    kind: 'gift',
    program: unallocated,
    postings: giftPostings(from.provider, unallocated, of.amountVnd),
    currency: 'VND',
    hour: hourOf(now),
    commitment: commitment(receipt, nonce),
    paymentKey,
    recordedAt: now,
    receipt,
  }
  const kept: Income = { ...of, v: 1, paymentKey, entryId, nonce, number, recordedAt: now, feesVnd: 0, refunds: [] }
  return { kept, ledger }
}

/** What of it may go back, from the fund where it is now. */
export const cameAs = ({ transactionId, at, amountVnd, paymentKey, entryId, allocatedTo }: Income): Came => ({
  from: 'income',
  id: transactionId,
  paymentKey,
  provider: 'bank',
  transactionId,
  reference: '',
  createdAt: at,
  amountVnd,
  program: allocatedTo ?? unallocated,
  entryId,
})

/** Stands where a program stands once it is known that a provider paid over what donors had given through it. */
const settlement = 'settlement:'
export const settledBy = (provider: ProviderName): string => `${settlement}${provider}`
/** Who paid it over; undefined where a program stands. */
export const settlerIn = (program = ''): string | undefined =>
  program.startsWith(settlement) ? program.slice(settlement.length) : undefined
export const isSettlement = (program?: string): boolean => settlerIn(program) !== undefined

/** Đồng of it that are there to be given to a program: neither what goes back to the payer nor fees are, and a provider's is nobody's gift. */
export const leftIn = (of: Income): Vnd =>
  isSettlement(of.allocatedTo) ? 0 : Math.max(0, leftOf(of, of.refunds) - of.feesVnd)

/** Under which an income is kept: a transfer's own id, else its provider and the provider's id. */
export const incomeIdOf = (provider: ProviderName, transactionId: string): string =>
  provider === 'bank' ? transactionId : `${provider}.${transactionId}`
