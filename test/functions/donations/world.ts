import { createServer } from 'node:http'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { vi } from 'vitest'
import { handler as give } from '../../../functions/donations/give.ts'
import { handler as momoIpn } from '../../../functions/donations/settle-momo.ts'
import { handler as payosIpn } from '../../../functions/donations/settle-payos.ts'
import { handler as sepayIpn } from '../../../functions/donations/settle-sepay.ts'
import { handler as stripeIpn } from '../../../functions/donations/settle-stripe.ts'
import { handler as vnpayIpn } from '../../../functions/donations/settle-vnpay.ts'
import { handler as zalopayIpn } from '../../../functions/donations/settle-zalopay.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { startGateways } from '../../../infra/local/gateways/all.ts'
import { listen, readBody } from '../../../infra/local/serve.ts'
import { gatewayNames, sandbox } from '../../../infra/stages.ts'
import { eventOf, speak } from '../../call.ts'
import { makeEntity, makeProgram } from '../../make.ts'

const doors: Record<string, unknown> = {
  vnpay: vnpayIpn,
  momo: momoIpn,
  zalopay: zalopayIpn,
  stripe: stripeIpn,
  sepay: sepayIpn,
  payos: payosIpn,
}
const account = '0000000000777'
const accounts = {
  vnpay: { tmnCode: 'CITYTEST', hashSecret: 'a secret of the world of tests' },
  momo: { partnerCode: 'MOMO', accessKey: 'F8BBA842ECF85', secretKey: 'K951B6PE1waDMi640xX08PD3vg6EkVlz' },
  zalopay: { appId: '2553', key1: 'PcY4iZIKFCIdgZvA6ueMcMHHUbRLYjPL', key2: 'kLtgPl8HHhfvMuDHPwKfgfsY4Ydm9eIz' },
  stripe: { secretKey: 'sk_test_thanhphohoctap', webhookSecret: 'whsec_thanhphohoctap' },
  bank: {
    sepay: { hmacSecret: 'the sepay secret of the world of tests', apiToken: 'the token of the world' },
    payos: { checksumKey: 'the payos key of the world of tests' },
  },
}

/** Hands what a provider sends to the verb that answers it; `heard` has each word as it came. */
async function openDoors() {
  const heard: string[] = []
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://city')
    const body = (await readBody(request)).toString('utf8')
    heard.push(`${pathname}${search} ${body}`)
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const method = request.method ?? 'GET'
    const event = eventOf({ method, path: pathname, query: search.slice(1), headers, ...(body ? { body } : {}) })
    // A verb that ran out of time answers nothing, and the provider tells again.
    const said = await speak(doors[pathname.split('/')[3]!], event).catch(() => ({ statusCode: 503, body: '' }))
    response.writeHead(said.statusCode ?? 200, { 'content-type': 'application/json' }).end(said.body)
  })
  return { ...(await listen(server)), heard }
}

/** Every provider as its stand-in, the verbs that hear them, and one clock for all. Money is only what the stand-ins moved. */
export async function openWorld() {
  const city = await openDoors()
  const closing: (() => unknown)[] = [city.close]
  const later = <T extends { close(): unknown }>(begun: T): T => {
    closing.push(() => begun.close())
    return begun
  }
  const standIns = await startGateways({ accounts, city: city.origin, now: () => Date.now() }, later)
  // Two services tell of each transfer.
  standIns.bank.tellers.push('payos')
  for (const name of gatewayNames) {
    const own = standIns[name].origin
    const at = (url: string) => `${own}${new URL(url).pathname.replace(/^\/$/, '')}`
    for (const [what, address] of Object.entries(sandbox[name]))
      process.env[`${name.toUpperCase()}_${what.toUpperCase()}_URL`] = at(address)
  }
  process.env.PUBLIC_ORIGIN = city.origin
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .callsFake(({ Name }: { Name: string }) => ({
      Parameter: { Value: JSON.stringify(accounts[Name.split('/').at(-1) as keyof typeof accounts]) },
    }))
  for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await publishEntity(
    makeEntity({
      accounts: [{ bank: 'Ngân hàng thử', number: account, holder: 'QUY THU', from: '2026-01-01', bin: '970000' }],
    }),
  )
  await publishProgram(makeProgram())
  return {
    standIns,
    account,
    heard: city.heard,
    /** A donor gives, and presses again until the city has taken it. */
    async give(way: string, amountVnd: number, place: number): Promise<{ receiptKey: string; payUrl: string }> {
      const body = { program: 'heo', amountVnd, way, attempt: crypto.randomUUID() }
      const event = eventOf({ method: 'POST', path: '/api/donations', body })
      event.requestContext.http.sourceIp = `198.51.${place >> 8}.${place & 255}`
      for (;;) {
        const said = await speak(give, event).catch(() => ({ statusCode: 503, body: '' }))
        if (said.statusCode === 201) return JSON.parse(said.body ?? '')
        if ((said.statusCode ?? 0) < 500) throw new Error(`a gift is refused: ${said.body}`)
      }
    },
    close: async () => {
      for (const close of closing.reverse()) await close()
    },
  }
}
export type World = Awaited<ReturnType<typeof openWorld>>
