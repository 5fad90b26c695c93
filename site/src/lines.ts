import { formatNumber, formatVnd } from '../../functions/money.ts'
import { formatDay, formatInstant } from '../../functions/time.ts'
import { places } from './addresses.ts'
import type { Line } from './public-api.ts'
import type { Lang } from './words/words.ts'

export interface LineTexts {
  id: number
  line: string
  url: string
  hour: string
  what: string
  name: string
  amount: string
  balance: string
  sign: 'in' | 'out'
  /** No gift: nobody's name, and more to say of what it is. */
  noted: boolean
}

/** What rows say that no line holds; a script finds them in the page that shows the rows. */
export interface RowWords {
  /** Of programs, and of what stands in the place of one. */
  names: Readonly<Record<string, string>>
  kinds: Readonly<Record<string, string>>
  /** How a fact is said; what is not here is not shown. In this order. */
  facts: Readonly<Record<string, string>>
  anonymous: string
  related: string
}

const hashShown = 8

/** Public facts of a line: who was paid and what for, a day and its sums. */
function factsOf({ facts = {}, amountVnd }: Line, lang: Lang, said: RowWords['facts']): string[] {
  const show = (name: string, value: string | number): string => {
    if (name === 'day') return formatDay(String(value), lang)
    if (name === 'evidence' || name === 'sha256') return `${String(value).slice(0, hashShown)}…`
    if (typeof value === 'string') return value
    return name.endsWith('Vnd') ? formatVnd(value, lang) : formatNumber(value, lang)
  }
  const purpose = facts[lang === 'vi' ? 'purposeVi' : 'purposeEn']
  return (
    Object.keys(said)
      .filter((name) => Object.hasOwn(facts, name))
      // A fee that the fund paid is the amount of its line already.
      .filter((name) => name !== 'feeVnd' || amountVnd === 0)
      .filter((name) => name !== 'paidBy' || facts.paidBy === 'sponsor')
      .map((name) => (said[name] ?? '').replace('{x}', show(name, facts[name]!)))
      .concat(typeof purpose === 'string' ? [purpose] : [])
  )
}

/** How one line of the book is written; its words come from the page. */
export function lineTexts(line: Line, lang: Lang, words: RowWords): LineTexts {
  const { amountVnd, kind, program, relatedLine } = line
  const what = [
    kind === 'gift' ? '' : (words.kinds[kind] ?? kind),
    words.names[program] ?? program,
    relatedLine === null ? '' : words.related.replace('{line}', formatNumber(relatedLine, lang)),
    ...factsOf(line, lang, words.facts),
  ]
  // Nobody chose to be anonymous who forgot the code of a transfer.
  const nameless = program === 'unallocated' ? '' : words.anonymous
  return {
    id: line.line,
    line: formatNumber(line.line, lang),
    url: `${places.book[lang]}?line=${line.line}`,
    hour: formatInstant(line.hour, lang),
    what: what.filter(Boolean).join(' · '),
    name: kind === 'gift' ? (line.name ?? nameless) : '',
    amount: `${amountVnd > 0 ? '+' : ''}${formatVnd(amountVnd, lang)}`,
    balance: formatVnd(line.balanceVnd, lang),
    sign: amountVnd > 0 ? 'in' : 'out',
    noted: kind !== 'gift',
  }
}
