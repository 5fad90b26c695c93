import { formatNumber, formatVnd } from '../money.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Lang } from '../words/words.ts'
import type { Refunded } from './refundable.ts'

/** What a page says of each refund; `lines` are their places in the book. */
export const refundGaps = (back: readonly Refunded[], lines: readonly (number | undefined)[], lang: Lang) =>
  back.map(({ amountVnd, endedAt }, place) => {
    const line = lines[place]
    return {
      refunded: endedAt !== undefined,
      refundAmount: formatVnd(amountVnd, lang),
      refundedOn: endedAt === undefined ? '' : formatDay(dayOf(endedAt), lang),
      refundLine: line === undefined ? '' : formatNumber(line, lang),
      refundLineUrl: line === undefined ? '' : lineUrl(line, lang),
    }
  })

/** Where a line of the book is shown. */
export const lineUrl = (line: number, lang: Lang): string =>
  `${lang === 'vi' ? '/so-thu-chi/' : '/en/book/'}?line=${line}`
