import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { api } from './vnpay-api.ts'
import { type Bank, openBank, type Start } from './vnpay-bank.ts'
import { isAct, listPage, paymentPage, sayPage, style, wrongPage } from './vnpay-pages.ts'
import { open } from './vnpay-payments.ts'

export type Vnpay = Awaited<ReturnType<typeof startVnpay>>

const longestBody = 100_000

async function read(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk
    if (body.length > longestBody) throw new Error('body too long')
  }
  return body
}

type Answer = { status?: number; type?: string; body?: string; location?: string; formTo?: string }

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

function setSwitches(bank: Bank, form: URLSearchParams): Answer {
  for (const name of ['drop', 'double', 'reorder', 'forge'] as const) bank.switches[name] = form.has(name)
  bank.switches.delaySeconds = Number(form.get('delaySeconds')) || 0
  bank.switches.amountVnd = Number(form.get('amountVnd')) || undefined
  return { location: '/' }
}

function payPage(bank: Bank, query: string): Answer {
  const payment = open(query, bank.account, bank.now(), bank.payments)
  if ('code' in payment)
    return {
      status: 400,
      body: wrongPage(payment, new URLSearchParams(query).get('vnp_Locale') === 'en' ? 'en' : 'vi'),
    }
  bank.payments.set(payment.reference, payment)
  return { body: paymentPage(payment), formTo: new URL(payment.returnUrl).origin }
}

async function answer(bank: Bank, ask: (body: string) => object, request: IncomingMessage): Promise<Answer> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://gateway')
  const form = async () => new URLSearchParams(await read(request))
  switch (`${request.method} ${pathname}`) {
    case 'GET /':
      return { body: listPage([...bank.payments.values()].reverse(), bank.notices.notices, bank.switches) }
    case 'GET /style.css':
      return { body: style, type: 'text/css' }
    case 'GET /paymentv2/vpcpay.html':
      return payPage(bank, search.slice(1))
    case 'POST /play':
      return choose(bank, await form())
    case 'POST /switches':
      return setSwitches(bank, await form())
    case 'POST /deliver':
      await bank.deliver()
      return { location: '/' }
    case 'POST /merchant_webapi/api/transaction':
      bank.settleLate()
      return { body: JSON.stringify(ask(await read(request))), type: 'application/json' }
    default:
      return { status: 404, body: 'Không có trang này / no such page', type: 'text/plain' }
  }
}

function reply(
  response: ServerResponse,
  { status, type = 'text/html', body = '', location, formTo = '' }: Answer,
): void {
  response.writeHead(location ? 303 : (status ?? 200), {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${formTo}; frame-ancestors 'none'; base-uri 'none'`,
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    ...(location ? { location } : {}),
  })
  response.end(body)
}

/** Brings up the VNPAY stand-in on 127.0.0.1. Its pages are for people, its methods for tests. Rejects if the port is taken. */
export async function startVnpay(start: Start) {
  const bank = openBank(start)
  const ask = api(start.account, bank.payments, bank.now)
  const server = createServer((request, response) => {
    answer(bank, ask, request).then(
      (said) => reply(response, said),
      (error: unknown) => reply(response, { status: 500, body: String(error), type: 'text/plain' }),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(start.port ?? 0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { switches, switchesOf, deliver, tick, approve, decline, cancel, suspect, late, returnUrl } = bank
  return {
    origin,
    payUrl: `${origin}/paymentv2/vpcpay.html`,
    apiUrl: `${origin}/merchant_webapi/api/transaction`,
    /** Every payment whose page was opened, oldest first. */
    payments: () => [...bank.payments.values()],
    /** Every notification with what was answered to it. */
    notices: () => bank.notices.notices,
    ...{ switches, switchesOf, deliver, tick, approve, decline, cancel, suspect, late, returnUrl },
    async close(): Promise<void> {
      server.closeAllConnections()
      await Promise.all([bank.close(), new Promise((resolve) => server.close(resolve))])
    },
  }
}
