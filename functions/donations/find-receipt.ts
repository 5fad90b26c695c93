import * as z from 'zod'
import { type Call, type Contract, http, type Reply } from '../door/http.ts'
import { logFault } from '../door/log.ts'
import { spend, unspend } from '../limits/store.ts'
import { parseTyped } from '../money.ts'
import { type FieldReason, Refusal } from '../refusal.ts'
import { readCode } from './code.ts'
import type { Donation } from './donation.ts'
import { findPage } from './find-page.ts'
import { donationsByCode } from './store.ts'

const form = z.object({
  code: z.string().default(''),
  amount: z.string().default(''),
  lang: z.enum(['vi', 'en']).catch('vi').default('vi'),
})
type Form = z.infer<typeof form>

export const contract = {
  summary: 'Find a receipt again by its short code and the amount',
  body: { form },
  replies: {
    303: { description: 'The receipt' },
    404: { description: 'No receipt has this code and this amount', type: 'text/html' },
    422: { description: 'What to fix, field by field', type: 'text/html' },
    429: { description: 'Too many tries from one address', type: 'text/html' },
  },
} satisfies Contract

/** Wrong tries of one address in ten minutes: enough for a street behind one mobile address, and far from the 32^8 codes. */
const guesses = { of: 'find-receipt', tries: 60, withinSeconds: 600 } as const

function read({ code: typed, amount }: Form): { code: string; amountVnd: number } {
  const code = readCode(typed)
  const sum = parseTyped(amount)
  const amountVnd = 'read' in sum ? sum.read : 'perhaps' in sum ? sum.perhaps : undefined
  const fields: FieldReason[] = []
  if (code === undefined) fields.push({ field: 'code', code: typed.trim() ? 'code-unreadable' : 'code-missing' })
  if ('unreadable' in sum) fields.push({ field: 'amount', code: `amount-${sum.unreadable}` })
  if (code === undefined || amountVnd === undefined)
    throw new Refusal('malformed', 'fields', { with: { count: fields.length }, fields })
  return { code, amountVnd }
}

/** The amount that was promised, or one that came. */
const isOf = ({ amountVnd: promised, payments }: Donation, amountVnd: number): boolean =>
  promised === amountVnd || payments.some((payment) => payment.amountVnd === amountVnd)

async function find({ body, caller, now }: Call<typeof contract>): Promise<Reply> {
  const { code, amountVnd } = read(body.form)
  // Counted before it is looked up, so that a thousand guesses at once are a thousand.
  const guess = { limit: guesses, who: caller }
  await spend([guess], now)
  const found = (await donationsByCode(code)).find((each) => isOf(each, amountVnd))
  if (found) {
    // One guess too many is cheaper than a receipt that is not shown.
    await unspend(guess, now).catch((error: unknown) => logFault(error))
    return { status: 303, location: `/receipts/${found.receiptKey}?lang=${body.form.lang}` }
  }
  // The same words whether the code or the amount is another: nothing here helps to guess.
  throw new Refusal('unknown', 'receipt-not-found')
}

export const handler = http(contract, find, {
  refused: async (refusal, { sent }) => {
    if (!('form' in sent)) return undefined
    const { lang, ...typed } = form.parse({ ...sent.form })
    return findPage(lang, typed, refusal)
  },
})
