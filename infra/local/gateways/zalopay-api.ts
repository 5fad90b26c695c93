import type { Bank } from './zalopay-bank.ts'
import { makeOrder, type Order } from './zalopay-orders.ts'
import { type Account, type Call, type Fields, isGenuine, readFields } from './zalopay-wire.ts'

type Said = Record<string, unknown>
const messages: Record<number, string> = { 1: 'Giao dịch thành công', 2: 'Giao dịch thất bại', 3: 'Đang xử lý' }
const say = (code: 1 | 2 | 3, sub: number, more: Said = {}): Said => ({
  return_code: code,
  return_message: messages[code],
  sub_return_code: sub,
  sub_return_message: messages[code],
  ...more,
})

const twoDaysMs = 48 * 3_600_000

/** Where the payer pays. */
export const pageOf = (origin: string, { token }: Order, { appId }: Account): string =>
  `${origin}/openinapp?order=${encodeURIComponent(btoa(JSON.stringify({ zptranstoken: token, appid: Number(appId) })))}`

function create(bank: Bank, fields: Fields, origin: string): Said {
  const made = makeOrder(fields, bank.now(), bank.orders)
  if (typeof made === 'number') return say(2, made)
  bank.orders.set(made.reference, made)
  const { token } = made
  return say(1, 1, { zp_trans_token: token, order_token: token, order_url: pageOf(origin, made, bank.account) })
}

/** After two days nothing is known any more, paid or not. */
function query({ orders, now }: Bank, { app_trans_id = '' }: Fields): Said {
  const order = orders.get(app_trans_id)
  if (!order) return say(2, -101)
  if (now() - order.createdAt > twoDaysMs) return say(2, -54)
  const [paid] = order.payments
  const none = { is_processing: false, amount: 0, zp_trans_id: 0, server_time: now(), discount_amount: 0 }
  if (paid) return say(1, 1, { ...none, amount: paid.amountVnd, zp_trans_id: Number(paid.id), server_time: paid.at })
  if (now() >= order.expiresAt) return say(2, -54, none)
  return order.failed === 'declined' ? say(2, -63, none) : say(3, 0, none)
}

function refund({ desk }: Bank, fields: Fields): Said {
  const made = desk.ask(fields)
  return typeof made === 'number' ? say(2, made) : say(1, 1, { refund_id: Number(made.number) })
}

function queryRefund({ desk }: Bank, { m_refund_id = '' }: Fields): Said {
  const state = desk.refunds.get(m_refund_id)?.state
  if (state === undefined) return say(2, -101)
  return state === 'done' ? say(1, 1) : state === 'failed' ? say(2, 0) : say(3, 2)
}

/** Answers the four calls, always with HTTP 200. */
export function answerCall(bank: Bank, call: Call, body: string, media: string, origin: string): Said {
  const fields = readFields(body, media)
  if (!fields) return say(2, -401)
  if (!isGenuine(call, fields, bank.account)) return say(2, -402)
  bank.settleLate()
  if (call === 'create') return create(bank, fields, origin)
  if (call === 'query') return query(bank, fields)
  return call === 'refund' ? refund(bank, fields) : queryRefund(bank, fields)
}
