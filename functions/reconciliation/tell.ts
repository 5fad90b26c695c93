import * as z from 'zod'
import { command } from '../door/command.ts'
import { versionsOf } from './statement-store.ts'

/** Tells the newest statement of a day; null while the day is not closed. Changes nothing. */
export const handler = command(z.object({ day: z.iso.date('date-unreadable') }), async ({ day }) => ({
  statement: (await versionsOf(day)).at(-1) ?? null,
}))
