import * as z from 'zod'
import { accessTo } from '../door/access.ts'
import { type Contract, http } from '../door/http.ts'
import { offersMail } from '../door/offer.ts'
import { all } from './providers/all.ts'
import { providers, wayNames, ways, waysOf } from './way.ts'

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
export const handler = http(contract, async () => {
  const known = Object.keys(all)
  const accounts = await Promise.all(known.map(accessTo))
  const open = new Set(known.filter((_, place) => accounts[place]))
  return {
    status: 200,
    json: {
      ways: waysOf(open).map((name) => ({ name, provider: ways[name].provider, ...ways[name].limits })),
      mail: offersMail(),
    },
  }
})
