import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import type { Donation } from '../../../functions/donations/donation.ts'
import { handler } from '../../../functions/donations/settle-momo.ts'
import { call } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import vectors from '../../vectors/payments.json' with { type: 'json' }
import { pledged } from '../gifts.ts'
import { expectNoTrace } from './kept.ts'
import { account } from './momo-notified.ts'

export { kept, received, reviews, untouched } from './kept.ts'

let lines: string[] = []
/** What was counted since the last notification. */
export const counted = (): string => lines.join('')

let table: Table
/** That telling leaves nothing in it. */
export const leavesNothing = (act: () => Promise<unknown>): Promise<void> => expectNoTrace(table, act)

/** A table and an account at MoMo for the tests of a file. */
export function openMomo(): void {
  beforeAll(async () => {
    table = await openTable()
    mockClient(SSMClient)
      .on(GetParameterCommand)
      .resolves({ Parameter: { Value: JSON.stringify(account) } })
    vi.spyOn(console, 'info').mockReturnValue()
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    await table.close()
  })
}

export const gift = (now?: string): Promise<Donation> => pledged({}, now, crypto.randomUUID(), 'momo')

export const post = (body: string) => {
  lines = []
  return call(handler, { method: 'POST', path: '/api/payments/momo/ipn', body })
}
/** The status that MoMo is answered; 204 is what its documentation wants. */
export async function tell(body: string): Promise<number> {
  const said = await post(body)
  const heard = vectors.momo.ipn_answer
  if (said.status === heard.status) expect([said.text, said.headers['content-type']]).toEqual([heard.body, undefined])
  return said.status
}
