import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { asPages, page } from '../door/page.ts'
import { formatVnd } from '../money.ts'
import { programBySlug } from '../programs/store.ts'
import { formatDay } from '../time.ts'
import { stateFlags, stateOf } from './donation.ts'
import { donationByReceiptKey } from './store.ts'

export const contract = {
  summary: 'The page a donor comes back to from the provider; it only shows what our table knows',
  path: z.object({ receiptKey: z.string() }),
  query: z.object({ lang: z.enum(['vi', 'en']).optional().catch(undefined) }),
  replies: {
    200: { description: 'Waiting, declined or being checked', type: 'text/html' },
    303: { description: 'The gift was received: on to the receipt' },
    404: { description: 'No gift has this key', type: 'text/html' },
  },
} satisfies Contract

/** A page that waits asks again by itself for ten minutes, without script; then it rests. */
const refreshSeconds = 600

export const handler = http(
  contract,
  async ({ path, query, now }) => {
    const donation = await donationByReceiptKey(path.receiptKey)
    const lang = query.lang ?? donation.lang
    const receiptUrl = `/receipts/${donation.receiptKey}`
    if (stateOf(donation) === 'received')
      return { status: 303, location: query.lang ? `${receiptUrl}?lang=${lang}` : receiptUrl }
    const program = await programBySlug(donation.program)
    const give = lang === 'vi' ? '/ung-ho' : '/en/give'
    return page('return', lang, {
      ...stateFlags(donation),
      amount: formatVnd(donation.amountVnd, lang),
      programName: program.name[lang],
      receiptUrl,
      transferUrl: donation.attempts.at(-1)!.provider === 'bank' ? `${receiptUrl}/transfer?lang=${lang}` : '',
      giveAgainUrl: `${give}/${program.slug}/?amount=${donation.amountVnd}`,
      statusUrl: `/api/donations/${donation.receiptKey}`,
      promisedOn: donation.heard?.promisedOn ? formatDay(donation.heard.promisedOn, lang) : '',
      refresh:
        ['waiting', 'declined'].includes(stateOf(donation)) &&
        Date.parse(now) - Date.parse(donation.createdAt) < (15 * 60 + refreshSeconds) * 1_000,
      viUrl: `${receiptUrl}/return?lang=vi`,
      enUrl: `${receiptUrl}/return?lang=en`,
    })
  },
  asPages,
)
