import { expect } from 'vitest'
import type { Donation } from '../../../functions/donations/donation.ts'
import { handler } from '../../../functions/donations/settle-momo.ts'
import { call } from '../../call.ts'
import vectors from '../../vectors/payments.json' with { type: 'json' }
import { pledged } from '../gifts.ts'
import { hearing } from './heard.ts'
import { account } from './momo-notified.ts'

export { kept, received, reviews, untouched } from './kept.ts'

const { forget, ...heardBy } = hearing(account)
export const { counted, leavesNothing, open: openMomo } = heardBy

export const gift = (now?: string): Promise<Donation> => pledged({}, now, crypto.randomUUID(), 'momo')

export const post = (body: string) => {
  forget()
  return call(handler, { method: 'POST', path: '/api/payments/momo/ipn', body })
}
/** The status that MoMo is answered; 204 is what its documentation wants. */
export async function tell(body: string): Promise<number> {
  const said = await post(body)
  const heard = vectors.momo.ipn_answer
  if (said.status === heard.status) expect([said.text, said.headers['content-type']]).toEqual([heard.body, undefined])
  return said.status
}
