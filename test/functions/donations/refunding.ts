import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { record } from '../../../functions/donations/payment-store.ts'
import { all } from '../../../functions/donations/providers/all.ts'
import type { Back, RefundSaid } from '../../../functions/donations/providers/provider.ts'
import { handler as refundGift } from '../../../functions/donations/refund-gift.ts'
import { donationById } from '../../../functions/donations/store.ts'
import { fold } from '../../../functions/ledger/fold.ts'
import { readTotals } from '../../../functions/ledger/store.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'

const account = { tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-test' }
export const now = '2026-11-23T07:05:09.000Z'

/** What the provider heard, and what it says to each order and question in turn; then `accepted` for ever. */
export const provider = { says: [] as (RefundSaid | 'down')[], takesMs: 0, sent: [] as Back[], followed: [] as Back[] }
const say = async (heard: Back[], back: Back): Promise<RefundSaid> => {
  heard.push(back)
  if (provider.takesMs > 0) vi.setSystemTime(Date.now() + provider.takesMs)
  const said = provider.says.shift() ?? { state: 'accepted', code: '05' }
  if (said === 'down') throw new TypeError('fetch failed')
  return said
}

/** A table and a VNPAY that gives back as it is told to; both are empty before each test. */
export function openRefunding(): void {
  let table: Table
  beforeAll(async () => {
    table = await openTable()
    mockClient(SSMClient)
      .on(GetParameterCommand)
      .callsFake(({ Name }: { Name: string }) => {
        if (Name.endsWith('/vnpay')) return { Parameter: { Value: JSON.stringify(account) } }
        throw Object.assign(new Error('no'), { name: 'ParameterNotFound' })
      })
    for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
    vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const open = all.vnpay!.open
    vi.spyOn(all.vnpay!, 'open').mockImplementation((...args) => ({
      ...open(...args),
      refund: (back) => say(provider.sent, back),
      followRefund: (back) => say(provider.followed, back),
    }))
  })
  beforeEach(() => void Object.assign(provider, { says: [], takesMs: 0, sent: [], followed: [] }))
  afterEach(async () => {
    vi.useRealTimers()
    await table.empty()
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    await table.close()
  })
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the command said
export const run = (verb: unknown, input: object = {}): Promise<any> =>
  (verb as (event: unknown, context: object) => Promise<unknown>)(input, {})
export const refusedBy = (said: { refused?: { en: { code: string } } }) => said.refused?.en.code

/** Moves the clock to so many seconds after the gift. */
export const at = (seconds: number) => vi.useFakeTimers({ now: Date.parse(now) + seconds * 1_000, toFake: ['Date'] })

export async function received(amountVnd = 50_000) {
  at(0)
  const gift = await pledged({ amountVnd }, now)
  await record(gift.id, told(gift), draw, now)
  return (await donationById(gift.id))!
}

export const refund = (code: string, over: object = {}) =>
  run(refundGift, { code, amountVnd: 20_000, because: 'trả trùng', by: 'Lan', ...over })

export async function sums(program = 'heo') {
  await fold(now)
  const { receivedVnd, refundedVnd, leftVnd } = (await readTotals([program])).get(program)!
  return { receivedVnd, refundedVnd, leftVnd }
}
