import { type Answer, type Asked, noSuchPage, openCounter } from './counter.ts'
import { setSwitches, style } from './levers.ts'
import { api } from './stripe-api.ts'
import { type Bank, openBank, type Start } from './stripe-bank.ts'
import { isAct, listPage, paymentPage } from './stripe-pages.ts'
import { refundedVnd } from './stripe-sessions.ts'

export type Stripe = Awaited<ReturnType<typeof startStripe>>

/** What the payer or a developer chose on a page. */
function choose(bank: Bank, form: URLSearchParams): Answer {
  const of = bank.payments.get(form.get('session') ?? '')
  const what = form.get('act')
  if (!of || !isAct(what)) return noSuchPage
  if (what === 'cancel') return { location: of.cancelUrl }
  if (what === 'decline' || of.status !== 'open') return { body: paymentPage(of, true), formTo: originsOf(of) }
  if (what === 'late') bank.late(of.reference)
  else if (what === 'expire') bank.expire(of)
  else bank.complete(of, what === 'approve')
  return { location: what === 'expire' ? of.cancelUrl : of.returnUrl }
}

/** What happens to money that came. */
function after(bank: Bank, form: URLSearchParams): Answer {
  const of = bank.payments.get(form.get('session') ?? '')
  if (!of?.intent) return noSuchPage
  if (form.get('act') === 'refund') bank.back(of, of.amountVnd - refundedVnd(of), {})
  else bank.dispute(of)
  return { location: '/' }
}

const originsOf = ({ returnUrl, cancelUrl }: { returnUrl: string; cancelUrl: string }): string =>
  [...new Set([returnUrl, cancelUrl].map((url) => new URL(url).origin))].join(' ')

async function answer(bank: Bank, ask: (asked: Asked) => Promise<Answer>, asked: Asked): Promise<Answer> {
  const { route, body } = asked
  const id = /^GET \/c\/pay\/(\w+)$/.exec(route)?.[1]
  const of = id === undefined ? undefined : bank.payments.get(id)
  if (of) return { body: paymentPage(of), formTo: originsOf(of) }
  if (/^\w+ \/v1\//.test(route)) return ask(asked)
  switch (route) {
    case 'GET /':
      return { body: listPage([...bank.payments.values()].reverse(), bank.notices.notices, bank.switches) }
    case 'GET /style.css':
      return { body: style, type: 'text/css' }
    case 'POST /play':
      return choose(bank, new URLSearchParams(body))
    case 'POST /after':
      return after(bank, new URLSearchParams(body))
    case 'POST /switches':
      setSwitches(bank.switches, new URLSearchParams(body))
      return { location: '/' }
    case 'POST /deliver':
      await bank.deliver()
      return { location: '/' }
    default:
      return noSuchPage
  }
}

/** Brings up the Stripe stand-in on 127.0.0.1. Its pages are for people, its methods for tests. Rejects if the port is taken. */
export async function startStripe(start: Start) {
  const bank = openBank(start)
  let origin = ''
  const ask = api(bank, () => origin)
  const door = await openCounter((asked) => answer(bank, ask, asked), start.port)
  origin = door.origin
  const { switches, switchesOf, deliver, tick, approve, decline, cancel, suspect, late, returnUrl, pending } = bank
  const { end, promise, bounce, refundByHand } = bank
  return {
    origin,
    /** Where its API is; `/v1/…` stands below. */
    apiUrl: origin,
    /** Every session, oldest first. */
    payments: () => [...bank.payments.values()],
    /** Every notification with what was answered to it. */
    notices: () => bank.notices.notices,
    ...{ switches, switchesOf, deliver, tick, approve, decline, cancel, suspect, late, returnUrl },
    /** `pending.refunds`: a refund is accepted and not done. */
    ...{ pending, end, promise, bounce, refundByHand },
    async close(): Promise<void> {
      await Promise.all([bank.close(), door.close()])
    },
  }
}
