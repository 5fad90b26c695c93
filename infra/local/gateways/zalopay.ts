import { type Answer, type Asked, noSuchPage, openCounter } from './counter.ts'
import { setSwitches, style } from './levers.ts'
import { answerCall } from './zalopay-api.ts'
import { type Bank, openBank, type Start } from './zalopay-bank.ts'
import { isAct, listPage, paymentPage, sayPage } from './zalopay-pages.ts'
import { isCall } from './zalopay-wire.ts'

export type Zalopay = Awaited<ReturnType<typeof startZalopay>>

/** What the payer or a developer chose on a page. */
function choose(bank: Bank, form: URLSearchParams): Answer {
  const order = bank.orders.get(form.get('reference') ?? '')
  const what = form.get('act')
  if (!order || !isAct(what)) return { status: 404, body: sayPage('unknown') }
  if (what === 'late') bank.late(order.reference)
  else if (what !== 'close') bank.act(order, what)
  if (form.get('from') === 'list') return { location: '/' }
  if (what === 'close' || what === 'late') return { body: sayPage(what === 'close' ? 'closed' : 'late') }
  return { location: bank.returnUrl(order.reference) }
}

/** The page of an order, while it can be paid. */
function payPage({ orders, now }: Bank, query: URLSearchParams): Answer {
  const token = /"zptranstoken":"([\w-]+)"/.exec(decoded(query.get('order') ?? ''))?.[1]
  const order = [...orders.values()].find((each) => each.token === token)
  if (!order) return { status: 404, body: sayPage('unknown') }
  if (order.payments.length > 0 || now() >= order.expiresAt) return { status: 410, body: sayPage('over') }
  return { body: paymentPage(order), formTo: new URL(order.returnUrl).origin }
}

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8')

async function answer(bank: Bank, asked: Asked, origin: () => string): Promise<Answer> {
  const { route, query, body, headers } = asked
  const form = () => new URLSearchParams(body)
  const [, call = ''] = /^POST \/v2\/(\w+)$/.exec(route) ?? []
  if (isCall(call)) {
    const said = answerCall(bank, call, body, headers['content-type'] ?? '', origin())
    await bank.think()
    return { body: JSON.stringify(said), type: 'application/json' }
  }
  switch (route) {
    case 'GET /':
      return { body: listPage(bank) }
    case 'GET /style.css':
      return { body: style, type: 'text/css' }
    case 'GET /openinapp':
      return payPage(bank, query)
    case 'POST /play':
      return choose(bank, form())
    case 'POST /refund':
      bank.desk.decide(form().get('id') ?? '', form().get('state') === 'failed' ? 'failed' : 'done')
      return { location: '/' }
    case 'POST /switches':
      setSwitches(bank.switches, form())
      return { location: '/' }
    case 'POST /deliver':
      await bank.deliver()
      return { location: '/' }
    default:
      return noSuchPage
  }
}

/** Brings up the ZaloPay stand-in on 127.0.0.1. Its pages are for people, its methods for tests. Rejects if the port is taken. */
export async function startZalopay(start: Start) {
  const bank = openBank(start)
  let origin = ''
  const door = await openCounter((asked) => answer(bank, asked, () => origin), start.port)
  origin = door.origin
  const { switches, switchesOf, deliver, tick, approve, decline, cancel, late, returnUrl } = bank
  return {
    origin,
    apiUrl: `${origin}/v2`,
    /** Every order that was made, oldest first. */
    payments: () => [...bank.orders.values()],
    /** Every callback with what was answered to it. */
    notices: () => bank.notices.notices,
    /** Every refund that was accepted, oldest first. */
    refunds: () => [...bank.desk.refunds.values()],
    decideRefund: bank.desk.decide,
    ...{ switches, switchesOf, deliver, tick, approve, decline, cancel, late, returnUrl },
    async close(): Promise<void> {
      await Promise.all([bank.close(), door.close()])
    },
  }
}
