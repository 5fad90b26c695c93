import { expect } from 'vitest'
import { handler } from '../../../functions/donations/settle-vnpay.ts'
import { call } from '../../call.ts'
import vectors from '../../vectors/payments.json' with { type: 'json' }
import { hearing } from './heard.ts'
import { account } from './notified.ts'

const { forget, ...heardBy } = hearing(account)
export const { counted, leavesNothing, left, open: openVnpay } = heardBy

const exact = new Map(Object.values(vectors.vnpay.ipn_answers).map((answer) => [answer.RspCode, answer]))
/** The code that VNPAY is answered, with the very words of its own documentation and nothing else. */
export async function tell(rawQuery: string): Promise<string> {
  forget()
  const said = await call(handler, { path: '/api/payments/vnpay/ipn', query: rawQuery })
  expect([said.status, said.text]).toEqual([200, JSON.stringify(exact.get(said.json.RspCode))])
  return said.json.RspCode
}
