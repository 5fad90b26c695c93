import { type Answer, type Asked, noSuchPage, openCounter } from './counter.ts'
import { setSwitches, style } from './levers.ts'
import { api } from './momo-api.ts'
import { type Bank, openBank, type Start } from './momo-bank.ts'
import type { Payment } from './momo-orders.ts'
import { isAct, listPage, paymentPage, refundCodes, sayPage } from './momo-pages.ts'
import { isPath } from './momo-wire.ts'

export type Momo = Awaited<ReturnType<typeof startMomo>>

/** The order stands in the address, as in MoMo's own. */
const pageOf = (origin: string, bank: Bank, { reference }: Payment): string =>
  `${origin}/v2/gateway/pay?t=${Buffer.from(`${bank.account.partnerCode}|${reference}`).toString('base64url')}`

function payPage(bank: Bank, query: URLSearchParams): Answer {
  const [, reference = ''] = Buffer.from(query.get('t') ?? '', 'base64url')
    .toString()
    .split('|')
  const payment = bank.payments.get(reference)
  if (!payment) return noSuchPage
  if (payment.transactions.length > 0 || bank.now() >= payment.expiresAt) return { body: sayPage(payment, 'over') }
  return { body: paymentPage(payment), formTo: new URL(payment.returnUrl).origin }
}

/** What the payer or a developer chose on a page. */
function choose(bank: Bank, origin: string, form: URLSearchParams): Answer {
  const payment = bank.payments.get(form.get('reference') ?? '')
  const what = form.get('act')
  if (!payment || !isAct(what)) return { status: 404, body: 'Không có đơn này / no such order', type: 'text/plain' }
  if (what === 'late') bank.late(payment.reference)
  else if (what !== 'close') bank.act(payment, what)
  if (form.get('from') === 'list') return { location: '/' }
  const again = pageOf(origin, bank, payment)
  if (what === 'close' || what === 'late')
    return { body: sayPage(payment, what === 'close' ? 'closed' : 'lateSaid', again) }
  return { location: bank.returnUrl(payment.reference) }
}

async function answer(
  bank: Bank,
  origin: string,
  ask: ReturnType<typeof api>,
  { route, query, body }: Asked,
): Promise<Answer> {
  const path = route.replace('POST /v2/gateway/api/', '')
  if (isPath(path)) return ask(path, body)
  switch (route) {
    case 'GET /':
      return {
        body: listPage([...bank.payments.values()].reverse(), bank.notices.notices, bank.switches, bank.refunds.code),
      }
    case 'GET /style.css':
      return { body: style, type: 'text/css' }
    case 'GET /v2/gateway/pay':
      return payPage(bank, query)
    case 'POST /play':
      return choose(bank, origin, new URLSearchParams(body))
    case 'POST /switches':
      setSwitches(bank.switches, new URLSearchParams(body))
      return { location: '/' }
    case 'POST /refunds': {
      const code = Number(new URLSearchParams(body).get('code'))
      bank.refunds.code = refundCodes.find((each) => each === code) ?? 0
      return { location: '/' }
    }
    case 'POST /deliver':
      await bank.deliver()
      return { location: '/' }
    default:
      return noSuchPage
  }
}

/** Brings up the MoMo stand-in on 127.0.0.1. Its pages are for people, its methods for tests. Rejects if the port is taken. */
export async function startMomo(start: Start) {
  const bank = openBank(start)
  let origin = ''
  const ask = api(bank, (payment) => pageOf(origin, bank, payment))
  const door = await openCounter((asked) => answer(bank, origin, ask, asked), start.port)
  origin = door.origin
  const { switches, switchesOf, deliver, tick, late, returnUrl, refunds } = bank
  const { approve, decline, cancel, authorize, capture, release, process } = bank
  return {
    origin,
    apiUrl: `${origin}/v2/gateway/api`,
    /** Every order that was created, oldest first. */
    payments: () => [...bank.payments.values()],
    /** Every notification with what was answered to it. */
    notices: () => bank.notices.notices,
    ...{ switches, switchesOf, deliver, tick, late, returnUrl, refunds },
    ...{ approve, decline, cancel, authorize, capture, release, process },
    async close(): Promise<void> {
      await Promise.all([bank.close(), door.close()])
    },
  }
}
