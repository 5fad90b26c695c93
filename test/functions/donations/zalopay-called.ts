import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { expect, vi } from 'vitest'
import type { Donation } from '../../../functions/donations/donation.ts'
import { macOf } from '../../../functions/donations/providers/zalopay/signature.ts'
import { handler } from '../../../functions/donations/settle-zalopay.ts'
import { call } from '../../call.ts'
import { pledged as pledgedBy } from '../gifts.ts'

export { kept, received, untouched } from './kept.ts'

/** ZaloPay's public sandbox app. */
export const account = {
  appId: '2553',
  key1: 'PcY4iZIKFCIdgZvA6ueMcMHHUbRLYjPL',
  key2: 'kLtgPl8HHhfvMuDHPwKfgfsY4Ydm9eIz',
}

let number = 261_123_000_000_000
/** What ZaloPay tells of a gift; a transaction of its own each time. */
export const dataOf = (of: Pick<Donation, 'amountVnd' | 'attempts'>, over: object = {}): Record<string, unknown> => ({
  app_id: 2553,
  app_trans_id: of.attempts[0]!.reference,
  app_time: 1_795_417_200_000,
  app_user: 'learning-city',
  amount: of.amountVnd,
  embed_data: '{"redirecturl":"https://city.example/receipts/k/return"}',
  item: '[]',
  zp_trans_id: ++number,
  server_time: 1_795_417_209_000,
  channel: 38,
  merchant_user_id: 'somebody',
  user_fee_amount: 0,
  discount_amount: 0,
  ...over,
})

/** The body that it comes as. */
export const called = (data: object | string, key = account.key2, more: object = {}): string => {
  const text = typeof data === 'string' ? data : JSON.stringify(data)
  return JSON.stringify({ data: text, mac: macOf(text, key), type: 1, ...more })
}

/** Metrics that were counted since the last callback. */
export const counted: string[] = []

/** A stage with an account at ZaloPay; VNPAY's secret is broken there. */
export function openZalopay(): void {
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .callsFake(({ Name }) => ({ Parameter: { Value: Name.endsWith('/zalopay') ? JSON.stringify(account) : 'broken' } }))
  vi.spyOn(console, 'info').mockReturnValue()
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => counted.push(String(text)) > 0)
}

export const pledged = (now?: string): Promise<Donation> => pledgedBy({}, now, undefined, 'zalopay')

/** ZaloPay is answered 200 whatever happens; its code with the words. */
export async function tell(body: string): Promise<string> {
  counted.length = 0
  const said = await call(handler, { method: 'POST', path: '/api/payments/zalopay/ipn', body })
  expect(said.status).toBe(200)
  return `${said.json.return_code} ${said.json.return_message}`
}
