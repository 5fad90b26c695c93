import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { type Donation, stateOf } from '../../../functions/donations/donation.ts'
import { handler } from '../../../functions/donations/settle-momo.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { query } from '../../../functions/store/table.ts'
import { call } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { pledged } from '../gifts.ts'
import { account } from './momo-notified.ts'

let lines: string[] = []
/** What was counted since the last notification. */
export const counted = (): string => lines.join('')

/** A table and an account at MoMo for the tests of a file. */
export function openMomo(): void {
  let table: Table
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
/** The status that MoMo is answered; 204 is empty. */
export async function tell(body: string): Promise<number> {
  const said = await post(body)
  if (said.status === 204) expect([said.text, said.headers['content-type']]).toEqual(['', undefined])
  return said.status
}

export async function kept(of: Donation) {
  const donation = (await donationById(of.id))!
  return {
    state: stateOf(donation),
    paid: donation.payments.map(({ amountVnd }) => amountVnd),
    flags: donation.payments.flatMap(({ flags }) => flags),
  }
}
export const untouched = { state: 'waiting', paid: [], flags: [] }
export const received = { state: 'received', paid: [50_000], flags: [] }

export const reviews = async (of: Donation) =>
  (await query(`review#${new Date().toISOString().slice(0, 7)}`))
    .filter(({ donation }) => donation === of.id)
    .map(({ reason }) => reason)
