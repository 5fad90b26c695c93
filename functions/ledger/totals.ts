import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { allPrograms } from '../programs/store.ts'
import { city, type Total } from './batch.ts'
import { unallocated } from './entry.ts'
import { readTotals } from './store.ts'

const sums = z.object({
  receivedVnd: z.int(),
  paidOutVnd: z.int(),
  refundedVnd: z.int(),
  feesVnd: z.int(),
  leftVnd: z.int(),
  gifts: z.int(),
})

export const contract = {
  summary: 'Received, paid out and left: the city and each program that takes gifts',
  replies: {
    200: {
      description: 'Sums of the book',
      schema: z.object({
        asOf: z.iso.datetime(),
        version: z.int(),
        city: sums,
        /** Money whose program is not known yet; it is in the city's sums. */
        unallocated: sums,
        programs: z.record(z.string(), sums),
      }),
    },
  },
} satisfies Contract

export const handler = http(contract, async ({ now }) => {
  const programs = (await allPrograms()).filter(({ giving }) => giving).map(({ slug }) => slug)
  const totals = await readTotals([city, unallocated, ...programs])
  const of = (account: string): Total => totals.get(account)!
  return {
    status: 200,
    json: {
      asOf: now,
      version: of(city).lastBatch,
      city: of(city),
      unallocated: of(unallocated),
      programs: Object.fromEntries(programs.map((slug) => [slug, of(slug)])),
    },
  }
})
