import { vi } from 'vitest'

/** A movement as SePay lists it; times of Viet Nam. */
export const moved = (of: {
  reference: string
  inVnd?: number
  outVnd?: number
  text?: string
  at?: string
  account?: string
}) => ({
  id: String(800_000 + Number(of.reference.replace(/\D/g, ''))),
  transaction_date: of.at ?? '2026-11-24 12:00:00',
  account_number: of.account ?? '007',
  ...{ amount_in: `${of.inVnd ?? 0}.00`, amount_out: `${of.outVnd ?? 0}.00` },
  ...{ transaction_content: of.text ?? 'ung ho', reference_number: of.reference, code: null },
})
let number = 800_000

/** A charge as Stripe's balance lists it: the account is in đồng. */
export const charged = (of: { intent: string; reference: string; amountVnd: number; fee: number; at: string }) => ({
  ...{ id: `txn_${++number}`, amount: of.amountVnd, currency: 'vnd', fee: of.fee, reporting_category: 'charge' },
  created: Math.floor(Date.parse(of.at) / 1_000),
  source: {
    ...{ id: `ch_${number}`, amount: of.amountVnd, currency: 'vnd', payment_intent: of.intent },
    metadata: { reference: of.reference },
  },
})

/** What SePay and Stripe say when they are asked of a day; a text is an answer that cannot be read. */
export interface Says {
  sepay: ReturnType<typeof moved>[] | string
  stripe: ReturnType<typeof charged>[] | string
}

/** Has SePay and Stripe answer what `says` holds at that time; each only what is of the asked day. Ends with `mockRestore`. */
export function answering(says: Says) {
  process.env.BANK_API_URL = 'https://sepay.test/userapi'
  process.env.STRIPE_API_URL = 'https://stripe.test'
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async (asked) => {
    const { host, searchParams } = new URL(String(asked))
    const said = host === 'sepay.test' ? says.sepay : says.stripe
    if (typeof said === 'string') return new Response(said)
    if (host === 'stripe.test') {
      const [from, to] = [Number(searchParams.get('created[gte]')), Number(searchParams.get('created[lt]'))]
      const data = says.stripe as ReturnType<typeof charged>[]
      return Response.json({ data: data.filter(({ created: at }) => at >= from && at < to), has_more: false })
    }
    const [from, to] = [searchParams.get('transaction_date_min')!, searchParams.get('transaction_date_max')!]
    const all = says.sepay as ReturnType<typeof moved>[]
    const transactions = all.filter(({ transaction_date: at }) => at >= from && at <= to)
    return Response.json({ status: 200, error: null, messages: { success: true }, transactions })
  })
}
