import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { area, legacyArea } from './area.ts'
import { allAreas } from './store.ts'

export const contract = {
  summary: 'The 168 units of the city and the districts of before 1 July 2025',
  replies: {
    200: {
      description: 'All areas',
      schema: z.object({ asOf: z.iso.date(), areas: z.array(area), legacy: z.array(legacyArea) }),
    },
  },
} satisfies Contract

export const handler = http(contract, async () => ({
  status: 200,
  json: { asOf: '2025-07-01', ...(await allAreas()) },
}))
