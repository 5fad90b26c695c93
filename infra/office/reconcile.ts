import { type ProviderName, providers } from '../../functions/donations/way.ts'
import { textOf } from '../../functions/reconciliation/cells.ts'
import { readFile } from '../../functions/reconciliation/file.ts'
import { coverOf, digestOf, type Listing, partsOf } from '../../functions/reconciliation/listing.ts'
import { founds, netOf } from '../../functions/reconciliation/match.ts'
import type { StatementFile } from '../../functions/reconciliation/row.ts'
import type { Days } from '../../functions/reconciliation/taken.ts'
import type { Tally } from '../../functions/reconciliation/tally.ts'
import { Refusal } from '../../functions/refusal.ts'
import { dayOf } from '../../functions/time.ts'
import { sayRefusal } from '../../functions/words/words.ts'
import { providerIn, tellerIn } from './names.ts'
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
  /** The file; without it the provider itself is asked, of `day`. */
  bytes?: Uint8Array | undefined
  day?: string | undefined
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

function known(provider: string, lang: Lang): ProviderName {
  const found = providers.find((name) => name === provider)
  if (!found) throw new Error(say(lang, 'which', { all: providers.join(', ') }))
  return found
}

function read(bytes: Uint8Array, { provider, account }: Asked, lang: Lang): StatementFile {
  try {
    return readFile(textOf(bytes), known(provider, lang), account)
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

const take = 'reconciliation/take'

const isYes = (typed: string): boolean => /^(có|co|c|yes|y)$/i.test(typed.normalize('NFC').trim())

/** Reads a file, and tells what it says. */
function fromFile({ lang, print }: Desk, asked: Asked, bytes: Uint8Array): Listing {
  const file = read(bytes, asked, lang)
  const days = daysIn(file, asked, lang)
  const provider = known(asked.provider, lang)
  print(say(lang, 'read', { rows: file.rows.length, failed: file.failed, provider: providerIn({ lang }, provider) }))
  print(say(lang, 'days', { from: { day: days.from }, to: { day: days.to } }))
  const netVnd = asked.payoutVnd ?? file.netVnd
  if (netVnd !== undefined) {
    const sums = { stated: { vnd: netVnd }, sum: { vnd: netOf(file.rows) } }
    print(say(lang, netVnd === netOf(file.rows) ? 'net-agrees' : 'net-differs', sums))
  }
  const sha256 = digestOf(bytes, asked.account?.replace(/\W/g, ''))
  return {
    provider,
    sha256,
    days,
    rows: file.rows,
    ...coverOf(provider, file.rows),
    ...(netVnd === undefined ? {} : { netVnd }),
  }
}

/** Asks the provider itself, as the daily schedule does, and tells what it says. */
async function fromProvider({ lang, order, print }: Desk, asked: Asked): Promise<Listing> {
  const provider = known(asked.provider, lang)
  const told = await order<Listing>('reconciliation/fetch-day', { provider, day: asked.day })
  const day = { day: told.days.from }
  print(say(lang, 'told', { rows: told.rows.length, provider: tellerIn({ lang }, provider), day }))
  return told
}

/**
 * Compares the books with what a provider or bank says, in a file or by itself: reads it, tells what would be done, asks,
 * and does it. Safe to repeat: the same words change nothing twice. Returns false if the answer was no.
 */
export async function reconcile(desk: Desk, asked: Asked): Promise<boolean> {
  const { order, lang, print, ask, sure } = desk
  const parts = partsOf(asked.bytes ? fromFile(desk, asked, asked.bytes) : await fromProvider(desk, asked))
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
