import { sendWord } from './counter.ts'
import { latecomers } from './latecomers.ts'
import { bodyOf, type Code, type Payment, type Play, play, type Transaction, told, wayBack } from './momo-orders.ts'
import type { Account } from './momo-wire.ts'
import { post, switchboard } from './notices.ts'

export interface Start {
  account: Account
  /** Milliseconds; MoMo's clock. */
  now?: () => number
  /** 0 or nothing: any free one. */
  port?: number
}

/** MoMo waits this long for 204. */
const patienceMs = 15_000
const lateMs = 60_000

/** Tells the city of a transaction. Resolves to the status, or to what happened instead. */
async function tell(url: string, body: string, closing: AbortSignal): Promise<string> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  const said = await sendWord(url, init, { closing, patienceMs })
  if (typeof said === 'string') return said
  return said.text === '' ? String(said.status) : `${said.status} with a body`
}

/** MoMo without its doors: orders, the payer's moves, notifications on their way. */
export function openBank({ account, now: base = Date.now }: Start) {
  const payments = new Map<string, Payment>()
  const { switches, switchesOf, inForce } = switchboard()
  const closing = new AbortController()
  let ahead = 0
  const now = () => base() + ahead
  const notices = post<{ payment: Payment; transaction: Transaction }>({
    now,
    inForce,
    // MoMo publishes no repeats, and merchants saw none.
    repeatsMs: [],
    isFinal: (answer) => answer === '204',
    send: ({ of: { payment, transaction } }, forged) => {
      const key = forged ? { ...account, secretKey: `not ${account.secretKey}` } : account
      return tell(payment.ipnUrl, bodyOf(told(payment, transaction, key)), closing.signal)
    },
  })

  const paymentOf = (reference: string): Payment => {
    const payment = payments.get(reference)
    if (!payment) throw new Error(`momo stand-in: no order ${reference}`)
    return payment
  }
  /** What is only under way is not told; a question finds it. */
  function act(payment: Payment, what: Play, at = now()): void {
    const transaction = play(payment, what, at, inForce(payment.reference).amountVnd)
    if (transaction.code !== 7002) notices.add(payment.reference, { payment, transaction })
  }
  const { settle: settleLate, stop } = latecomers(payments, now, (payment, at) => act(payment, 'approve', at))
  /** Sends what is due and waits for the answers. Call it after the clock was moved. */
  function deliver(): Promise<void> {
    settleLate()
    return notices.deliver()
  }
  const moves = (what: Play) => (reference: string) => {
    act(paymentOf(reference), what)
    return deliver()
  }
  return {
    /** As long as MoMo's API is told to think. */
    think: () => new Promise<void>((done) => setTimeout(done, switches.slowSeconds * 1_000)),
    ...{ account, payments, now, notices, switches, switchesOf, act, settleLate, deliver },
    /** How refunds are answered that could be made; 7002 becomes 0 after a minute. */
    refunds: { code: 0 as Code },
    ...{ approve: moves('approve'), decline: moves('decline'), cancel: moves('cancel') },
    ...{ authorize: moves('authorize'), capture: moves('capture'), release: moves('release') },
    process: moves('process'),
    /** Moves MoMo's own clock ahead and delivers what has become due. */
    tick(seconds: number): Promise<void> {
      ahead += seconds * 1_000
      return deliver()
    },
    /** The money comes a minute after the time limit. */
    late(reference: string): void {
      const payment = paymentOf(reference)
      payment.lateAt = Math.max(payment.expiresAt, now()) + lateMs
      settleLate()
    },
    returnUrl: (reference: string): string => wayBack(paymentOf(reference), account),
    close(): Promise<void> {
      stop()
      closing.abort()
      return notices.close()
    },
  }
}
export type Bank = ReturnType<typeof openBank>
