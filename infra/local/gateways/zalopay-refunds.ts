import { randomInt } from 'node:crypto'
import { dayOf, type Fields } from './zalopay-wire.ts'

export interface Refund {
  id: string
  /** ZaloPay's own number of it. */
  number: string
  paymentId: string
  amountVnd: number
  at: number
  state: 'processing' | 'done' | 'failed'
}

const quarterMs = 15 * 60_000
/** What is accepted is done a minute later, unless somebody decides otherwise before. */
const workMs = 60_000

/** Refunds of this run: accepted at once, done later. */
export function refundDesk(now: () => number, paidVnd: (paymentId: string) => number | undefined) {
  const refunds = new Map<string, Refund>()
  const settle = () => {
    for (const refund of refunds.values())
      if (refund.state === 'processing' && refund.at + workMs <= now()) refund.state = 'done'
  }
  const goneVnd = (paymentId: string) =>
    [...refunds.values()]
      .filter((refund) => refund.paymentId === paymentId && refund.state !== 'failed')
      .reduce((sum, { amountVnd }) => sum + amountVnd, 0)
  return {
    refunds,
    settle,
    /** -401 format, -23 asked before, -13 too late, -101 no such payment, -14 more than is left. */
    ask(fields: Fields): Refund | -13 | -14 | -23 | -101 | -401 {
      const { app_id, m_refund_id: id = '', zp_trans_id: paymentId = '', timestamp = '', description = '' } = fields
      const fits = /^\d{6}_\d+_\w+$/.test(id) && id.length <= 45 && id.split('_')[1] === app_id
      if (!fits || !/^[1-9]\d{0,11}$/.test(fields.amount ?? '') || !/^.{1,100}$/.test(description)) return -401
      if (refunds.has(id)) return -23
      if (id.slice(0, 6) !== dayOf(now())) return -401
      if (Math.abs(now() - Number(timestamp)) > quarterMs) return -13
      const paid = paidVnd(paymentId)
      if (paid === undefined) return -101
      const amountVnd = Number(fields.amount)
      if (amountVnd > paid - goneVnd(paymentId)) return -14
      const number = `${dayOf(now())}${randomInt(100_000_000, 1_000_000_000)}`
      const refund: Refund = { id, number, paymentId, amountVnd, at: now(), state: 'processing' }
      refunds.set(id, refund)
      return refund
    },
    /** Somebody at the bank decides. */
    decide(id: string, state: 'done' | 'failed'): void {
      const refund = refunds.get(id)
      if (refund?.state === 'processing') refund.state = state
    },
  }
}
export type RefundDesk = ReturnType<typeof refundDesk>
