import { formatNumber, formatVnd } from '../../functions/money.ts'
import type { Difference } from '../../functions/reconciliation/match.ts'
import type { ProviderDay, Statement } from '../../functions/reconciliation/statement.ts'
import { formatDay, formatInstant } from '../../functions/time.ts'
import { providerNames } from './words/provider-names.ts'
import type { Lang } from './words/words.ts'

/** Sentences with gaps, as they stand in words/ or in a data attribute. */
export const statementKeys = [
  'version',
  'in',
  'fees',
  'refunded',
  'paid-out',
  'left-account',
  'settled',
  'unallocated',
  'count',
  'agrees',
  'agrees-some',
  'differences',
  'unnamed',
  'file',
  'no-file',
  'untold',
  'recovered',
  'where-entry',
  'where-line',
  'missing-there',
  'amount-differs',
  'unknown-row',
  'maybe-same',
  'other-day',
  'fee-differs',
  'settlement-differs',
  'refund-differs',
  'foreign-account',
  'unknown-refund',
  'unknown-out',
  'not-left',
] as const
export type StatementWords = Readonly<Record<(typeof statementKeys)[number], string>>

export interface StatementTexts {
  id: string
  heading: string
  version: string
  url: string
  sums: [string, string][]
  verdict: string
  /** Everything was compared, and nothing differs. */
  agrees: boolean
  providers: { name: string; text: string; differences: string[] }[]
}

const fill = (text: string, gaps: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => gaps[name] ?? '')

/** Only what a file tells of was compared; of a day without any file there is nothing to say yet. */
function verdictOf({ differences, providers }: Statement, lang: Lang, words: StatementWords) {
  if (differences > 0)
    return { agrees: false, verdict: fill(words.differences, { count: formatNumber(differences, lang) }) }
  const names = (some: readonly ProviderDay[]) => some.map(({ provider }) => providerNames[provider][lang]).join(', ')
  const compared = providers.filter(({ files }) => files !== null)
  const waiting = providers.filter(({ files, untold }) => files === null || untold)
  if (waiting.length === 0) return { agrees: true, verdict: words.agrees }
  if (compared.length === 0) return { agrees: false, verdict: `${words['no-file']}.` }
  const gaps = { compared: names(compared), waiting: names(waiting) }
  return { agrees: false, verdict: fill(words['agrees-some'], gaps) }
}

/** How a day’s statement is written, by the build and by the script that brings it up to date. */
export function statementTexts(of: Statement, lang: Lang, words: StatementWords): StatementTexts {
  const vnd = (amount: number) => formatVnd(amount, lang)
  const counted = ({ count, vnd: amount }: { count: number; vnd: number }) =>
    fill(words.count, { sum: vnd(amount), count: formatNumber(count, lang) })
  const where = ({ entryId, line }: Difference) =>
    [
      entryId === undefined ? '' : fill(words['where-entry'], { entry: entryId }),
      line === undefined ? '' : fill(words['where-line'], { line: formatNumber(line, lang) }),
    ]
      .filter(Boolean)
      .join(', ')
  const difference = (each: Difference) =>
    [fill(words[each.reason], { ours: vnd(each.oursVnd), theirs: vnd(each.theirsVnd) }), where(each)]
      .filter(Boolean)
      .join(' · ')
  const provider = ({ provider: name, in: came, files, untold, recovered, differences, unnamed }: ProviderDay) => ({
    name: providerNames[name][lang],
    text: [
      counted(came),
      files ? fill(words.file, { time: formatInstant(files.takenAt, lang), sum: counted(files.in) }) : words['no-file'],
      untold ? fill(words.untold, { sum: counted(untold) }) : '',
      recovered > 0 ? fill(words.recovered, { count: formatNumber(recovered, lang) }) : '',
    ]
      .filter(Boolean)
      .join('. '),
    differences: [
      ...differences.map(difference),
      ...(unnamed
        ? [
            fill(words.unnamed, {
              ...{ count: formatNumber(unnamed.count, lang) },
              ...{ ours: vnd(unnamed.oursVnd), theirs: vnd(unnamed.theirsVnd) },
            }),
          ]
        : []),
    ],
  })
  return {
    id: of.day,
    heading: formatDay(of.day, lang),
    version: fill(words.version, { version: formatNumber(of.version, lang), time: formatInstant(of.madeAt, lang) }),
    url: `/api/statements/${of.day}`,
    sums: [
      [words.in, counted(of.in)],
      ...(of.settled ? [[words.settled, counted(of.settled)] as [string, string]] : []),
      [words.unallocated, vnd(of.unallocatedVnd)],
      [words.fees, vnd(of.feesVnd)],
      [words.refunded, counted(of.refunded)],
      [words['paid-out'], counted(of.paidOut)],
      [words['left-account'], vnd(of.outVnd)],
    ],
    ...verdictOf(of, lang, words),
    providers: of.providers.map(provider),
  }
}
