import * as z from 'zod'
import type { Contract, Reply } from '../door/http.ts'

/** What a service that reads the account is answered, SePay and payOS alike. */
export const repliesTo = (teller: string) =>
  ({
    200: { description: 'Heard; it need not be told again', schema: z.object({ success: z.literal(true) }) },
    400: { description: `Not from ${teller}`, type: 'text/plain' },
    500: { description: 'Not recorded; it shall be told again', type: 'text/plain' },
  }) satisfies Contract['replies']

export const heard: Reply = { status: 200, json: { success: true } }
/** Says nothing that helps to guess. */
export const forged: Reply = { status: 400, text: '', type: 'text/plain' }
/** Says nothing either; it shall be told again. */
export const unheard: Reply = { status: 500, text: '', type: 'text/plain' }
