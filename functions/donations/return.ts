import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { asPages } from '../door/page.ts'
import { stateOf } from './donation.ts'
import { returnPage, saidOnReturn } from './return-page.ts'
import { donationByReceiptKey } from './store.ts'

export const contract = {
  summary:
    'The page a donor comes back to from the provider: what our table knows and, until it knows, what the provider’s signed query says',
  path: z.object({ receiptKey: z.string() }),
  query: z.object({ lang: z.enum(['vi', 'en']).optional().catch(undefined) }),
  replies: {
    200: { description: 'Waiting, declined or being checked, with the ways to pay after all', type: 'text/html' },
    303: { description: 'The gift was received: on to the receipt' },
    404: { description: 'No gift has this key', type: 'text/html' },
  },
} satisfies Contract

export const handler = http(
  contract,
  async ({ path, query, rawQuery, now }) => {
    const donation = await donationByReceiptKey(path.receiptKey)
    const receiptUrl = `/receipts/${donation.receiptKey}`
    if (stateOf(donation) === 'received')
      return { status: 303, location: query.lang ? `${receiptUrl}?lang=${query.lang}` : receiptUrl }
    const said = await saidOnReturn(donation, rawQuery)
    return returnPage(donation, query.lang ?? donation.lang, now, { said, rawQuery })
  },
  asPages,
)
