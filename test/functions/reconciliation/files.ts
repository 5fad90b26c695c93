import { createHash, randomUUID } from 'node:crypto'
import { record } from '../../../functions/donations/payment-store.ts'
import type { ProviderName } from '../../../functions/donations/way.ts'
import { readBook } from '../../../functions/ledger/book-store.ts'
import { fold } from '../../../functions/ledger/fold.ts'
import { readTotals } from '../../../functions/ledger/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import type { Row } from '../../../functions/reconciliation/row.ts'
import { versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { type Days, maxRows, type Order } from '../../../functions/reconciliation/taken.ts'
import { take } from '../../../functions/reconciliation/whole-store.ts'
import { key } from '../../../functions/store/keys.ts'
import { put, query } from '../../../functions/store/table.ts'
import { dayOf } from '../../../functions/time.ts'
import { makeEntity, makeGiving, makeProgram } from '../../make.ts'
import { draw, pledged, told } from '../gifts.ts'

export const day = '2026-11-24'
export const noon = '2026-11-24T05:00:00.000Z'
/** The morning after, in Viet Nam. */
export const after = '2026-11-25T02:00:00.000Z'

/** An entity with the account 007 and two programs: fees out of the fund, and paid by a sponsor. */
export async function openPrograms(): Promise<void> {
  const account = { bank: 'Ngân hàng thử', number: '007', holder: 'QUY THU', from: '2026-01-01' }
  await put({ ...key.entity('quy'), ...makeEntity({ accounts: [account] }) })
  await publishProgram(makeProgram({ slug: 'heo' }))
  await publishProgram(makeProgram({ slug: 'sach', giving: makeGiving({ feesPaidBy: 'sponsor' }) }))
}

/** A gift that was paid at `paidAt`, and what its row in the provider’s file says. */
export async function paid(
  over: { program?: string; amountVnd?: number; name?: string; provider?: ProviderName } = {},
  paidAt = noon,
) {
  const { provider = 'vnpay', ...gift } = over
  const donation = await pledged({ program: 'heo', ...gift }, paidAt, randomUUID(), provider)
  const said = told(donation, { paidAt })
  await record(donation.id, said, draw, paidAt)
  return { donation, row: rowOf(said.transactionId, donation.amountVnd, { provider, at: paidAt }) }
}

let line = 1
export const rowOf = (transactionId: string, amountVnd: number, over: Partial<Row> = {}): Row => ({
  line: ++line,
  kind: 'payment',
  provider: 'vnpay',
  transactionId,
  amountVnd,
  at: noon,
  ...over,
})

export const shaOf = (rows: readonly Row[]) => createHash('sha256').update(JSON.stringify(rows)).digest('hex')

/** A file as an operator hands it over, in parts. */
export function partsOf(rows: readonly Row[], over: Partial<Order> = {}, perPart: number = maxRows): Order[] {
  const days: Days = { from: day, to: day }
  const chunks = Math.max(1, Math.ceil(rows.length / perPart))
  return Array.from({ length: chunks }, (_, chunk) => ({
    ...{ provider: rows[0]?.provider ?? 'vnpay', sha256: shaOf(rows), chunk, chunks, days },
    rows: rows.slice(chunk * perPart, (chunk + 1) * perPart),
    ...over,
  }))
}

export async function takeAll(parts: readonly Order[], now = after) {
  let done: Awaited<ReturnType<typeof take>> | undefined
  for (const part of parts) done = await take(part, draw, now)
  return done!
}

export async function folded(now = after): Promise<void> {
  while ((await fold(now)).entries > 0);
}

/** Totals of the city, which must add up whatever happened. */
export async function cityTotals() {
  const city = (await readTotals(['city'])).get('city')!
  const { receivedVnd, paidOutVnd, refundedVnd, feesVnd, leftVnd } = city
  if (receivedVnd - paidOutVnd - refundedVnd - feesVnd !== leftVnd) throw new Error('the totals do not add up')
  return { receivedVnd, refundedVnd, feesVnd, leftVnd }
}

export const reviewsOf = async (month = day.slice(0, 7)) =>
  (await query(`review#${month}`)).map(({ reason, transactionId }) => `${reason} ${transactionId}`).sort()

export const today = dayOf(after)

/** A day with one of everything, and VNPAY’s file of it. */
export async function oddDay() {
  const good = await paid({ amountVnd: 50_000, name: 'Bà Tư' })
  const bySponsor = await paid({ program: 'sach', amountVnd: 100_000 })
  const other = await paid({ amountVnd: 20_000 })
  const silent = await paid({ amountVnd: 30_000 })
  const lost = await pledged({ program: 'heo', amountVnd: 70_000 }, noon)
  const rows = [
    { ...good.row, feeVnd: 550 },
    { ...bySponsor.row, feeVnd: 1_100 },
    { ...other.row, amountVnd: 25_000, feeVnd: 275 },
    rowOf('900001', 70_000, { reference: lost.attempts[0]!.reference, feeVnd: 770 }),
    rowOf('900002', 9_000, { reference: 'LC-NOT-OURS', feeVnd: 99, text: 'Nguyen Van A 0903000000' }),
    rowOf('900003', 10_000, { kind: 'refund', of: good.row.transactionId }),
  ]
  return { good, bySponsor, other, silent, lost, rows }
}

export const differencesOf = async () => (await versionsOf(day)).at(-1)!.providers.flatMap((each) => each.differences)
export const entriesOf = async () => (await readBook({}, undefined, 1_000)).lines
