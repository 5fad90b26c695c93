import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { expect, vi } from 'vitest'
import type { Donation } from '../../../functions/donations/donation.ts'
import { handler } from '../../../functions/donations/settle-stripe.ts'
import { query } from '../../../functions/store/table.ts'
import { eventOf as httpEvent, speak } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { pledged } from '../gifts.ts'
import { expectNoTrace, traces } from './kept.ts'
import { account, signed } from './striped.ts'

export { kept, received, untouched } from './kept.ts'

/** What the verb wrote on standard output: its counts. */
export const heard: string[] = []
/** The webhook secret before the one in force. */
export const rolled = 'whsec_the_one_before'

let table: Table
/** A table, and the stage's secret. */
export async function openStripe() {
  table = await openTable()
  mockClient(SSMClient)
    // Every other secret is there and broken.
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: '{}' } })
    .on(GetParameterCommand, { Name: `${process.env.SECRETS_PREFIX}/stripe` })
    .resolves({ Parameter: { Value: JSON.stringify({ ...account, webhookSecretBefore: rolled }) } })
  process.env.STRIPE_API_URL = 'https://api.stripe.test'
  for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => heard.push(String(text)) > 0)
}
export async function closeStripe() {
  vi.restoreAllMocks()
  delete process.env.STRIPE_API_URL
  await table.close()
}

/** A notification as API Gateway hands it over. */
export function webhook(body: string, header: string, { base64 = false, query: rawQuery = '' } = {}) {
  const event = httpEvent({
    ...{ method: 'POST', path: '/api/payments/stripe/ipn', query: rawQuery, body },
    headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': header },
  })
  return base64 ? { ...event, body: Buffer.from(body).toString('base64'), isBase64Encoded: true } : event
}

export const gift = (now?: string) => pledged({}, now, undefined, 'stripe')
/** That telling leaves nothing in it. */
export const leavesNothing = (act: () => Promise<unknown>): Promise<void> => expectNoTrace(table, act)
/** What telling leaves in the whole table. */
export const left = (act: () => Promise<unknown>): Promise<string[]> => traces(table, act)

const exact: Record<number, unknown> = {
  200: '{"received":true}',
  400: '{"received":false}',
  413: expect.stringMatching(/^\{"type":/),
  500: '{"received":false}',
}
/** The status that Stripe is answered to a body; its words are always the same. */
export async function tell(body: string, header = signed(body), more: Partial<Parameters<typeof webhook>[2]> = {}) {
  heard.length = 0
  const said = await speak(handler, webhook(body, header, more))
  expect([said.statusCode, said.body]).toEqual([said.statusCode, exact[said.statusCode!]])
  return said.statusCode
}
export const reviews = async (of: Donation) =>
  (await query(`review#${new Date().toISOString().slice(0, 7)}`))
    .filter(({ donation }) => donation === of.id)
    .map(({ reason, amountVnd, responseCode, transactionStatus }) => [
      reason,
      amountVnd,
      responseCode,
      transactionStatus,
    ])
