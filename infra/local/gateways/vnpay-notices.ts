import type { Payment, Transaction } from './vnpay-payments.ts'

/** What goes wrong between the gateway and the city. */
export interface Switches {
  /** The notification gets lost; the gateway takes it for a timeout and repeats it later. */
  drop: boolean
  delaySeconds: number
  /** Each notification goes out twice at once. */
  double: boolean
  /** A notification waits for the next one, which goes first; `deliver()` waits no longer. */
  reorder: boolean
  /** Signed with another key. */
  forge: boolean
  /** The bank pays this much instead; undefined: what was asked. */
  amountVnd: number | undefined
}
const noSwitches: Switches = {
  drop: false,
  delaySeconds: 0,
  double: false,
  reorder: false,
  forge: false,
  amountVnd: undefined,
}

/** General switches, and those of one order, which outweigh them and may be set before the order is known. */
export function switchboard() {
  const switches: Switches = { ...noSwitches }
  const own = new Map<string, Partial<Switches>>()
  return {
    switches,
    switchesOf(reference: string): Partial<Switches> {
      if (!own.has(reference)) own.set(reference, {})
      return own.get(reference)!
    },
    inForce: (reference: string): Switches => ({ ...switches, ...own.get(reference) }),
  }
}

export interface Notice {
  payment: Payment
  transaction: Transaction
  /** Sent so often. */
  sent: number
  dueAt: number
  /** What was answered each time: an RspCode, `lost`, `timeout`, or `HTTP 502`. */
  answers: string[]
  done: boolean
}

const repeatMs = 5 * 60_000
const repeats = 10
const isFinal = (answer: string): boolean => answer === '00' || answer === '02'

interface Post {
  now: () => number
  inForce: (reference: string) => Switches
  /** Sends once; resolves to the answer, never rejects. */
  send: (notice: Notice, forged: boolean) => Promise<string>
}

/** Notifications on their way: five minutes apart, ten repeats at most, on the gateway's own clock. */
export function post({ now, inForce, send }: Post) {
  const notices: Notice[] = []
  const flights = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const holds = (notice: Notice): boolean =>
    notice.sent === 0 &&
    inForce(notice.payment.reference).reorder &&
    notices.filter(({ sent }) => sent === 0).length < 2

  async function fly(notice: Notice): Promise<void> {
    const { drop, double, forge } = inForce(notice.payment.reference)
    notice.sent++
    notice.dueAt = now() + repeatMs
    const said = drop
      ? ['lost']
      : await Promise.all(double ? [send(notice, forge), send(notice, forge)] : [send(notice, forge)])
    notice.answers.push(...said)
    notice.done = said.some(isFinal) || notice.sent > repeats
  }

  /** Sends all that is due, one after the other in the order that the switches ask for. */
  function sendDue(waiting: boolean): Promise<void> {
    const due = notices.filter((notice) => !notice.done && notice.dueAt <= now() && (waiting || !holds(notice)))
    for (const notice of due) notice.dueAt = Number.POSITIVE_INFINITY
    const reversed = due.some(({ payment }) => inForce(payment.reference).reorder)
    const flight = (async () => {
      if (!reversed) await Promise.all(due.map(fly))
      else for (const notice of due.reverse()) await fly(notice)
    })().finally(() => {
      flights.delete(flight)
      arm()
    })
    flights.add(flight)
    return flight
  }

  function arm(): void {
    clearTimeout(timer)
    const next = Math.min(...notices.filter((notice) => !notice.done && !holds(notice)).map(({ dueAt }) => dueAt))
    if (closed || !Number.isFinite(next)) return
    timer = setTimeout(() => void sendDue(false), Math.min(Math.max(0, next - now()), 2 ** 31 - 1)).unref()
  }

  return {
    notices,
    add(payment: Payment, transaction: Transaction): void {
      const dueAt = now() + inForce(payment.reference).delaySeconds * 1_000
      notices.push({ payment, transaction, sent: 0, dueAt, answers: [], done: false })
      arm()
    },
    /** Sends what is due and waits for every answer. */
    async deliver(): Promise<void> {
      await sendDue(true)
      while (flights.size > 0) await Promise.all(flights)
    },
    async close(): Promise<void> {
      closed = true
      clearTimeout(timer)
      while (flights.size > 0) await Promise.all(flights)
    },
  }
}
