import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { statement } from './statement.ts'
import { digestOf } from './statement-entry.ts'
import { statementBy } from './statement-store.ts'

export const contract = {
  summary: 'The statement of a day, every version, the newest first; the book names the digest of each',
  path: z.object({ day: z.iso.date() }),
  replies: {
    200: {
      description: 'The statement',
      schema: z.object({ versions: z.array(z.object({ sha256: z.string(), statement })).min(1) }),
    },
    404: { description: 'The day is not closed, or there is no such day', type: 'application/problem+json' },
  },
} satisfies Contract

export const handler = http(contract, async ({ path }) => {
  const versions = (await statementBy(path.day)).reverse()
  return { status: 200, json: { versions: versions.map((each) => ({ sha256: digestOf(each), statement: each })) } }
})
