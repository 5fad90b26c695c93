import { type ProviderName, providers } from '../donations/way.ts'
import type { Batch, Head, Line } from '../ledger/batch.ts'
import { firstBatch } from '../ledger/book-store.ts'
import { unallocated } from '../ledger/entry.ts'
import { readBatches, readHead, readLedger, readWholeOutbox } from '../ledger/store.ts'
import { dayOf, later } from '../time.ts'
import { dayOfPayment, type Payment, paymentsOf, settledOf } from './known-store.ts'
import type { Paid } from './match.ts'
import type { WentBack, WentOut } from './out.ts'

/** A provider’s clock may run before ours by so much. */
const aheadSeconds = 3_600
/** Nobody tells us later than this of a payment, except a file: then its rows name it. */
const lateSeconds = 3 * 86_400
const atOnce = 64

interface Moved {
  kind: Line['kind']
  program: string
  entryId: string
  hour: string
  amountVnd: number
  paymentKey: string
}

/** What the book says of a day: payments by provider, and what went back and out. */
export interface BookDay {
  paid: ReadonlyMap<ProviderName, Paid[]>
  refunds: readonly WentBack[]
  payouts: readonly WentOut[]
}

/** Movements in the batches in which payments of a day, or of the days up to `last`, can stand. A batch names the ledger key of each of its lines. */
async function movedAbout(head: Head, day: string, last = day): Promise<Moved[]> {
  const from = await firstBatch(head, ({ committedAt }) => dayOf(later(committedAt, aheadSeconds)) >= day)
  const past = await firstBatch(head, ({ committedAt }) => dayOf(later(committedAt, -lateSeconds)) > last)
  const all: Moved[] = []
  for (let at = from; at < past; at += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, past - at) }, (_, ahead) => at + ahead)
    for (const batch of await readBatches(numbers)) all.push(...movedIn(batch))
  }
  return all
}

const movedIn = ({ lines, outbox }: Batch): Moved[] =>
  lines.map(({ kind, program, entryId, hour, amountVnd }, place) => ({
    ...{ kind, program, entryId, hour, amountVnd },
    paymentKey: outbox[place]!,
  }))

/** The days of the payments in a batch. */
export async function daysPaid(batch: Batch): Promise<string[]> {
  const ids = movedIn(batch).flatMap(({ kind, paymentKey }) => {
    const [provider = '', ...id] = paymentKey.split('#')
    return kind === 'gift' && isProvider(provider) ? [{ provider, transactionId: id.join('#') }] : []
  })
  return (await paymentsOf(ids)).flatMap((of) => (of ? [dayOfPayment(of)] : []))
}

/** What waits for its place in the book is in it for a statement. */
async function waiting(): Promise<Moved[]> {
  return (await readWholeOutbox()).map(({ kind, program, entryId, hour, paymentKey, postings }) => ({
    ...{ kind, program, entryId, hour, paymentKey },
    amountVnd: postings[1]![1],
  }))
}

const isProvider = (name: string): name is ProviderName => (providers as readonly string[]).includes(name)

/** Reads what the book and its outbox know of a day. */
export async function bookDay(day: string): Promise<BookDay> {
  // The outbox first: what the fold moves meanwhile is seen twice, never missed.
  const unfolded = await waiting()
  const moved = [...(await movedAbout(await readHead(), day)), ...unfolded]
  const each = [...new Map(moved.map((of) => [of.entryId, of])).values()]
  const gifts = each.flatMap(({ kind, paymentKey, entryId, program }) => {
    const cut = paymentKey.indexOf('#')
    const provider = paymentKey.slice(0, cut)
    return kind === 'gift' && isProvider(provider)
      ? [{ provider, transactionId: paymentKey.slice(cut + 1), entryId, isUnallocated: program === unallocated }]
      : []
  })
  const payments = await paymentsOf(gifts)
  const keyOf = ({ provider, transactionId }: (typeof gifts)[0]) => `${provider}#${transactionId}`
  const settled = await settledOf(gifts.filter(({ isUnallocated }) => isUnallocated).map(keyOf))
  const paid = new Map<ProviderName, Paid[]>()
  for (const [place, gift] of gifts.entries()) {
    const { provider, transactionId, entryId, isUnallocated } = gift
    const of = payments[place]
    if (!of || dayOfPayment(of) !== day) continue
    const all = paid.get(provider) ?? []
    const settledVnd = settled.get(keyOf(gift))
    all.push({ transactionId, entryId, isUnallocated, settledVnd, amountVnd: of.amountVnd, day })
    paid.set(provider, all)
  }
  return { paid, refunds: await wentBack(outOf(each, 'refund', day)), payouts: outOf(each, 'payout', day).map(wentOut) }
}

/** What left the funds by entries of a kind on a day. */
const outOf = (each: readonly Moved[], kind: Line['kind'], day: string): Moved[] =>
  each.filter((of) => of.kind === kind && dayOf(of.hour) === day)

const wentOut = ({ entryId, paymentKey, amountVnd }: Moved): WentOut => ({
  entryId,
  id: paymentKey.slice(paymentKey.indexOf('#') + 1),
  amountVnd: Math.abs(amountVnd),
})

/** Their vouchers name who carried them, and the gift. */
async function wentBack(refunds: readonly Moved[]): Promise<WentBack[]> {
  const entries = await readLedger(refunds.map(({ paymentKey }) => paymentKey))
  return refunds.map((of, place) => {
    const { receipt, relatedEntryId } = entries[place]!
    return { ...wentOut(of), provider: String(receipt.provider), giftEntryId: relatedEntryId }
  })
}

/** The days of the payments that the book, on a day, says a provider had paid over: their statements change. */
export async function daysSettledOn(day: string): Promise<string[]> {
  const unfolded = await waiting()
  const keys = [...(await movedAbout(await readHead(), day)), ...unfolded]
    .filter(({ kind, hour, paymentKey }) => kind === 'correction' && dayOf(hour) === day && isAllocation(paymentKey))
    .map(({ paymentKey }) => paymentKey.slice(allocation.length))
  const ids = keys.flatMap((paymentKey) => {
    const cut = paymentKey.indexOf('#')
    const provider = paymentKey.slice(0, cut)
    return isProvider(provider) ? [{ provider, transactionId: paymentKey.slice(cut + 1) }] : []
  })
  return (await paymentsOf(ids)).flatMap((of) => (of ? [dayOfPayment(of)] : []))
}

const allocation = 'allocation#'
const isAllocation = (paymentKey: string): boolean => paymentKey.startsWith(allocation)

/** Transfers into the account in the days whose ids are meant. */
export async function transfersIn(from: string, to: string, isMeant: (id: string) => boolean): Promise<Payment[]> {
  const unfolded = await waiting()
  const moved = [...(await movedAbout(await readHead(), from, to)), ...unfolded]
  const ids = moved.flatMap(({ kind, paymentKey }) => {
    const [provider, transactionId = ''] = paymentKey.split('#')
    return kind === 'gift' && provider === 'bank' && isMeant(transactionId) ? [transactionId] : []
  })
  const payments = await paymentsOf([...new Set(ids)].map((transactionId) => ({ provider: 'bank', transactionId })))
  return payments.flatMap((of) => of ?? [])
}
