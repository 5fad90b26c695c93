import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { givingNow } from './store.ts'
import { reason } from './switch.ts'

export const contract = {
  summary: 'Whether the city takes gifts now, and if not, why',
  replies: {
    200: {
      description: 'The switch',
      schema: z.object({ open: z.boolean(), since: z.iso.datetime().optional(), reason: reason.optional() }),
    },
  },
} satisfies Contract

export const handler = http(contract, async () => ({ status: 200, json: await givingNow() }))
