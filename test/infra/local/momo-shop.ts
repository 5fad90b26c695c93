import { createServer } from 'node:http'
import { momo as provider } from '../../../functions/donations/providers/momo/momo.ts'
import { readNotification, readReturn } from '../../../functions/donations/providers/momo/told.ts'
import { startMomo } from '../../../infra/local/gateways/momo.ts'
import { listen, readBody } from '../../../infra/local/serve.ts'
import vectors from '../../vectors/payments.json' with { type: 'json' }

export const account = vectors.momo.public_sandbox
export const createdAt = '2026-11-23T16:59:59.000Z'
export const order = {
  ...{ reference: 'LC1', amountVnd: 50_000, info: 'Gop ABCD heo dat', lang: 'vi' as 'vi' | 'en' },
  ...{ callerAddress: '203.0.113.7', createdAt, expiresAt: '2026-11-23T17:09:59.000Z' },
  returnUrl: 'http://127.0.0.1:9/receipts/k/return',
}

/** MoMo and a merchant that answers from a list, then with 204; the clock stands still at `createdAt` until a test moves it. */
export async function openMomo() {
  const heard: Buffer[] = []
  const says: number[] = []
  const shop = await listen(
    createServer(async (request, response) => {
      heard.push((await readBody(request, 100_000))!)
      response.writeHead(says.shift() ?? 204).end()
    }),
  )
  const clock = { ms: Date.parse(createdAt) }
  const momo = await startMomo({ account, now: () => clock.ms })
  const speaker = (of = account) => provider.open(JSON.stringify(of), { pay: momo.origin, api: momo.apiUrl })
  return {
    ...{ momo, clock, heard, says, speaker },
    gateway: speaker(),
    /** An order as the city makes it; the address of its page. */
    begin: async (more: Partial<typeof order> = {}, of = account): Promise<string> =>
      (await speaker(of).begin({ ...order, ...more, notifyUrl: `${shop.origin}/ipn` })).payUrl!,
    press: (act: string, reference = 'LC1', from = 'payer') =>
      fetch(`${momo.origin}/play`, {
        method: 'POST',
        body: new URLSearchParams({ act, reference, from }),
        redirect: 'manual',
      }),
    /** What the city's own reader makes of all that the shop heard. */
    believed: () =>
      heard.map((raw) => {
        const said = readNotification(raw, account)
        return said.forged ? 'forged' : said.notification
      }),
    returned: (url: string | null) => readReturn(new URL(url!).search.slice(1), account),
    async close() {
      await momo.close()
      await shop.close()
    },
  }
}
