import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { dayOf } from '../time.ts'
import { statement } from './statement.ts'
import { statementsIn } from './statement-store.ts'
import { dayAfter } from './taken.ts'

export const contract = {
  summary: 'Statements of a month’s days, the newest version of each, newest day first',
  query: z.object({
    /** `2026-11`; this month, and the last one in its first week, if absent. */
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'date-unreadable')
      .optional(),
    lang: z.enum(['vi', 'en']).optional(),
  }),
  replies: {
    200: {
      description: 'Statements',
      schema: z.object({ asOf: z.iso.datetime(), statements: z.array(statement) }),
    },
    422: { description: 'Not a month', type: 'application/problem+json' },
  },
} satisfies Contract

const firstWeek = 7

export const handler = http(contract, async ({ query: { month }, now }) => {
  const today = dayOf(now)
  const months =
    month === undefined ? [...new Set([dayAfter(today, -firstWeek), today].map((day) => day.slice(0, 7)))] : [month]
  const each = (await Promise.all(months.map(statementsIn))).flat()
  const newest = [...new Map(each.map((of) => [of.day, of])).values()]
  return { status: 200, json: { asOf: now, statements: newest.reverse() } }
})
