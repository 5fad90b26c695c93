import { createHash } from 'node:crypto'
import { type ProviderName, providers } from '../../functions/donations/way.ts'
import { textOf } from '../../functions/reconciliation/cells.ts'
import { readFile } from '../../functions/reconciliation/file.ts'
import { founds, netOf } from '../../functions/reconciliation/match.ts'
import type { StatementFile } from '../../functions/reconciliation/row.ts'
import { type Days, maxRows, type Order } from '../../functions/reconciliation/taken.ts'
import type { Tally } from '../../functions/reconciliation/tally.ts'
import { Refusal } from '../../functions/refusal.ts'
import { dayOf } from '../../functions/time.ts'
import { movementOf } from '../../functions/transfers/transfer.ts'
import { sayRefusal } from '../../functions/words/words.ts'
import { providerIn } from './names.ts'
import { type Lang, say } from './reconcile-words.ts'

/** What the command needs of the world. */
export interface Desk {
  lang: Lang
  /** Runs a verb of the city by its name; throws the sentence of a refusal. */
  order<T>(verb: string, input: object): Promise<T>
  print(line: string): void
  ask(question: string): Promise<string>
  /** True where a script gave its yes beforehand. */
  sure: boolean
}

export interface Asked {
  provider: string
  bytes: Uint8Array
  /** The bank account, where the file does not say it. */
  account?: string | undefined
  /** Days that the file tells of whole; those of its rows if nobody says. */
  from?: string | undefined
  to?: string | undefined
  /** What arrived on the bank account for it, where the file does not say it. */
  payoutVnd?: number | undefined
}

interface Done {
  tally: Tally
  paid?: { count: number; vnd: number }
  isWhole: boolean
  statements: { day: string; version: number; differences: number }[]
}

function read({ provider, bytes, account }: Asked, lang: Lang): StatementFile & { provider: ProviderName } {
  const known = providers.find((name) => name === provider)
  if (!known) throw new Error(say(lang, 'which', { all: providers.join(', ') }))
  try {
    return { provider: known, ...readFile(textOf(bytes), known, account) }
  } catch (error) {
    if (error instanceof Refusal) throw new Error(sayRefusal(lang, error.code, error.with))
    throw error
  }
}

/** The days of the rows. A file of a day without a movement says its day by `--from`. */
function daysIn({ rows }: StatementFile, { from, to }: Asked, lang: Lang): Days {
  const days = rows.map(({ at }) => dayOf(at)).sort()
  const first = from ?? days[0]
  const last = to ?? from ?? days.at(-1)
  if (first === undefined || last === undefined) throw new Error(say(lang, 'no-rows'))
  const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
  if (!isDay(first) || !isDay(last) || first > last) throw new Error(say(lang, 'days-odd', { from: first, to: last }))
  return { from: first, to: last }
}

/** Rows in parts. Those of one movement stay in one part as far as it holds them, for they are judged together. */
function cut(rows: StatementFile['rows']): StatementFile['rows'][] {
  const parts: StatementFile['rows'][] = [[]]
  for (const together of Map.groupBy(rows, ({ transactionId }) => movementOf(transactionId)).values()) {
    const { length } = parts.at(-1)!
    if (length > 0 && length + together.length > maxRows) parts.push([])
    for (const row of together) {
      if (parts.at(-1)!.length === maxRows) parts.push([])
      parts.at(-1)!.push(row)
    }
  }
  return parts
}

/** The file in parts that the function takes one by one. */
function partsOf(file: ReturnType<typeof read>, asked: Asked, days: Days): Order[] {
  const parts = cut(file.rows)
  const netVnd = asked.payoutVnd ?? file.netVnd
  return parts.map((rows, chunk) => ({
    ...{ provider: file.provider, chunk, chunks: parts.length, days, rows },
    sha256: createHash('sha256').update(asked.bytes).digest('hex'),
    ...(netVnd === undefined ? {} : { netVnd }),
  }))
}

const take = 'reconciliation/take'

const isYes = (typed: string): boolean => /^(có|co|c|yes|y)$/i.test(typed.normalize('NFC').trim())

/**
 * Compares the books with a provider’s or bank’s file: reads it, tells what would be done, asks, and does it. Safe to
 * repeat: the same file changes nothing twice. Returns false if the answer was no.
 */
export async function reconcile(desk: Desk, asked: Asked): Promise<boolean> {
  const { order, lang, print, ask, sure } = desk
  const file = read(asked, lang)
  const days = daysIn(file, asked, lang)
  const parts = partsOf(file, asked, days)
  print(
    say(lang, 'read', { rows: file.rows.length, failed: file.failed, provider: providerIn({ lang }, file.provider) }),
  )
  print(say(lang, 'days', { from: { day: days.from }, to: { day: days.to } }))
  const tellNet = parts[0]!.netVnd
  if (tellNet !== undefined) {
    const sums = { stated: { vnd: tellNet }, sum: { vnd: netOf(file.rows) } }
    print(say(lang, tellNet === netOf(file.rows) ? 'net-agrees' : 'net-differs', sums))
  }
  const dry: Done[] = []
  for (const part of parts) dry.push(await order<Done>(take, { ...part, dry: true }))
  const tallies = dry.map(({ tally }) => tally)
  const { paid } = dry[0]!
  const named = tallies.reduce((sum, { found: of }) => sum + of.matched.count + of['amount-differs'].count, 0)
  if (paid) print(say(lang, 'paid', { count: paid.count, sum: { vnd: paid.vnd }, named }))
  for (const found of founds) {
    const of = tallies.map((tally) => tally.found[found])
    const count = of.reduce((sum, each) => sum + each.count, 0)
    if (count > 0) print(say(lang, found, { count, sum: { vnd: of.reduce((sum, each) => sum + each.vnd, 0) } }))
  }
  print(say(lang, 'fees', { sum: { vnd: tallies.reduce((sum, { feesVnd }) => sum + feesVnd, 0) } }))
  if (!sure && !isYes(await ask(say(lang, 'sure')))) {
    print(say(lang, 'nothing'))
    return false
  }
  let done: Done | undefined
  for (const part of parts) done = await order<Done>(take, part)
  if (!done?.isWhole) throw new Error(say(lang, 'half'))
  for (const { day, version, differences } of done.statements)
    print(say(lang, 'statement', { day: { day }, version, differences }))
  if (done.statements.length === 0) print(say(lang, 'unchanged'))
  return true
}
