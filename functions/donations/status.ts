import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { receivedVnd, stateOf } from './donation.ts'
import { donationByReceiptKey } from './store.ts'

export const contract = {
  summary: 'Has the gift arrived?',
  path: z.object({ receiptKey: z.string() }),
  replies: {
    200: {
      description: 'What is known of the gift now',
      schema: z.object({
        state: z.enum(['waiting', 'received', 'checking', 'declined']),
        amountVnd: z.int(),
        receivedVnd: z.int(),
        program: z.string(),
        receiptUrl: z.string(),
      }),
    },
    404: { description: 'No gift has this key', type: 'application/problem+json' },
  },
} satisfies Contract

export const handler = http(contract, async ({ path }) => {
  const donation = await donationByReceiptKey(path.receiptKey)
  const { amountVnd, program, receiptKey } = donation
  return {
    status: 200,
    json: {
      state: stateOf(donation),
      amountVnd,
      receivedVnd: receivedVnd(donation),
      program,
      receiptUrl: `/receipts/${receiptKey}`,
    },
  }
})
