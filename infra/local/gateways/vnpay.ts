import { type Answer, type Asked, noSuchPage, openCounter } from './counter.ts'
import { setSwitches, style } from './levers.ts'
import { api } from './vnpay-api.ts'
import { type Bank, openBank, type Start } from './vnpay-bank.ts'
import { isAct, listPage, paymentPage, sayPage, wrongPage } from './vnpay-pages.ts'
import { open } from './vnpay-payments.ts'
import { settleRefunds } from './vnpay-refunds.ts'

export type Vnpay = Awaited<ReturnType<typeof startVnpay>>

/** What the payer or a developer chose on a page. */
function choose(bank: Bank, form: URLSearchParams): Answer {
  const payment = bank.payments.get(form.get('reference') ?? '')
  const what = form.get('act')
  if (!payment || !isAct(what)) return { status: 404, body: 'Không có đơn này / no such order', type: 'text/plain' }
  const back = form.get('from') === 'list'
  if (what === 'late') bank.late(payment.reference)
  else if (what !== 'close') bank.act(payment, what)
  if (back) return { location: '/' }
  if (what === 'close' || what === 'late') return { body: sayPage(payment, what === 'close' ? 'closed' : 'lateSaid') }
  return { location: bank.returnUrl(payment.reference) }
}

function payPage(bank: Bank, rawQuery: string, query: URLSearchParams): Answer {
  const payment = open(rawQuery, bank.account, bank.now(), bank.payments)
  if ('code' in payment)
    return {
      status: 400,
      body: wrongPage(payment, query.get('vnp_Locale') === 'en' ? 'en' : 'vi'),
    }
  bank.payments.set(payment.reference, payment)
  return { body: paymentPage(payment), formTo: new URL(payment.returnUrl).origin }
}

async function answer(
  bank: Bank,
  ask: (body: string) => object,
  { route, query, rawQuery, body }: Asked,
): Promise<Answer> {
  const form = () => new URLSearchParams(body)
  switch (route) {
    case 'GET /':
      return { body: listPage(bank) }
    case 'GET /style.css':
      return { body: style, type: 'text/css' }
    case 'GET /paymentv2/vpcpay.html':
      return payPage(bank, rawQuery, query)
    case 'POST /play':
      return choose(bank, form())
    case 'POST /switches':
      setSwitches(bank.switches, form())
      return { location: '/' }
    case 'POST /refunds':
      Object.assign(bank.refunds, { off: form().has('off'), refuse: form().has('refuse') })
      for (const payment of bank.payments.values())
        settleRefunds(payment, { ...bank.refunds, doneAfterSeconds: form().has('now') ? 0 : 60 }, bank.now())
      return { location: '/' }
    case 'POST /deliver':
      await bank.deliver()
      return { location: '/' }
    case 'POST /merchant_webapi/api/transaction':
      bank.settleLate()
      await bank.think()
      return { body: JSON.stringify(ask(body)), type: 'application/json' }
    default:
      return noSuchPage
  }
}

/** Brings up the VNPAY stand-in on 127.0.0.1. Its pages are for people, its methods for tests. Rejects if the port is taken. */
export async function startVnpay(start: Start) {
  const bank = openBank(start)
  const ask = api(bank)
  const door = await openCounter((asked) => answer(bank, ask, asked), start.port)
  const { origin } = door
  const { switches, switchesOf, refunds, deliver, tick, approve, decline, cancel, suspect, late, returnUrl } = bank
  return {
    origin,
    payUrl: `${origin}/paymentv2/vpcpay.html`,
    apiUrl: `${origin}/merchant_webapi/api/transaction`,
    /** Every payment whose page was opened, oldest first. */
    payments: () => [...bank.payments.values()],
    /** Every notification with what was answered to it. */
    notices: () => bank.notices.notices,
    ...{ switches, switchesOf, refunds, deliver, tick, approve, decline, cancel, suspect, late, returnUrl },
    async close(): Promise<void> {
      await Promise.all([bank.close(), door.close()])
    },
  }
}
