import type { Bank } from './momo-bank.ts'
import { type Code, drawNumber, type Payment, type Refund } from './momo-orders.ts'
import type { Fields, Json } from './momo-wire.ts'

const processingMs = 60_000

export interface Said {
  code: Code
  more?: Record<string, Json>
}

export const inRange = (amount: string | undefined): boolean => Number(amount) >= 1_000 && Number(amount) <= 50_000_000

const settled = (refund: Refund, now: number): Refund => {
  if (refund.code === 7002 && now >= refund.at + processingMs) refund.code = 0
  return refund
}
export const asList = (refunds: readonly Refund[], now: number): Json[] =>
  refunds
    .map((each) => settled(each, now))
    .map(({ reference, amountVnd, code, number, at }) => ({
      ...{ orderId: reference, amount: amountVnd, resultCode: code, transId: number, createdTime: at },
    }))

/** Answers refund and refund/query; `orders` are all names that were taken. */
export function refundsOf({ payments, now, refunds }: Bank, orders: Set<string>) {
  function refund({ orderId = '', amount, transId = '' }: Fields): Said {
    if (!inRange(amount)) return { code: 22 }
    if (orders.has(orderId)) return { code: 41 }
    const paidBy = ({ transactions }: Payment) =>
      transactions.find(({ number, code }) => code === 0 && String(number) === transId)
    const payment = [...payments.values()].find(paidBy)
    if (!payment) return { code: 1088 }
    const back = payment.refunds.filter(({ code }) => code === 0 || code === 7002)
    const left = paidBy(payment)!.amountVnd - back.reduce((sum, { amountVnd }) => sum + amountVnd, 0)
    if (Number(amount) > left) return { code: 1081 }
    orders.add(orderId)
    const made = {
      reference: orderId,
      amountVnd: Number(amount),
      number: drawNumber(),
      code: refunds.code,
      at: now(),
    }
    payment.refunds.push(made)
    return { code: made.code, more: { amount: made.amountVnd, transId: made.number } }
  }

  function refundQuery({ orderId = '' }: Fields): Said {
    const found = [...payments.values()]
      .flatMap((payment) => payment.refunds)
      .filter(({ reference }) => reference === orderId)
    return found.length > 0 ? { code: 0, more: { refundTrans: asList(found, now()) } } : { code: 42 }
  }

  return { refund, 'refund/query': refundQuery }
}
