import * as z from 'zod'
import { donationByReceiptKey } from '../donations/store.ts'
import { type Contract, http } from '../door/http.ts'
import { asPages } from '../door/page.ts'
import { eraseEmail } from './store.ts'

export const contract = {
  summary: 'Forget where the receipt of a gift was sent, for ever',
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
    await eraseEmail(donation.id)
    return { status: 303, location: `/receipts/${donation.receiptKey}?lang=${query.lang ?? donation.lang}` }
  },
  asPages,
)
