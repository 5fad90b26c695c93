import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { payUrl } from '../../../functions/donations/providers/vnpay/pay.ts'
import { readNotification } from '../../../functions/donations/providers/vnpay/told.ts'
import { startVnpay } from '../../../infra/local/gateways/vnpay.ts'

/** A merchant that only listens: keeps every notification and answers from a list, then with 00. */
export async function openShop() {
  const heard: URLSearchParams[] = []
  const says: (string | number | 'silence')[] = []
  const server = createServer((request, response) => {
    heard.push(new URL(request.url ?? '/', 'http://shop').searchParams)
    const next = says.shift() ?? '00'
    if (next === 'silence') return void request.socket.destroy()
    if (typeof next === 'number') return void response.writeHead(next).end()
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ RspCode: next, Message: '' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    ipnUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ipn`,
    heard,
    says,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

export const account = { tmnCode: 'CITYTEST', hashSecret: 'a secret of the gateway test' }
export const createdAt = '2026-11-23T16:59:59.000Z'
export const expiresAt = '2026-11-23T17:14:59.000Z'
const order = {
  reference: 'LC1',
  amountVnd: 50_000,
  info: 'Gop ABCD heo dat',
  lang: 'vi' as 'vi' | 'en',
  callerAddress: '203.0.113.7',
  createdAt,
  expiresAt,
  returnUrl: 'http://127.0.0.1:9/receipts/k/return',
}

/** A gateway and a shop; the clock stands still at `createdAt` until a test moves it. */
export async function openGateway() {
  const shop = await openShop()
  const clock = { ms: Date.parse(createdAt) }
  const vnpay = await startVnpay({ account, ipnUrl: () => shop.ipnUrl, now: () => clock.ms })
  const read = (query: URLSearchParams) => readNotification(query.toString(), account)
  return {
    shop,
    vnpay,
    clock,
    read,
    /** The payer opens the page of an order. */
    async visit(more: Partial<typeof order> = {}, of = account) {
      const got = await fetch(payUrl({ ...order, ...more }, of, vnpay.payUrl))
      return { status: got.status, text: await got.text(), csp: got.headers.get('content-security-policy') }
    },
    press: (act: string, reference = 'LC1', from = 'payer') =>
      fetch(`${vnpay.origin}/play`, {
        method: 'POST',
        body: new URLSearchParams({ act, reference, from }),
        redirect: 'manual',
      }),
    /** What the city's own reader makes of all that the shop heard. */
    believed: () => shop.heard.map(read).map((said) => (said.forged ? 'forged' : said.notification)),
    async close() {
      await vnpay.close()
      await shop.close()
    },
  }
}
