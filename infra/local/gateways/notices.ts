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
  /** The provider's own API thinks this long before it answers. */
  slowSeconds: number
}
const noSwitches: Switches = {
  drop: false,
  delaySeconds: 0,
  double: false,
  reorder: false,
  forge: false,
  amountVnd: undefined,
  slowSeconds: 0,
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

/** A word of a provider on its way to the city; `of` is what it tells of. */
export interface Notice<T> {
  of: T
  /** Switches of this order hold for it. */
  reference: string
  /** Sent so often. */
  sent: number
  dueAt: number
  /** What was answered each time, as `send` says it, or `lost`. */
  answers: string[]
  done: boolean
}

interface Post<T> {
  now: () => number
  inForce: (reference: string) => Switches
  /** Sends once; resolves to the answer, never rejects. */
  send: (notice: Notice<T>, forged: boolean) => Promise<string>
  isFinal: (answer: string) => boolean
  /** Milliseconds before each repeat; as many as the provider makes. */
  repeatsMs: readonly number[]
}

/** Notifications on their way, on the gateway's own clock. */
export function post<T>({ now, inForce, send, isFinal, repeatsMs }: Post<T>) {
  const notices: Notice<T>[] = []
  const flights = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const holds = (notice: Notice<T>): boolean =>
    notice.sent === 0 && inForce(notice.reference).reorder && notices.filter(({ sent }) => sent === 0).length < 2

  async function fly(notice: Notice<T>): Promise<void> {
    const { drop, double, forge } = inForce(notice.reference)
    notice.sent++
    notice.dueAt = now() + (repeatsMs[notice.sent - 1] ?? Number.POSITIVE_INFINITY)
    const said = drop
      ? ['lost']
      : await Promise.all(double ? [send(notice, forge), send(notice, forge)] : [send(notice, forge)])
    notice.answers.push(...said)
    notice.done = said.some(isFinal) || notice.sent > repeatsMs.length
  }

  /** Sends all that is due, one after the other in the order that the switches ask for. */
  function sendDue(waiting: boolean): Promise<void> {
    const due = notices.filter((notice) => !notice.done && notice.dueAt <= now() && (waiting || !holds(notice)))
    for (const notice of due) notice.dueAt = Number.POSITIVE_INFINITY
    const reversed = due.some(({ reference }) => inForce(reference).reorder)
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
    add(reference: string, of: T): void {
      const dueAt = now() + inForce(reference).delaySeconds * 1_000
      notices.push({ of, reference, sent: 0, dueAt, answers: [], done: false })
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
