import { type ProviderName, providers } from '../donations/way.ts'
import { key } from '../store/keys.ts'
import { query } from '../store/table.ts'
import { dayOf } from '../time.ts'
import { accountOf, transfer } from '../transfers/transfer.ts'
import { type BookDay, bookDay } from './book-day-store.ts'
import type { DayFacts, ProviderFacts } from './day.ts'
import { paidOf } from './known-store.ts'
import type { Paid, Taken } from './match.ts'
import { leftOn, owedOn } from './out-store.ts'
import { samesOf } from './row-review-store.ts'
import { chunksOf, filesOf, saidOf } from './store.ts'
import type { DayFile, TakenRow } from './taken.ts'

/** Everything that is known of a day: the book, the files that tell of it, and the rows of other days that name its payments. */
export async function dayFacts(day: string): Promise<DayFacts> {
  const [book, files, left] = await Promise.all([bookDay(day), filesOf(day), outgoingOn(day)])
  const each = await Promise.all(
    providers.map((provider) =>
      providerFacts(
        day,
        provider,
        book,
        files.filter((file) => file.provider === provider),
      ),
    ),
  )
  return { day, providers: each, refunds: book.refunds, payouts: book.payouts, outVnd: left }
}

const outgoingOn = async (day: string): Promise<number> =>
  (await query(key.outgoing(day, '').pk)).reduce((sum, item) => sum + transfer.parse(item).amountVnd, 0)

/** The rows of a day in the files that tell of it; what two files tell of counts once, as the later one says it. */
async function rowsOf(day: string, files: readonly DayFile[]): Promise<TakenRow[]> {
  const each = await Promise.all([...new Set(files.map(({ sha256 }) => sha256))].map(chunksOf))
  const rows = each.flatMap((chunks) => chunks.flatMap((chunk) => chunk.rows)).filter((row) => row.day === day)
  return [...new Map(rows.map((row) => [row.name, row])).values()]
}

/** With the id of our transfer where a person found a row to be it; a row that another one names already stays as it is. */
async function joined(rows: readonly TakenRow[]): Promise<TakenRow[]> {
  const sames = await samesOf(rows)
  const named = new Set(rows.map(({ transactionId }) => transactionId))
  return rows.map((row) => {
    const like = sames.get(row.transactionId)
    if (like === undefined || named.has(like)) return row
    named.add(like)
    return { ...row, transactionId: like, found: 'matched' }
  })
}

/** Which payments the listings of a day speak of: without any of them, all wait alike. */
function tellsOf(whole: readonly DayFile[]): (of: { transactionId: string }) => boolean {
  const told = new Set(whole.flatMap(({ accounts = [] }) => accounts))
  if (whole.length === 0 || whole.some(({ accounts }) => !accounts)) return () => true
  return ({ transactionId }) => told.has(accountOf(transactionId))
}

async function providerFacts(
  day: string,
  provider: ProviderName,
  book: BookDay,
  files: readonly DayFile[],
): Promise<ProviderFacts> {
  const whole = files.filter(({ isWhole }) => isWhole)
  const isTold = tellsOf(whole)
  const all = book.paid.get(provider) ?? []
  const wentBack = book.refunds.filter((each) => each.provider === provider)
  const rows = await rowsOf(day, files)
  const payments = await joined(rows.filter(({ kind }) => kind === 'payment'))
  const named = new Set(payments.map(({ transactionId }) => transactionId))
  const isCompared = (of: Paid) => isTold(of) || named.has(of.transactionId)
  const own = all.filter(isCompared)
  const known = new Set(own.map(({ transactionId }) => transactionId))
  const [paid, elsewhere] = await Promise.all([
    paidOf(
      provider,
      payments.map(({ transactionId }) => transactionId).filter((id) => !known.has(id)),
    ),
    rowsElsewhere(
      provider,
      own.map(({ transactionId }) => transactionId).filter((id) => !named.has(id)),
    ),
  ])
  const sumOf = (kind: TakenRow['kind']) => rows.filter((row) => row.kind === kind)
  return {
    provider,
    paid: [...own, ...paid],
    untold: all.filter((each) => !isCompared(each)),
    rows: [...payments, ...elsewhere],
    wentBack,
    refunds: sumOf('refund'),
    ...(provider === 'bank' && whole.length > 0
      ? { left: await leftOn(day, sumOf('outgoing')), owed: await owedOn(day, book.payouts, wentBack) }
      : { left: [], owed: [] }),
    outVnd: sumOf('outgoing').reduce((sum, { amountVnd }) => sum + amountVnd, 0),
    files: whole,
  }
}

/** What files of other days said of payments. */
async function rowsElsewhere(provider: ProviderName, ids: readonly string[]): Promise<Taken[]> {
  const said = await saidOf(ids.map((transactionId) => ({ provider, kind: 'payment', transactionId, at: '' })))
  return said.flatMap((all) => {
    const last = all.at(-1)
    if (!last) return []
    const { line, transactionId, amountVnd, feeVnd, found, at } = last
    return [{ line, transactionId, amountVnd, feeVnd, found, day: dayOf(at) }]
  })
}
