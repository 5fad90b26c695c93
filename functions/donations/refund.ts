import * as z from 'zod'
import { type LedgerItem, refundPostings } from '../ledger/entry.ts'
import type { Vnd } from '../money.ts'
import { shortId } from '../office/short-id.ts'
import { dayOf, hourOf, later } from '../time.ts'
import { carries, type Transfer } from '../transfers/transfer.ts'
import type { Back, RefundSaid } from './providers/provider.ts'
import { commitment } from './receipt.ts'
import { type Came, came, isUnderWay, type Refunded, type RefundState, refundState } from './refundable.ts'

const next: Readonly<Record<RefundState, readonly RefundState[]>> = {
  asked: ['sent', 'refused'],
  sent: ['accepted', 'unknown', 'done', 'refused'],
  accepted: ['done', 'refused'],
  unknown: ['accepted', 'done', 'refused'],
  'to-transfer': ['done', 'refused'],
  gone: ['done', 'refused'],
  done: [],
  refused: [],
}
export const isFinal = (state: RefundState): boolean => next[state].length === 0

const instant = z.iso.datetime()

export const refund = z.object({
  v: z.literal(1),
  id: z.string(),
  came,
  amountVnd: z.int().positive(),
  /** Ours at the provider, fixed for ever. */
  refundReference: z.string(),
  entryId: z.string(),
  state: refundState,
  because: z.string(),
  by: z.string(),
  askedAt: instant,
  sentAt: instant.optional(),
  /** When to look after it again. */
  nextAt: instant,
  /** What the provider said last, in its own code. */
  code: z.string().optional(),
  /** The provider's or the bank's own id of the money that went back. */
  transactionId: z.string().optional(),
  endedAt: instant.optional(),
  endedBy: z.string().optional(),
})
export type Refund = z.infer<typeof refund>

export interface RefundOrder {
  amountVnd: Vnd
  because: string
  by: string
  /** 1, or more for another refund of the same sum of the same payment. */
  nth: number
}

/** Who gives it back: a provider that is asked, a person by the bank, or somebody who did so already. */
export type Begins = Extract<RefundState, 'asked' | 'to-transfer' | 'gone'>

/** An intent to give back. The same order has the same id, and the reference at the provider never changes. */
export function askFor(of: Came, order: RefundOrder, state: Begins, entryId: string, now: string): Refund {
  const { amountVnd, because, by, nth } = order
  const id = refundId(of.paymentKey, order)
  return {
    v: 1,
    id,
    came: of,
    amountVnd,
    refundReference: `RF${dayOf(now).slice(2).replaceAll('-', '')}${shortId(18, of.paymentKey, amountVnd, nth)}`,
    entryId,
    state,
    because,
    by,
    askedAt: now,
    nextAt: later(now, waits[0]!),
  }
}

export const refundId = (paymentKey: string, { amountVnd, nth }: Pick<RefundOrder, 'amountVnd' | 'nth'>): string =>
  shortId(10, paymentKey, amountVnd, nth)

/** What a person writes into the transfer, so that it is found again on the account. */
export const memoOf = ({ id }: Pick<Refund, 'id'>): string => `HOAN ${id}`

/** Does a transfer carry the refund's words, of whatever sum? */
export const namesRefund = (of: Pick<Refund, 'id'>, transfer: Pick<Transfer, 'direction' | 'text'>): boolean =>
  transfer.direction === 'out' && carries(transfer, memoOf(of))

const minute = 60
const day = 86_400
const waits = [minute, 5 * minute, 15 * minute, 60 * minute, 6 * 60 * minute]

/** When to look again: after 1, 5, 15 and 60 minutes, then each six hours. */
export function nextLook(since: string, now: string): string {
  return waits.map((wait) => later(since, wait)).find((at) => at > now) ?? later(now, waits.at(-1)!)
}

/** The refund after it went from one state to another. Throws if it cannot. */
export function moved(from: Refund, state: RefundState, now: string, more: Partial<Refund> = {}): Refund {
  if (!next[from.state].includes(state)) throw new Error(`refund: from ${from.state} never to ${state}`)
  return {
    ...from,
    ...more,
    state,
    nextAt: nextLook(from.sentAt ?? from.askedAt, now),
    ...(state === 'sent' ? { sentAt: now } : {}),
    ...(isFinal(state) ? { endedAt: now } : {}),
  }
}

/** The refund after a provider's word. A word that says no more than is known only puts off the next look. */
export function heardOf(from: Refund, { state, code, transactionId }: RefundSaid, now: string): Refund {
  const more = { code, ...(transactionId ? { transactionId } : {}) }
  if (next[from.state].includes(state)) return moved(from, state, now, more)
  return { ...from, code, nextAt: nextLook(from.sentAt ?? from.askedAt, now) }
}

/** Has it been without an end for so long that a person must look? Cards take days to say that they are done. */
export const isUnclear = ({ state, sentAt }: Refund, now: string): boolean =>
  sentAt !== undefined &&
  now >= later(sentAt, (state === 'accepted' ? 14 : 3) * day) &&
  ['sent', 'unknown', 'accepted'].includes(state)

/** What a provider is told. `refunds`: all of what it is taken from. */
export function backTo(
  { came: of, refundReference, amountVnd, by, id, state, askedAt }: Refund,
  refunds: readonly Refunded[],
  now: string,
): Back {
  const others = refunds.filter((each) => each.paymentKey === of.paymentKey && each.id !== id)
  return {
    refundReference,
    reference: of.reference,
    transactionId: of.transactionId,
    amountVnd,
    paidVnd: of.amountVnd,
    createdAt: of.createdAt,
    orderedAt: askedAt,
    now,
    by,
    isOnly: others.length === 0,
    isOnlyOpen: !others.some(isUnderWay),
    isAccepted: state === 'accepted',
  }
}

export const remembered = ({ id, came: of, amountVnd, state, entryId, endedAt }: Refund): Refunded => ({
  id,
  paymentKey: of.paymentKey,
  amountVnd,
  state,
  entryId,
  ...(endedAt ? { endedAt } : {}),
})

/** The entry of money that went back. Made of the refund alone, and keyed by it: there is never a second one. */
export function refundEntry(of: Refund, nonce: string): LedgerItem {
  const { id, came: from, amountVnd, entryId, endedAt = of.askedAt } = of
  const receipt = {
    format: 'learning-city-refund-v1',
    refund: id,
    program: from.program,
    provider: from.provider,
    amountVnd,
    currency: 'VND',
    refundedAt: endedAt,
    of: from.entryId,
    entryId,
  }
  return {
    v: 1,
    entryId,
    kind: 'refund',
    program: from.program,
    postings: refundPostings(from.program, amountVnd),
    currency: 'VND',
    hour: hourOf(endedAt),
    commitment: commitment(receipt, nonce),
    relatedEntryId: from.entryId,
    paymentKey: refundKey(id),
    recordedAt: endedAt,
    receipt,
  }
}
export const refundKey = (id: string): string => `refund#${id}`
