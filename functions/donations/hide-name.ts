import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { asPages } from '../door/page.ts'
import { donationByReceiptKey, hideName } from './store.ts'

export const contract = {
  summary: 'Take the name of a gift out of the book, for ever',
  path: z.object({ receiptKey: z.string() }),
  query: z.object({ lang: z.enum(['vi', 'en']).optional().catch(undefined) }),
  replies: {
    303: { description: 'Back to the receipt' },
    404: { description: 'No gift has this key', type: 'text/html' },
  },
} satisfies Contract

export const handler = http(
  contract,
  async ({ path, query }) => {
    const donation = await donationByReceiptKey(path.receiptKey)
    await hideName(donation)
    return { status: 303, location: `/receipts/${donation.receiptKey}?lang=${query.lang ?? donation.lang}` }
  },
  asPages,
)
