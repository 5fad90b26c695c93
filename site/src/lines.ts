import { formatNumber, formatVnd } from '../../functions/money.ts'
import { formatInstant } from '../../functions/time.ts'
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
}

/** What a payout was for. */
const purposeOf = ({ facts }: Line, lang: Lang): string =>
  String(facts?.[lang === 'vi' ? 'purposeVi' : 'purposeEn'] ?? '')

/** How one line of the book is written; the sentences come from words/, given as they are or in data attributes. */
export function lineTexts(
  line: Line,
  lang: Lang,
  program: string,
  words: { anonymous: string; kind: string; related: string },
): LineTexts {
  const { amountVnd } = line
  return {
    id: line.line,
    line: formatNumber(line.line, lang),
    url: `${places.book[lang]}?line=${line.line}`,
    hour: formatInstant(line.hour, lang),
    what: [line.kind === 'gift' ? '' : words.kind, program, words.related, purposeOf(line, lang)]
      .filter(Boolean)
      .join(' · '),
    name: line.kind === 'gift' ? (line.name ?? words.anonymous) : String(line.facts?.payee ?? ''),
    amount: `${amountVnd > 0 ? '+' : ''}${formatVnd(amountVnd, lang)}`,
    balance: formatVnd(line.balanceVnd, lang),
    sign: amountVnd < 0 ? 'out' : 'in',
  }
}
