import { type ProviderName, providers } from '../donations/way.ts'
import { key } from '../store/keys.ts'
import { query } from '../store/table.ts'
import { dayOf } from '../time.ts'
import { transfer } from '../transfers/transfer.ts'
import { bookDay } from './book-day-store.ts'
import { paidOf } from './known-store.ts'
import type { Paid, Taken } from './match.ts'
import type { DayFacts, ProviderFacts } from './statement.ts'
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
        book.paid.get(provider) ?? [],
        files.filter((file) => file.provider === provider),
        book.refundedBy.get(provider) ?? 0,
      ),
    ),
  )
  return { day, providers: each, refunded: book.refunded, paidOut: book.paidOut, outVnd: left }
}

const outgoingOn = async (day: string): Promise<number> =>
  (await query(key.outgoing(day, '').pk)).reduce((sum, item) => sum + transfer.parse(item).amountVnd, 0)

/** The rows of a day in the files that tell of it; what two files tell of counts once, as the later one says it. */
async function rowsOf(day: string, files: readonly DayFile[]): Promise<TakenRow[]> {
  const each = await Promise.all([...new Set(files.map(({ sha256 }) => sha256))].map(chunksOf))
  const rows = each.flatMap((chunks) => chunks.flatMap((chunk) => chunk.rows)).filter((row) => row.day === day)
  return [...new Map(rows.map((row) => [row.name, row])).values()]
}

async function providerFacts(
  day: string,
  provider: ProviderName,
  own: readonly Paid[],
  files: readonly DayFile[],
  refundedVnd: number,
): Promise<ProviderFacts> {
  const rows = await rowsOf(day, files)
  const payments = rows.filter(({ kind }) => kind === 'payment')
  const known = new Set(own.map(({ transactionId }) => transactionId))
  const named = new Set(payments.map(({ transactionId }) => transactionId))
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
  const whole = files.filter(({ isWhole }) => isWhole)
  const sumOf = (kind: TakenRow['kind']) => rows.filter((row) => row.kind === kind)
  return {
    provider,
    paid: [...own, ...paid],
    rows: [...payments, ...elsewhere],
    refundedVnd,
    refunds: sumOf('refund'),
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
