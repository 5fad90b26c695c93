import { sendWord } from './counter.ts'
import { latecomers } from './latecomers.ts'
import { post, switchboard } from './notices.ts'
import { callbackOf, type Order, type Payment, pay, wayBack } from './zalopay-orders.ts'
import { refundDesk } from './zalopay-refunds.ts'
import type { Account } from './zalopay-wire.ts'

export interface Start {
  account: Account
  /** Where callbacks of orders go that name no address of their own; a function if it is known only later. */
  ipnUrl: string | (() => string)
  /** Milliseconds; the gateway's clock. */
  now?: () => number
  /** 0 or nothing: any free one. */
  port?: number
}

const patienceMs = 15_000
const lateMs = 60_000

/** Tells the city of a payment. Resolves to its return_code, or to what happened instead. */
async function tell(url: string, body: string, closing: AbortSignal): Promise<string> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  const said = await sendWord(url, init, { closing, patienceMs })
  if (typeof said === 'string') return said
  if (said.status !== 200) return `HTTP ${said.status}`
  const code = (JSON.parse(said.text) as { return_code?: unknown } | null)?.return_code
  return typeof code === 'number' ? String(code) : 'no return_code'
}

function orderIn(orders: ReadonlyMap<string, Order>, reference: string): Order {
  const order = orders.get(reference)
  if (!order) throw new Error(`zalopay stand-in: no order ${reference}`)
  return order
}

const paidVnd = (orders: ReadonlyMap<string, Order>, id: string): number | undefined =>
  [...orders.values()].flatMap(({ payments }) => payments).find((payment) => payment.id === id)?.amountVnd

/** The gateway without its doors: orders, the payer's moves, callbacks on their way, refunds. */
export function openBank({ account, ipnUrl, now: base = Date.now }: Start) {
  const orders = new Map<string, Order>()
  const { switches, switchesOf, inForce } = switchboard()
  const closing = new AbortController()
  let ahead = 0
  const now = () => base() + ahead
  const desk = refundDesk(now, (id) => paidVnd(orders, id))
  const notices = post<{ order: Order; payment: Payment }>({
    now,
    inForce,
    // Three repeats at most; how long between them is not published.
    repeatsMs: Array<number>(3).fill(60_000),
    isFinal: (answer) => answer === '1' || answer === '2',
    send: ({ of: { order, payment } }, forged) => {
      const key = forged ? { ...account, key2: account.key1 } : account
      const url = order.callbackUrl || (typeof ipnUrl === 'string' ? ipnUrl : ipnUrl())
      return tell(url, callbackOf(order, payment, key), closing.signal)
    },
  })

  /** Money that came is told; of what did not come ZaloPay says nothing. */
  function act(order: Order, what: 'approve' | 'decline' | 'cancel', at = now()): void {
    if (what === 'approve') {
      const payment = pay(order, at, inForce(order.reference).amountVnd)
      notices.add(order.reference, { order, payment })
    } else if (order.payments.length === 0) order.failed = what === 'cancel' ? 'cancelled' : 'declined'
  }
  const late = latecomers(orders, now, (order, at) => act(order, 'approve', at))
  function settleLate(): void {
    desk.settle()
    late.settle()
  }
  /** Sends what is due and waits for the answers. Call it after the clock was moved. */
  function deliver(): Promise<void> {
    settleLate()
    return notices.deliver()
  }
  const moves = (what: 'approve' | 'decline' | 'cancel') => (reference: string) => {
    act(orderIn(orders, reference), what)
    return deliver()
  }
  return {
    /** As long as the provider's API is told to think. */
    think: () => new Promise<void>((done) => setTimeout(done, switches.slowSeconds * 1_000)),
    ...{ account, orders, now, desk, notices, switches, switchesOf, act, settleLate, deliver },
    ...{ approve: moves('approve'), decline: moves('decline'), cancel: moves('cancel') },
    /** Moves the gateway's own clock ahead and delivers what has become due. */
    tick(seconds: number): Promise<void> {
      ahead += seconds * 1_000
      return deliver()
    },
    /** The money comes a minute after the time limit. */
    late(reference: string): void {
      const order = orderIn(orders, reference)
      order.lateAt = Math.max(order.expiresAt, now()) + lateMs
      settleLate()
    },
    returnUrl: (reference: string): string => wayBack(orderIn(orders, reference), account),
    close(): Promise<void> {
      late.stop()
      closing.abort()
      return notices.close()
    },
  }
}
export type Bank = ReturnType<typeof openBank>
