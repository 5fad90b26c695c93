import { sendWord } from './counter.ts'
import { post, switchboard } from './notices.ts'
import { chargeOf, giveBack, type Payment, type Refund, sessionOf } from './stripe-sessions.ts'
import { type Account, idOf, signature, type Wrong } from './stripe-wire.ts'

export interface Start {
  account: Account
  /** Where notifications go; a function if it is known only later. */
  ipnUrl: string | (() => string)
  /** Milliseconds; the city's clock. */
  now?: () => number
  /** 0 or nothing: any free one. */
  port?: number
}

const patienceMs = 15_000
const lateMs = 60_000
const minutes = 60_000
/** Up to three days, with growing pauses; Stripe does not say which. */
const repeatsMs = [5, 30, 120, 300, 600, 720, 720, 720, 720].map((each) => each * minutes)

/** Sessions, and the words about them that are on their way to the city. */
function desk({ account, ipnUrl, now: base = Date.now }: Start) {
  const payments = new Map<string, Payment>()
  const { switches, switchesOf, inForce } = switchboard()
  const closing = new AbortController()
  const clock = { aheadMs: 0 }
  const now = () => base() + clock.aheadMs
  const notices = post<{ body: string; type: string }>({
    now,
    inForce,
    repeatsMs,
    isFinal: (answer) => /^2\d\d$/.test(answer),
    async send({ of: { body } }, forged) {
      const secret = forged ? `not ${account.webhookSecret}` : account.webhookSecret
      // Signed anew each time it is sent, on the clock that the city has too.
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signature(body, secret, Math.floor(base() / 1_000)),
      }
      const url = typeof ipnUrl === 'string' ? ipnUrl : ipnUrl()
      const said = await sendWord(url, { method: 'POST', headers, body }, { closing: closing.signal, patienceMs })
      return typeof said === 'string' ? said : `${said.status}`
    },
  })
  function say(of: Payment, type: string, object: object): void {
    const event = { id: idOf('evt'), object: 'event', api_version: '2025-03-31.basil', livemode: false }
    const body = JSON.stringify({ ...event, created: Math.floor(now() / 1_000), type, data: { object } })
    notices.add(of.reference, { body, type })
  }
  return {
    ...{ account, payments, switches, switchesOf, inForce, clock, now, notices, say },
    saySession: (of: Payment, what: string) => say(of, `checkout.session.${what}`, sessionOf(of)),
    async close(): Promise<void> {
      closing.abort()
      await notices.close()
    },
  }
}

/** What cards, banks, their holders and Stripe itself do. */
function acts({ inForce, now, say, saySession }: ReturnType<typeof desk>) {
  const pending = { refunds: false }
  return {
    pending,
    /** The payer is done: by card at once, by a slow bank with the money still to come. */
    complete(of: Payment, paid: boolean): void {
      if (of.status !== 'open') return
      const { amountVnd = of.amountVnd } = inForce(of.reference)
      Object.assign(of, { amountVnd, status: 'complete', intent: idOf('pi'), paymentStatus: paid ? 'paid' : 'unpaid' })
      if (paid) of.paidAt = now()
      saySession(of, 'completed')
    },
    expire(of: Payment): void {
      if (of.status !== 'open') return
      of.status = 'expired'
      saySession(of, 'expired')
    },
    clear(of: Payment, came: boolean): void {
      of.lateAt = undefined
      if (came) Object.assign(of, { paymentStatus: 'paid', paidAt: now() })
      saySession(of, came ? 'async_payment_succeeded' : 'async_payment_failed')
    },
    back(of: Payment | undefined, amount: number, metadata: Record<string, string>): Refund | Wrong {
      const made = giveBack(of, amount, pending.refunds ? 'pending' : 'succeeded', metadata, now())
      if (of && 'id' in made) say(of, 'charge.refunded', chargeOf(of))
      return made
    },
    dispute(of: Payment): void {
      const { intent: payment_intent, amountVnd: amount } = of
      const object = { id: idOf('du'), object: 'dispute', amount, reason: 'fraudulent', payment_intent }
      say(of, 'charge.dispute.created', object)
    },
  }
}

/** The gateway without its doors: sessions, the moves of cards and banks, notifications on their way. */
export function openBank(start: Start) {
  const at = desk(start)
  const act = acts(at)
  const { payments, notices, now, switches, clock } = at
  let timer: NodeJS.Timeout | undefined

  const paymentOf = (reference: string): Payment => {
    const payment = [...payments.values()].findLast((each) => each.reference === reference)
    if (!payment) throw new Error(`stripe stand-in: no session of ${reference}`)
    return payment
  }
  /** Sessions whose time is over, and money of slow banks. */
  function settleLate(): void {
    const waits: number[] = []
    for (const each of payments.values()) {
      if (each.lateAt !== undefined && each.lateAt <= now()) act.clear(each, true)
      if (each.expiresAt <= now()) act.expire(each)
      if (each.lateAt !== undefined) waits.push(each.lateAt)
      else if (each.status === 'open') waits.push(each.expiresAt)
    }
    clearTimeout(timer)
    if (waits.length > 0) timer = setTimeout(settleLate, Math.max(0, Math.min(...waits) - now())).unref()
  }
  /** Sends what is due and waits for the answers. Call it after the clock was moved. */
  function deliver(): Promise<void> {
    settleLate()
    return notices.deliver()
  }
  const moves = (move: (of: Payment) => unknown) => (reference: string) => {
    move(paymentOf(reference))
    return deliver()
  }
  return {
    ...{ ...at, ...act, settleLate, deliver },
    /** As long as the provider's API is told to think. */
    think: () => new Promise<void>((done) => setTimeout(done, switches.slowSeconds * 1_000)),
    approve: moves((of) => act.complete(of, true)),
    /** A declined card leaves the page open, and so does going back: the city is told of neither. */
    ...{ decline: moves(() => undefined), cancel: moves(() => undefined) },
    /** The session ends before its time, as by Stripe's dashboard. */
    end: moves(act.expire),
    /** The card holder takes the money back. */
    suspect: moves(act.dispute),
    /** A slow bank: the payer is done, the money is not here; then it does not come. */
    ...{ promise: moves((of) => act.complete(of, false)), bounce: moves((of) => act.clear(of, false)) },
    /** Money that goes back by Stripe's dashboard. */
    refundByHand: (reference: string, amountVnd: number) => moves((of) => act.back(of, amountVnd, {}))(reference),
    /** Moves the gateway's own clock ahead and delivers what has become due. */
    tick(seconds: number): Promise<void> {
      clock.aheadMs += seconds * 1_000
      return deliver()
    },
    /** The money of a slow bank comes a minute after the session's time. */
    late(reference: string): void {
      const payment = paymentOf(reference)
      act.complete(payment, false)
      payment.lateAt = Math.max(payment.expiresAt, now()) + lateMs
      settleLate()
    },
    returnUrl: (reference: string): string => paymentOf(reference).returnUrl,
    close(): Promise<void> {
      clearTimeout(timer)
      return at.close()
    },
  }
}
export type Bank = ReturnType<typeof openBank>
