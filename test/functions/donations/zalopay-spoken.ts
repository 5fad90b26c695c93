import { zalopay } from '../../../functions/donations/providers/zalopay/zalopay.ts'

export const account = { appId: '2553', key1: 'one key of the test', key2: 'another key of it' }
const at = { pay: 'https://gateway.example/', api: 'https://api.example/v2' }
export const order = {
  reference: '261123_ABCDEFGHIJKLMNOP',
  amountVnd: 50_000,
  info: 'Gop ABCD heo dat',
  lang: 'vi' as const,
  callerAddress: '203.0.113.7',
  createdAt: '2026-11-23T16:59:59.000Z',
  expiresAt: '2026-11-23T17:14:59.000Z',
  returnUrl: 'https://city.example/receipts/k/return',
  notifyUrl: 'https://city.example/api/payments/zalopay/ipn',
}

/** ZaloPay that says this, and what it was asked. */
export function speaking(said: object | string, status = 200) {
  const asked: { url: string; form: Record<string, string> }[] = []
  const send: typeof fetch = async (url, init) => {
    asked.push({ url: String(url), form: Object.fromEntries(init?.body as URLSearchParams) })
    return new Response(typeof said === 'string' ? said : JSON.stringify(said), { status })
  }
  return { asked, gateway: zalopay.open(JSON.stringify(account), at, send) }
}
export const no = (sub: number) => ({
  return_code: 2,
  return_message: 'x',
  sub_return_code: sub,
  sub_return_message: 'x',
})
