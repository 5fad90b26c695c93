import * as z from 'zod'
import { type Access, accessTo } from '../door/access.ts'
import { command } from '../door/command.ts'
import { logFault } from '../door/log.ts'
import { readFields } from '../door/problem.ts'
import { random } from '../door/random.ts'
import { readFund } from '../ledger/hold-store.ts'
import { because, by, nth, plan } from '../office/order.ts'
import { programNames } from '../programs/store.ts'
import { Refusal } from '../refusal.ts'
import { incomeBy } from '../transfers/store.ts'
import { cameAs } from '../transfers/transfer.ts'
import { readCode } from './code.ts'
import type { Donation } from './donation.ts'
import { all } from './providers/all.ts'
import type { Gateway } from './providers/provider.ts'
import { askFor, memoOf, type Refund, refundId } from './refund.ts'
import { ensureLeft, keepRefund, refundById } from './refund-store.ts'
import { backOf, type Came, cameBy, leftOf, type Refunded } from './refundable.ts'
import { sendRefund } from './refunding-store.ts'
import { donationsByCode } from './store.ts'

const order = z.object({
  /** Short code of the receipt, or `transfer`: a transfer without a code, by its transaction. */
  code: z.string().optional(),
  transfer: z.string().optional(),
  /** Receipt number of the payment, where a gift has several. */
  number: z.string().optional(),
  /** Without it all that is left goes back, as the first of that sum that was not ordered yet. */
  amountVnd: z.int().positive().optional(),
  /** The money has gone back without us: a card holder disputed it, or somebody ordered it on the provider's own page. */
  outside: z.boolean().default(false),
  /** Read once the gift is found: a wrong code is the first thing to say. */
  because: z.string(),
  ...{ by, nth, plan },
})
type Order = z.infer<typeof order>

interface Found {
  came: Came
  refunds: readonly Refunded[]
  number: string
  /** Short code of the gift; a transfer without one has none. */
  code?: string
}

/** The payment that is meant. Refuses an unknown code, a gift without money, and several payments with none chosen. */
async function find({ code, transfer, number }: Order): Promise<Found> {
  if (transfer !== undefined) {
    const of = await incomeBy(transfer)
    return { came: cameAs(of), refunds: of.refunds, number: of.number }
  }
  const read = readCode(code ?? '')
  const gifts = read === undefined ? [] : await donationsByCode(read)
  if (gifts.length === 0) throw new Refusal('unknown', 'gift-unknown')
  const payments = gifts.flatMap((gift) => gift.payments.map((payment) => ({ gift, payment })))
  if (payments.length === 0) throw new Refusal('conflict', 'gift-not-received')
  const meant = payments.filter(({ payment }) => number === undefined || payment.number === number)
  if (meant.length !== 1) {
    const numbers = payments.map(({ payment }) => payment.number).join(', ')
    throw new Refusal('conflict', 'refund-choose', { with: { numbers } })
  }
  return foundIn(meant[0]!)
}

const foundIn = ({ gift, payment }: { gift: Donation; payment: Donation['payments'][number] }): Found => ({
  came: cameBy(gift, payment),
  refunds: gift.refunds,
  number: payment.number,
  code: gift.code,
})

/** Who gives it back: a provider, or a person by the bank where a provider cannot. Refuses a provider without an account here. */
async function gatewayOf({ provider }: Came): Promise<Gateway | undefined> {
  const known = all[provider]
  if (provider === 'bank' || !known) return undefined
  const access: Access | undefined = await accessTo(provider)
  if (!access) throw new Refusal('closed', 'provider-closed')
  const gateway = known.open(access.secret, access)
  return gateway.refund ? gateway : undefined
}

/** Which refund is meant: of the sum that is named, or of all that is left; if nothing is, the one that took the last of it, unless another is asked for. */
function meant({ came, refunds }: Found, { amountVnd, nth }: Order): { id: string; amountVnd: number; nth: number } {
  const idOf = (each: number, sum: number) => refundId(came.paymentKey, { amountVnd: sum, nth: each })
  if (amountVnd !== undefined) return { id: idOf(nth, amountVnd), amountVnd, nth }
  const left = leftOf(came, refunds)
  const last = backOf(came.paymentKey, refunds).at(-1)
  if (left === 0 && last && nth === 1) return { id: last.id, amountVnd: last.amountVnd, nth }
  let free = nth
  while (refunds.some(({ id }) => id === idOf(free, left))) free++
  return { id: idOf(free, left), amountVnd: left, nth: free }
}

/** What an officer is told, before and after. */
async function view({ came, refunds, number, code: gift }: Found, of: Refund, nth: number, leftVnd: number) {
  const { id, state, code, transactionId, amountVnd } = of
  return {
    nth,
    code: gift,
    refund: { id, state, code, transactionId, amountVnd, askedAt: of.askedAt, by: of.by, because: of.because },
    came: {
      ...{ provider: came.provider, transactionId: came.transactionId, amountVnd: came.amountVnd, number },
      program: came.program,
      programName: (await programNames()).get(came.program),
      leftVnd: leftOf(came, refunds),
    },
    fund: { leftVnd },
    ...(state === 'to-transfer' ? { memo: memoOf(of) } : {}),
  }
}

/** Gives back all or a part of a payment. With `plan` it only tells. The same order again tells what became of it. */
export const handler = command(order, async (asked, now) => {
  const found = await find(asked)
  const { because: why } = readFields(z.object({ because }), asked)
  const { came, refunds } = found
  const { id, amountVnd, nth } = meant(found, asked)
  const known = await refundById(id)
  const { freeVnd } = await readFund(came.program)
  if (known) return { isNew: false, ...(await view(found, known, nth, freeVnd)) }
  ensureLeft(came, refunds, amountVnd)
  const gateway = asked.outside ? undefined : await gatewayOf(came)
  const begins = asked.outside ? 'gone' : gateway ? 'asked' : 'to-transfer'
  const made = askFor(came, { ...asked, because: why, amountVnd, nth }, begins, random.entryId(), now)
  if (asked.plan) return { isNew: true, ...(await view(found, made, nth, freeVnd)) }
  const { kept, isNew } = await keepRefund(made)
  const hands = { nonce: () => random.key(32), note: (error: unknown) => logFault(error, { verb: 'refund-gift' }) }
  const went = gateway && isNew ? await sendRefund(kept, gateway, hands, now) : kept
  return { isNew, ...(await view(found, went, nth, freeVnd)) }
})
