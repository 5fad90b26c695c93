import type { Draw } from '../donations/payment-store.ts'
import { putOnce } from '../store/once.ts'
import { dayOf } from '../time.ts'
import { hold } from '../transfers/held-store.ts'
import { isOurs } from '../transfers/record-store.ts'
import { aliasItem } from '../transfers/told-store.ts'
import { accountOf, firstOf, isOtherDay } from '../transfers/transfer.ts'
import type { PaidBy } from './fee.ts'
import { giftOf, keepFees } from './fee-store.ts'
import { type Payment, paymentsOf } from './known-store.ts'
import { likesOf } from './likes-store.ts'
import { type Found, findOf } from './match.ts'
import { keepLeft, ourReference, paymentKeyOf, recover, transferOf } from './recover-store.ts'
import { nameOf, type Row } from './row.ts'
import { reviewRow } from './row-review-store.ts'
import { isKnown, type Settled, settledOf } from './settled.ts'
import { keepSettled, saidOf } from './store.ts'
import type { TakenRow } from './taken.ts'
import { asTold, type Named } from './told-as-store.ts'

/** The accounts in rows that an entity has. */
async function ownAccounts(rows: readonly Row[]): Promise<Set<string>> {
  const all = [
    ...new Set(rows.flatMap(({ provider, transactionId: id }) => (provider === 'bank' ? [accountOf(id)] : []))),
  ]
  const are = await Promise.all(all.map(isOurs))
  return new Set(all.filter((_, place) => are[place]))
}

type Like = Pick<Payment, 'transactionId' | 'amountVnd'>

/** `like`: the payment of ours that a missing transfer may be. */
interface Looked {
  row: Named
  said: Settled[]
  found: Found
  like: Like | undefined
}

/** What each row is to our books before anything is done for it; nothing is written. `isFresh`: whatever it was when it was first told. */
export async function looked(all: readonly Row[], { isFresh = false } = {}): Promise<Looked[]> {
  const rows = await asTold(await dated(all))
  const [said, payments] = await Promise.all([saidOf(rows), paymentsOf(rows)])
  const isMissing = (row: Row, place: number) => row.kind === 'payment' && payments[place] === undefined
  const [likes, ours] = await Promise.all([likesOf(rows.filter(isMissing), rows), ownAccounts(rows)])
  return Promise.all(
    rows.map(async (row, place) => {
      const before = said[place]!
      const first = before[0]?.found
      const paidVnd = payments[place]?.amountVnd
      const isNamed = row.kind === 'payment' && paidVnd === undefined && (await ourReference(row)) !== undefined
      // What was missing when a file first told of it is there since; what it was then stays said.
      const isAsBefore = !isFresh && first !== undefined && isKnown(before.at(-1)!, row)
      const isForeign = row.provider === 'bank' && !ours.has(accountOf(row.transactionId))
      const like = likes.get(row) ?? repeated(row)
      const found = isAsBefore
        ? first
        : findOf(row, { paidVnd, isOurs: isNamed, maybeSame: like !== undefined, isForeign })
      return { row, said: before, found, like }
    }),
  )
}

/** The first row of the same reference and sum: it may be one movement that stands in the file twice. */
function repeated({ transactionId, amountVnd }: Row): Like | undefined {
  const first = firstOf(transactionId)
  return first === undefined ? undefined : { transactionId: first, amountVnd }
}

/** With the day in the id of a transfer whose reference and sum the bank gave to another day’s movement too. */
async function dated(rows: readonly Row[]): Promise<Row[]> {
  if (rows[0]?.provider !== 'bank') return [...rows]
  // What is held has no payment, but a file said when it came.
  const [payments, said] = await Promise.all([paymentsOf(rows), saidOf(rows)])
  const first = new Map<string, string>()
  const dates = new Map<string, string>()
  return rows.map((row, place) => {
    const { transactionId, at } = row
    const id = firstOf(transactionId) ?? transactionId
    const ofDay = `${id} ${dayOf(at)}`
    const before = payments[place]?.paidAt ?? said[place]?.[0]?.at ?? first.get(id) ?? at
    first.set(id, first.get(id) ?? at)
    const isNext = row.kind === 'payment' && isOtherDay(before, at)
    // A repeat has the day of the movement that it repeats.
    const date = dates.get(ofDay) ?? (isNext ? `.${dayOf(at).replaceAll('-', '')}` : '')
    dates.set(ofDay, date)
    return date === '' ? row : { ...row, transactionId: `${id}${date}${transactionId.slice(id.length)}` }
  })
}

/**
 * Takes one row: keeps first what it says, then does what follows of it. Each step is once for ever, so that a run which
 * died anywhere is finished by the next, and twenty at once are as good as one.
 */
export async function takeRow(
  { row, said, found, like }: Looked,
  file: { sha256: string; payers: ReadonlyMap<string, PaidBy> },
  draw: Draw,
  now: string,
): Promise<TakenRow> {
  const { all, own } = await keepSaid(row, said, found, file.sha256, now)
  // Whoever names it by the bank's reference next means the same.
  if (row.bankId !== undefined) await putOnce(aliasItem(row.bankId, row))
  await act(row, own, like, draw, now)
  const gift = await giftOf(row, all)
  const moves = await keepFees(row, gift, all, file.payers, draw, now)
  const changed = moves.find(({ ordinal }) => ordinal === own.ordinal)
  const { line, kind, transactionId, amountVnd, at } = row
  return {
    ...{ line, kind, transactionId, amountVnd, name: nameOf(row), day: dayOf(at), found: own.found },
    ...(own.feeVnd === undefined ? {} : { feeVnd: own.feeVnd }),
    ...(changed?.beforeVnd === undefined ? {} : { feeBeforeVnd: changed.beforeVnd }),
    ...(own.feeVnd && !gift ? { feeUnkept: true } : {}),
    ...(kind === 'refund' && gift ? { giftEntryId: gift.entryId } : {}),
  }
}

/** All that files said of the row’s event, and which of it this file says: a file says it once, however often it comes. */
async function keepSaid(row: Row, said: Settled[], found: Found, sha256: string, now: string) {
  let all = said
  for (;;) {
    const last = all.at(-1)
    const own = all.find((each) => each.sha256 === sha256) ?? (last && isKnown(last, row) ? last : undefined)
    if (own) return { all, own }
    const next = settledOf(row, last, found, { sha256, now })
    if (await keepSettled(next)) return { all: [...all, next], own: next }
    all = (await saidOf([row]))[0]!
  }
}

/** What follows of a row beside its fee. */
async function act(row: Row, of: Settled, like: Like | undefined, draw: Draw, now: string): Promise<void> {
  if (['recovered', 'unallocated', 'unknown'].includes(of.found)) await recover(row, draw, now)
  if (of.found === 'foreign') await (row.kind === 'payment' ? recover : keepLeft)(row, draw, now)
  if (of.found === 'outgoing') await keepLeft(row, draw, now)
  if (of.found === 'maybe-same') {
    await hold(transferOf(row, 'in'))
    const ours = { oursVnd: like?.amountVnd, like: like?.transactionId }
    await reviewRow(row, of, 'maybe-same', ours, now)
  }
  if (of.found === 'unknown') await reviewRow(row, of, 'unknown-row', {}, now)
  if (of.found === 'refund' && (await paymentKeyOf(row)) === undefined)
    await reviewRow(row, of, 'unknown-refund', { oursVnd: 0 }, now)
  if (of.found === 'amount-differs') {
    const [payment] = await paymentsOf([row])
    await reviewRow(row, of, 'amount-differs', { oursVnd: payment?.amountVnd }, now)
  }
}
