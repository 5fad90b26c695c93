import * as z from 'zod'
import type { Vnd } from '../../../money.ts'
import { seconds } from '../../../time.ts'
import type { StatementLine } from '../provider.ts'
import { type Line, list } from './api.ts'
import { referenceOf } from './refund.ts'

const metadata = z.record(z.string(), z.string()).nullish()
/** What moved the balance, as far as we read it: a charge, a refund or a dispute. */
const source = z.object({
  id: z.string(),
  amount: z.int(),
  currency: z.string(),
  payment_intent: z.string().nullish(),
  metadata,
})
/** A balance transaction. Its sums are in the currency of the account: in that currency's smallest unit, a cost positive. */
const moved = z.object({
  id: z.string(),
  amount: z.int(),
  currency: z.string(),
  fee: z.int(),
  reporting_category: z.string(),
  created: z.int(),
  source: z.unknown(),
})
type Moved = z.infer<typeof moved>

/**
 * A dispute that is won and a refund that fails bring nothing new: the money is the gift’s, which came once, and the line of
 * the dispute or refund stays named until a person says how it ended. Payouts and fees of no gift are no donor’s either.
 */
const kinds: Readonly<Record<string, StatementLine['kind']>> = {
  charge: 'payment',
  refund: 'refund',
  dispute: 'refund',
}

/** The fee in đồng: an account abroad keeps it in its own currency, and it counts at the rate at which Stripe took the gift itself. */
export const feeVndOf = (of: Pick<Moved, 'amount' | 'currency' | 'fee'>, wholeVnd: Vnd): Vnd | undefined => {
  if (of.currency === 'vnd') return of.fee
  return of.amount === 0 ? undefined : Math.round((wholeVnd * of.fee) / Math.abs(of.amount))
}

async function lineOf(of: Moved, line: Line): Promise<StatementLine | undefined> {
  const kind = kinds[of.reporting_category]
  if (!kind) return undefined
  const read = source.parse(of.source)
  const intent = read.payment_intent
  // Money of another currency, or without an intent, was never asked for by us.
  if (!intent || read.currency !== 'vnd') return undefined
  const reference = read.metadata?.reference ?? (await referenceOf(intent, line))
  // The account may serve others too: what has no reference of ours is theirs.
  if (!reference) return undefined
  const feeVnd = feeVndOf(of, read.amount)
  return {
    kind,
    // As our own facts name them: a payment by its intent, what goes back by an id of its own.
    transactionId: kind === 'payment' ? intent : read.id,
    reference,
    ...(kind === 'refund' ? { of: intent } : {}),
    amountVnd: read.amount,
    ...(feeVnd === undefined ? {} : { feeVnd }),
    at: new Date(of.created * 1_000).toISOString(),
  }
}

/** All of ours that moved Stripe's balance on a day, the oldest first. Throws if Stripe does not answer, or with what cannot be read. */
export async function stripeStatement(day: string, line: Line): Promise<StatementLine[]> {
  const from = seconds(`${day}T00:00:00+07:00`)
  const window = {
    'created[gte]': String(from),
    'created[lt]': String(from + 86_400),
    'expand[]': 'data.source',
  }
  const all = (await list(line, 'balance_transactions', window, moved)).reverse()
  const lines: StatementLine[] = []
  for (const each of all) {
    const said = await lineOf(each, line)
    if (said) lines.push(said)
  }
  return lines
}
