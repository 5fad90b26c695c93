import * as z from 'zod'
import { accessTo } from '../door/access.ts'
import { type Contract, http } from '../door/http.ts'
import { logFault } from '../door/log.ts'
import { asPages } from '../door/page.ts'
import { type Donation, stateOf } from './donation.ts'
import { all } from './providers/all.ts'
import type { Returned } from './providers/provider.ts'
import { returnPage } from './return-page.ts'
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

/** What the query says of the last attempt; undefined if the provider did not sign it, or speaks of another attempt or sum. */
async function saidOnReturn({ attempts, amountVnd }: Donation, rawQuery: string): Promise<Returned | undefined> {
  const { provider, reference } = attempts.at(-1)!
  const access = rawQuery === '' ? undefined : await accessTo(provider)
  if (!access) return undefined
  try {
    const said = all[provider].open(access.secret, access).returned?.(rawQuery)
    return said?.reference === reference && said.amountVnd === amountVnd ? said : undefined
  } catch (error) {
    // It is a hint: a broken secret must not take the page from a donor.
    logFault(error, { provider })
    return undefined
  }
}

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
