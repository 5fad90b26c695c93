import type { Payment } from './vnpay-payments.ts'
import type { Fields } from './vnpay-wire.ts'

/** What VNPAY does with refunds. */
export interface RefundSwitches {
  /** As in the sandbox, which answers 99. */
  off: boolean
  /** Accepted first, refused later by the bank. */
  refuse: boolean
  /** Seconds from accepted to sent on to the bank. */
  doneAfterSeconds: number
}
export const openRefundSwitches = (): RefundSwitches => ({ off: false, refuse: false, doneAfterSeconds: 60 })

/** A part of a payment that goes back: 05 under way, 06 sent on to the bank, 09 refused. */
export interface Refund {
  amountVnd: number
  at: number
  status: '05' | '06' | '09'
}

/** Brings refunds to their end whose time has come. */
export function settleRefunds(payment: Payment, { refuse, doneAfterSeconds }: RefundSwitches, now: number): void {
  for (const refund of payment.refunds)
    if (refund.status === '05' && refund.at + doneAfterSeconds * 1_000 <= now) refund.status = refuse ? '09' : '06'
}

/** Đồng of what was paid that did not go back. */
const leftOf = ({ refunds }: Payment, paidVnd: number): number =>
  refunds.reduce((left, { status, amountVnd }) => (status === '09' ? left : left - amountVnd), paidVnd)

/**
 * Takes the order to give back, or says why not: 91 no such payment, 95 it brought nothing or less than is asked back,
 * 94 another part is under way, 03 a whole that is no whole.
 */
export function giveBack(payment: Payment, fields: Fields, switches: RefundSwitches, now: number): string {
  settleRefunds(payment, switches, now)
  const number = fields.vnp_TransactionNo ?? ''
  const paid = payment.transactions.find(
    ({ status, number: own }) => status === '00' && (/^0?$/.test(number) || own === number),
  )
  if (!paid) return payment.transactions.some((each) => each.number === number) ? '95' : '91'
  const amountVnd = Number(fields.vnp_Amount) / 100
  const left = leftOf(payment, paid.amountVnd)
  if (!Number.isInteger(amountVnd) || amountVnd <= 0) return '03'
  if (fields.vnp_TransactionType === '02' && amountVnd !== paid.amountVnd) return '03'
  if (payment.refunds.some(({ status }) => status === '05')) return '94'
  if (amountVnd > left) return '95'
  payment.refunds.push({ amountVnd, at: now, status: '05' })
  settleRefunds(payment, switches, now)
  return '00'
}
