import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { expect, vi } from 'vitest'
import { type Donation, stateOf } from '../../../functions/donations/donation.ts'
import { handler } from '../../../functions/donations/settle-stripe.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { query } from '../../../functions/store/table.ts'
import { eventOf as httpEvent, speak } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { pledged } from '../gifts.ts'
import { account, signed } from './striped.ts'

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
/** What Stripe is answered to a body. */
export async function tell(body: string, header = signed(body), more: Partial<Parameters<typeof webhook>[2]> = {}) {
  heard.length = 0
  const said = await speak(handler, webhook(body, header, more))
  expect([200, 400, 413, 500]).toContain(said.statusCode)
  return said.statusCode
}
export const kept = async (of: Donation) => {
  const donation = (await donationById(of.id))!
  return {
    state: stateOf(donation),
    paid: donation.payments.map(({ amountVnd }) => amountVnd),
    flags: donation.payments.flatMap(({ flags }) => flags),
  }
}
export const received = { state: 'received', paid: [50_000], flags: [] }
export const untouched = { state: 'waiting', paid: [], flags: [] }
export const reviews = async (of: Donation) =>
  (await query(`review#${new Date().toISOString().slice(0, 7)}`))
    .filter(({ donation }) => donation === of.id)
    .map(({ reason, amountVnd, responseCode, transactionStatus }) => [
      reason,
      amountVnd,
      responseCode,
      transactionStatus,
    ])
