import { ledgerOf, type Mangling, type Movement, type Order } from './bank-movements.ts'
import { type Account, payosWord, type Service, sepayWord } from './bank-wire.ts'
import { sendWord } from './counter.ts'
import { post, switchboard } from './notices.ts'

export interface Start {
  account: Account
  /** Where a service's notifications go; a function if it is known only later. */
  ipnUrl: (service: Service) => string
  /** Milliseconds; the bank's clock. */
  now?: () => number
  /** 0 or nothing: any free one. */
  port?: number
}

const patienceMs = 30_000
/** SePay repeats after these minutes, eight times in all; payOS is taken to do the same. */
const repeatsMs = [1, 1, 2, 3, 5, 8, 13].map((minutes) => minutes * 60_000)

/** Heard is 200 or 201 and `{"success":true}`. */
function isHeard({ status, text }: { status: number; text: string }): boolean {
  try {
    return [200, 201].includes(status) && (JSON.parse(text) as { success?: unknown } | null)?.success === true
  } catch {
    return false
  }
}

/** The bank without its door: transfers that wait, movements, notifications on their way. */
export function openTeller({ account, ipnUrl, now: base = Date.now }: Start) {
  const orders = new Map<string, Order>()
  const tellers: Service[] = ['sepay']
  const { switches, switchesOf, inForce } = switchboard()
  const closing = new AbortController()
  let ahead = 0
  const now = () => base() + ahead
  const { movements, move } = ledgerOf(now)

  async function tell({ service, movement }: { service: Service; movement: Movement }, forged: boolean) {
    const key: Account = forged
      ? {
          sepay: { hmacSecret: `not ${account.sepay.hmacSecret}`, apiToken: '' },
          payos: { checksumKey: 'not the key' },
        }
      : account
    const word = service === 'sepay' ? sepayWord(movement, key, now()) : payosWord(movement, key)
    const said = await sendWord(ipnUrl(service), word, { closing: closing.signal, patienceMs })
    if (typeof said === 'string') return said
    return isHeard(said) ? 'success' : `HTTP ${said.status}`
  }
  const notices = post<{ service: Service; movement: Movement }>({
    now,
    inForce,
    repeatsMs,
    isFinal: (answer) => answer === 'success',
    send: ({ of }, forged) => tell(of, forged),
  })

  return {
    ...{ account, orders, tellers, movements, now, notices, switches, switchesOf },
    keep(order: Order): string {
      orders.set(order.memo, order)
      return order.memo
    },
    orderOf(reference: string): Order {
      const order = orders.get(reference)
      if (!order) throw new Error(`bank stand-in: nobody scanned ${reference}`)
      return order
    },
    /** Moves the money; whoever tells of movements is told to. payOS knows of incoming ones only. */
    act(order: Order, direction: 'in' | 'out' = 'in', how: Mangling = 'plain'): Movement {
      const amountVnd = inForce(order.memo).amountVnd ?? order.amountVnd
      const movement = move({ ...order, amountVnd }, direction, how)
      for (const service of tellers)
        if (direction === 'in' || service === 'sepay') notices.add(order.memo, { service, movement })
      return movement
    },
    /** Sends what is due and waits for the answers. Call it after the clock was moved. */
    deliver: () => notices.deliver(),
    /** Moves the bank's own clock ahead and delivers what has become due. */
    tick(seconds: number): Promise<void> {
      ahead += seconds * 1_000
      return notices.deliver()
    },
    close(): Promise<void> {
      closing.abort()
      return notices.close()
    },
  }
}
