import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { offersMail } from '../door/offer.ts'
import { providers, wayNames, ways } from './way.ts'
import { openWays } from './ways-page.ts'

const way = z.object({
  name: z.enum(wayNames),
  provider: z.enum(providers),
  minVnd: z.int(),
  maxVnd: z.int(),
})

export const contract = {
  summary: 'The ways to pay that are open now, in the order that donors see, and whether receipts are sent by email',
  replies: { 200: { description: 'Ways to pay', schema: z.object({ ways: z.array(way), mail: z.boolean() }) } },
} satisfies Contract

/** A provider without an account in this stage is not offered. */
export const handler = http(contract, async () => ({
  status: 200,
  json: {
    ways: (await openWays()).map((name) => ({ name, provider: ways[name].provider, ...ways[name].limits })),
    mail: offersMail(),
  },
}))
