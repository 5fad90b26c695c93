import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { readLedger } from '../ledger/store.ts'
import { refundKey } from './refund.ts'
import { donationByReceiptKey, personOf } from './store.ts'

const receipt = z.record(z.string(), z.union([z.string(), z.int()]))

export const contract = {
  summary: 'The donor’s own receipts of one gift, as a file that proves its line in the book',
  path: z.object({ receiptKey: z.string() }),
  replies: {
    200: {
      description:
        'Fiscal receipts of what came and what went back; commitment = base64(SHA-256("ledger-receipt-v1" || nonce || RFC 8785 of receipt))',
      schema: z.object({
        receipts: z.array(z.object({ receipt, nonce: z.string(), commitment: z.string() })),
        name: z.string().nullable(),
      }),
    },
    404: { description: 'No gift has this key', type: 'application/problem+json' },
  },
} satisfies Contract

export const handler = http(contract, async ({ path }) => {
  const donation = await donationByReceiptKey(path.receiptKey)
  const [person, entries] = await Promise.all([
    personOf(donation),
    readLedger([
      ...donation.payments.map(({ key }) => key),
      ...donation.refunds.filter(({ state }) => state === 'done').map(({ id }) => refundKey(id)),
    ]),
  ])
  const nonce = person.nonce
  const receipts =
    nonce === undefined
      ? []
      : entries.flatMap((entry) => (entry ? [{ receipt: entry.receipt, nonce, commitment: entry.commitment }] : []))
  return {
    status: 200,
    json: { receipts, name: person.name ?? null },
    headers: { 'content-disposition': 'attachment; filename="bien-nhan.json"' },
  }
})
