import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { stripe } from '../../../functions/donations/providers/stripe/stripe.ts'
import { readEvent } from '../../../functions/donations/providers/stripe/told.ts'
import { startStripe } from '../../../infra/local/gateways/stripe.ts'
import { readBody } from '../../../infra/local/serve.ts'

export const account = { secretKey: 'sk_test_ofthegatewaytest', webhookSecret: 'whsec_of_the_gateway_test' }
export const createdAt = '2026-11-23T16:59:59.000Z'
export const order = {
  reference: 'LC261123ABCDEFGHIJKLMN',
  amountVnd: 50_000,
  info: 'Gop ABCD heo dat',
  lang: 'en' as 'vi' | 'en',
  callerAddress: '203.0.113.7',
  createdAt,
  expiresAt: '2026-11-23T17:27:59.000Z',
  returnUrl: 'http://127.0.0.1:9/receipts/k/return',
  notifyUrl: 'http://127.0.0.1:9/api/payments/stripe/ipn',
}

/** The stand-in, a shop that listens and answers from a list, then 200, and the city's own half; the clock stands still. */
export async function openStripeGateway() {
  const heard: { body: Buffer; signature: string }[] = []
  const says: number[] = []
  const shop = createServer(async (request, response) => {
    heard.push({ body: await readBody(request), signature: String(request.headers['stripe-signature']) })
    response.writeHead(says.shift() ?? 200).end('{}')
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  const clock = { ms: Date.parse(createdAt) }
  const now = () => clock.ms
  const gate = await startStripe({
    account,
    now,
    ipnUrl: `http://127.0.0.1:${(shop.address() as AddressInfo).port}/ipn`,
  })
  const line: { lost: number } = { lost: 0 }
  /** Loses so many answers to what was told, on their way back. */
  const send: typeof fetch = async (url, init) => {
    const answer = await fetch(url, init)
    if (init?.method === 'POST' && line.lost-- > 0) throw new TypeError('fetch failed')
    return answer
  }
  const at = { pay: gate.origin, api: gate.apiUrl }
  return {
    ...{ gate, heard, says, clock, line },
    city: stripe.open(JSON.stringify(account), at, send),
    wrongKey: stripe.open(JSON.stringify({ ...account, secretKey: 'sk_test_ofsomebody' }), at),
    /** What the city's own reader makes of all that the shop heard. */
    believed: () =>
      heard.map(({ body, signature }) => {
        const read = readEvent(body, signature, account, new Date(clock.ms).toISOString())
        return read.forged ? 'forged' : read.event.type
      }),
    press: (act: string, session: string) =>
      fetch(`${gate.origin}/play`, { method: 'POST', body: new URLSearchParams({ act, session }), redirect: 'manual' }),
    async close() {
      await gate.close()
      shop.closeAllConnections()
      await new Promise((resolve) => shop.close(resolve))
    },
  }
}
