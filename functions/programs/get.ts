import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { entity } from '../entities/entity.ts'
import { entityBySlug } from '../entities/store.ts'
import { dayOf } from '../time.ts'
import { acceptance, acceptanceReply, program } from './program.ts'
import { programBySlug } from './store.ts'

export const contract = {
  summary: 'One program, who answers for it, and whether it takes gifts today',
  path: z.object({ slug: z.string() }),
  replies: {
    200: { description: 'The program', schema: z.object({ program, entity, acceptance: acceptanceReply }) },
    404: { description: 'No such program', type: 'application/problem+json' },
  },
} satisfies Contract

export const handler = http(contract, async ({ path, now }) => {
  const found = await programBySlug(path.slug)
  return {
    status: 200,
    json: { program: found, entity: await entityBySlug(found.entity), acceptance: acceptance(found, dayOf(now)) },
  }
})
