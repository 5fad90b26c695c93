import { sendWord } from './counter.ts'
import { latecomers } from './latecomers.ts'
import { post, switchboard } from './notices.ts'
import { type Payment, type Play, play, type Transaction, told, wayBack } from './vnpay-payments.ts'
import { openRefundSwitches } from './vnpay-refunds.ts'
import { type Account, withQuery } from './vnpay-wire.ts'

export interface Start {
  account: Account
  /** Where notifications go; a function if it is known only later. */
  ipnUrl: string | (() => string)
  /** Milliseconds; the gateway's clock. */
  now?: () => number
  /** 0 or nothing: any free one. */
  port?: number
}

const patienceMs = 15_000
const lateMs = 60_000

/** Tells the city of a transaction. Resolves to its RspCode, or to what happened instead. */
async function tell(url: string, closing: AbortSignal): Promise<string> {
  const said = await sendWord(url, {}, { closing, patienceMs })
  if (typeof said === 'string') return said
  if (said.status !== 200) return `HTTP ${said.status}`
  const code = (JSON.parse(said.text) as { RspCode?: unknown } | null)?.RspCode
  return typeof code === 'string' ? code : 'no RspCode'
}

/** The gateway without its doors: payments, the bank's moves, notifications on their way. */
export function openBank({ account, ipnUrl, now: base = Date.now }: Start) {
  const payments = new Map<string, Payment>()
  const { switches, switchesOf, inForce } = switchboard()
  const refunds = openRefundSwitches()
  const closing = new AbortController()
  let ahead = 0
  const now = () => base() + ahead
  const notices = post<{ payment: Payment; transaction: Transaction }>({
    now,
    inForce,
    // VNPAY repeats ten times at most, five minutes apart.
    repeatsMs: Array<number>(10).fill(5 * 60_000),
    isFinal: (answer) => answer === '00' || answer === '02',
    send: ({ of: { payment, transaction } }, forged) => {
      const key = forged ? { ...account, hashSecret: `not ${account.hashSecret}` } : account
      const url = typeof ipnUrl === 'string' ? ipnUrl : ipnUrl()
      return tell(withQuery(url, told(payment, transaction, key)), closing.signal)
    },
  })

  const paymentOf = (reference: string): Payment => {
    const payment = payments.get(reference)
    if (!payment) throw new Error(`vnpay stand-in: no payment ${reference}`)
    return payment
  }
  function act(payment: Payment, what: Play, at = now()): void {
    const transaction = play(payment, what, at, inForce(payment.reference).amountVnd)
    notices.add(payment.reference, { payment, transaction })
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
    /** As long as the provider's API is told to think. */
    think: () => new Promise<void>((done) => setTimeout(done, switches.slowSeconds * 1_000)),
    ...{ account, payments, refunds, now, notices, switches, switchesOf, act, settleLate, deliver },
    ...{ approve: moves('approve'), decline: moves('decline'), cancel: moves('cancel'), suspect: moves('suspect') },
    /** Moves the gateway's own clock ahead and delivers what has become due. */
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
