import { type Mangling, type Movement, manglings, type Order, readOrder } from './bank-movements.ts'
import { listPage } from './bank-pages.ts'
import { openTeller, type Start } from './bank-teller.ts'
import { listOf, services, statementOf } from './bank-wire.ts'
import { type Answer, type Asked, noSuchPage, openCounter } from './counter.ts'
import { setSwitches, style } from './levers.ts'

export type Bank = Awaited<ReturnType<typeof startBank>>
type Teller = ReturnType<typeof openTeller>

/** An order from a form: the payload of a QR code, or what somebody typed. */
function orderIn(form: URLSearchParams): Order | undefined {
  const payload = form.get('payload')?.trim()
  if (payload) return readOrder(payload)
  const account = form.get('account')?.trim() ?? ''
  const amountVnd = Number((form.get('amount') ?? '').replace(/\D/g, ''))
  return account && amountVnd > 0 ? { account, amountVnd, memo: form.get('memo')?.trim() ?? '' } : undefined
}

const isMangling = (text: string): text is Mangling => text in manglings

/** What a developer chose: prepare a transfer, or play the payer. */
function choose(teller: Teller, form: URLSearchParams): Answer {
  const act = form.get('act') ?? ''
  const order = form.has('reference') ? teller.orders.get(form.get('reference')!) : orderIn(form)
  if (!order) return { status: 400, body: 'Không đọc được lệnh chuyển / no such order', type: 'text/plain' }
  if (act === 'scan') teller.keep(order)
  else if (act === 'out') teller.act(order, 'out')
  else if (act === 'twice') for (let time = 0; time < 2; time++) teller.act(order)
  else if (act === 'other') teller.act({ ...order, amountVnd: order.amountVnd + 1_000 })
  else if (isMangling(act)) teller.act(order, 'in', act)
  else return noSuchPage
  return { location: '/' }
}

/** A wrong token is answered as SePay does: 200, and nothing. */
const listed = (teller: Teller, { headers, query }: Asked): Answer => ({
  body:
    headers.authorization === `Bearer ${teller.account.sepay.apiToken}`
      ? JSON.stringify(listOf(teller.movements, query))
      : '',
  type: 'application/json',
})

async function answer(teller: Teller, asked: Asked): Promise<Answer> {
  const { route, body } = asked
  const form = new URLSearchParams(body)
  switch (route) {
    case 'GET /':
      return { body: listPage(teller) }
    case 'GET /style.css':
      return { body: style, type: 'text/css' }
    case 'GET /userapi/transactions/list':
      return listed(teller, asked)
    case 'GET /statement.csv':
      return { body: statementOf(teller.movements), type: 'text/csv' }
    case 'POST /play':
      return choose(teller, form)
    case 'POST /services':
      teller.tellers.splice(0, teller.tellers.length, ...services.filter((name) => form.has(name)))
      return { location: '/' }
    case 'POST /switches':
      setSwitches(teller.switches, form)
      return { location: '/' }
    case 'POST /deliver':
      await teller.deliver()
      return { location: '/' }
    default:
      return noSuchPage
  }
}

/**
 * Brings up a bank on 127.0.0.1, with SePay and payOS, which tell the city of its movements. No page of the city leads here:
 * a QR code is scanned, or account, amount and memo are typed. Rejects if the port is taken.
 */
export async function startBank(start: Start) {
  const teller = openTeller(start)
  const door = await openCounter((asked) => answer(teller, asked), start.port)
  const { movements, tellers, orders, switches, switchesOf, deliver, tick } = teller
  const settled = async (movement: Movement): Promise<Movement> => {
    await deliver()
    return movement
  }
  return {
    origin: door.origin,
    /** Where SePay's API is. */
    apiUrl: `${door.origin}/userapi`,
    /** Transfers that were scanned or typed, by memo, oldest first. */
    payments: () => [...orders].map(([reference, order]) => ({ reference, ...order })),
    movements: (): readonly Movement[] => movements,
    notices: () => teller.notices.notices,
    statement: () => statementOf(movements),
    /** Which services tell of movements: SePay alone at first. */
    tellers,
    /** Reads a QR code's text as a payer's app does and keeps the transfer. Throws if it is no VietQR. */
    scan(payload: string): string {
      const order = readOrder(payload)
      if (!order) throw new Error('bank stand-in: this is no VietQR')
      return teller.keep(order)
    },
    /** Confirms a transfer that was scanned. */
    approve: (reference: string, how?: Mangling) => settled(teller.act(teller.orderOf(reference), 'in', how)),
    transfer: (order: Order, how?: Mangling) => settled(teller.act(order, 'in', how)),
    payOut: (order: Order) => settled(teller.act(order, 'out')),
    ...{ switches, switchesOf, deliver, tick },
    async close(): Promise<void> {
      await Promise.all([teller.close(), door.close()])
    },
  }
}
