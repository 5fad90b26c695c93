import { createServer } from 'node:http'
import { readCallback } from '../../../functions/donations/providers/zalopay/told.ts'
import { zalopay as provider } from '../../../functions/donations/providers/zalopay/zalopay.ts'
import { startZalopay } from '../../../infra/local/gateways/zalopay.ts'
import { listen, readBody } from '../../../infra/local/serve.ts'

export const account = { appId: '2553', key1: 'one key of the gateway test', key2: 'another key of it' }
export const createdAt = '2026-11-23T16:50:00.000Z'

/** A merchant that only listens: keeps every callback and answers from a list, then with 1. */
async function openShop() {
  const heard: Buffer[] = []
  const says: (number | 'silence')[] = []
  const server = createServer(async (request, response) => {
    heard.push((await readBody(request, 100_000))!)
    const next = says.shift() ?? 1
    if (next === 'silence') return void request.socket.destroy()
    if (next >= 400) return void response.writeHead(next).end()
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ return_code: next }))
  })
  return { heard, says, ...(await listen(server, 0)) }
}

/** A gateway, a shop, and the city's own provider between them; the clock stands still until a test moves it. */
export async function openGateway() {
  const shop = await openShop()
  const clock = { ms: Date.parse(createdAt) }
  const gateway = await startZalopay({ account, ipnUrl: () => 'http://127.0.0.1:9/', now: () => clock.ms })
  const now = () => new Date(clock.ms).toISOString()
  const city = (of = account) => provider.open(JSON.stringify(of), { pay: `${gateway.origin}/`, api: gateway.apiUrl })
  const order = (reference: string) => ({
    ...{ reference, amountVnd: 50_000, info: 'Gop ABCD heo dat', lang: 'vi' as const, callerAddress: '127.0.0.1' },
    ...{ createdAt: now(), expiresAt: new Date(clock.ms + 900_000).toISOString() },
    ...{ returnUrl: 'http://127.0.0.1:9/receipts/k/return', notifyUrl: `${shop.origin}/ipn` },
  })
  return {
    ...{ shop, clock, gateway, city, order },
    /** The city has a page made. */
    begin: async (reference = '261123_A', of = account) => (await city(of).begin(order(reference))).payUrl!,
    ask: (reference = '261123_A', made = createdAt) =>
      city().ask!({
        ...{ reference, createdAt: made, amountVnd: 50_000, requestId: '1', now: now(), callerAddress: '127.0.0.1' },
      }),
    back: (over: { amountVnd?: number; refundReference?: string; transactionId: string }) => ({
      ...{ refundReference: 'R1', reference: '261123_A', amountVnd: 20_000, paidVnd: 50_000 },
      ...{ createdAt, orderedAt: createdAt, now: now(), by: 'quy', ...over },
    }),
    press: (act: string, reference = '261123_A', from = 'payer') =>
      fetch(`${gateway.origin}/play`, {
        method: 'POST',
        body: new URLSearchParams({ act, reference, from }),
        redirect: 'manual',
      }),
    /** What the city's own reader makes of all that the shop heard. */
    believed: () =>
      shop.heard.map((raw) => readCallback(raw, account)).map((said) => (said.forged ? 'forged' : said.told)),
    async close() {
      await gateway.close()
      await shop.close()
    },
  }
}
