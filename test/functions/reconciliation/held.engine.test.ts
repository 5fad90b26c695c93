import { describe, expect, it, vi } from 'vitest'
import { donationById } from '../../../functions/donations/store.ts'
import { handler as bookVerb } from '../../../functions/reconciliation/decide-held.ts'
import type { Row } from '../../../functions/reconciliation/row.ts'
import * as statements from '../../../functions/reconciliation/statement-store.ts'
import { handler as resolveVerb } from '../../../functions/review/resolve.ts'
import { key } from '../../../functions/store/keys.ts'
import { put } from '../../../functions/store/table.ts'
import { later } from '../../../functions/time.ts'
import * as records from '../../../functions/transfers/record-store.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { makeEntity } from '../../make.ts'
import { draw, pledged } from '../gifts.ts'
import { after, day, differencesOf, folded, noon, partsOf, rowOf, takeAll } from './files.ts'
import { onTable } from './stage.ts'

onTable({ clock: after })

type Verb = (event: unknown, context: object) => Promise<Record<string, unknown>>
const book = (input: object) => (bookVerb as Verb)(input, {})
const resolve = (input: object) => (resolveVerb as Verb)(input, {})
const lan = { by: 'Lan', because: 'đã xem trong ứng dụng ngân hàng' }

const row = (reference: string, amountVnd: number, over: Partial<Row> = {}) =>
  rowOf(`007.${reference}.${amountVnd}`, amountVnd, { provider: 'bank', text: 'ung ho', ...over })
/** A transfer that SePay told of. */
async function told(reference: string, amountVnd: number, at = noon): Promise<void> {
  const transactionId = `007.${reference}.${amountVnd}`
  const of = { account: '007', direction: 'in', text: 'ung ho', amountVnd, at, transactionId } as const
  await records.recordTransfer(of, draw, at)
  await folded(at)
}
const held = async (...rows: Row[]) => (await takeAll(partsOf(rows))).tally.found['maybe-same'].count
const openReviews = async () => (await resolve({})).reviews as { id: string; reason: string }[]
const theHeld = async () => (await openReviews()).find(({ reason }) => reason === 'maybe-same')!
const incomes = async () => (await openIncome()).map(({ transactionId }) => transactionId).sort()
const differences = async () => {
  await folded()
  return (await differencesOf()).map(({ reason, oursVnd, theirsVnd }) => [reason, oursVnd, theirsVnd])
}

describe('a row with the bank’s reference of a transfer of ours and another sum', () => {
  it('is held for a person, who is told which transfer it may be', async () => {
    await told('FT1', 50_000)
    expect(await held(row('FT1', 60_000))).toBe(1)
    expect(await incomes()).toEqual(['007.FT1.50000'])
    expect(await theHeld()).toMatchObject({ like: '007.FT1.50000', amountVnd: 60_000, pledgedVnd: 50_000 })
    expect(await differences()).toEqual([
      ['maybe-same', 0, 60_000],
      ['missing-there', 50_000, 0],
    ])
  })
  it('is another movement where the same file names ours too, or a day and a half lies between them', async () => {
    await told('FT1', 50_000)
    expect(await held(row('FT1', 50_000), row('FT1', 60_000))).toBe(0)
    expect(await held(row('FT1', 70_000, { at: later(noon, -37 * 3_600) }))).toBe(0)
    expect(await incomes()).toEqual(['007.FT1.50000', '007.FT1.60000', '007.FT1.70000'])
  })
  it('is held again, and only once, by a second file', async () => {
    await told('FT1', 50_000)
    for (const other of [1, 2, 2]) expect(await held(row('FT1', 60_000), row(`FT${other + 2}`, 1_000))).toBe(1)
    expect((await openReviews()).filter(({ reason }) => reason === 'maybe-same')).toHaveLength(1)
  })
})

const stop = new Error('the machine stops')

describe('a held transfer that a person finds to be ours', () => {
  const same = (id: string) => book({ id, same: true, ...lan })
  it('differs by its sum in the statement, and by nothing else', async () => {
    await told('FT1', 50_000)
    await held(row('FT1', 60_000))
    const { id } = await theHeld()
    expect(await book({ id, same: true, plan: true })).toMatchObject({ isNew: true })
    expect([(await same(id)).isNew, (await same(id)).isNew]).toEqual([true, false])
    expect(await differences()).toEqual([['amount-differs', 50_000, 60_000]])
    expect(await openReviews()).toEqual([])
    expect(await incomes()).toEqual(['007.FT1.50000'])
  })
  it('is no difference at all where only the bank’s reference was missing', async () => {
    await told('SEPAY1', 50_000)
    await held(row('FT1', 50_000), row('FT2', 1_000))
    expect(await differences()).toHaveLength(2)
    await same((await theHeld()).id)
    expect([await differences(), await openReviews()]).toEqual([[], []])
  })
})

describe('npm run money -- review book', () => {
  it('records it as money of its own, once, and the statement of its day says so', async () => {
    await told('FT1', 50_000)
    await held(row('FT1', 60_000))
    const { id } = await theHeld()
    const plan = await book({ id, plan: true })
    expect(plan).toMatchObject({ isNew: true, like: '007.FT1.50000', transfer: { amountVnd: 60_000, text: 'ung ho' } })
    expect(await incomes()).toHaveLength(1)
    const both = await Promise.all([book({ id, ...lan }), book({ id, ...lan })])
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(await book({ id, ...lan })).toMatchObject({ isNew: false })
    expect(await incomes()).toEqual(['007.FT1.50000', '007.FT1.60000'])
    expect(await theHeld()).toBeUndefined()
    expect(await differences()).toEqual([['missing-there', 50_000, 0]])
    const newest = (await statements.versionsOf(day)).at(-1)!
    expect(newest).toMatchObject({ version: 2, in: { count: 2, vnd: 110_000 }, providers: [{ recovered: 1 }] })
    // The same file once more finds nothing to do.
    await held(row('FT1', 60_000))
    expect(await incomes()).toHaveLength(2)
  })
  it('gives it to the gift that its memo names', async () => {
    const gift = await pledged({ amountVnd: 60_000 }, noon, crypto.randomUUID(), 'bank')
    await told('FT1', 50_000)
    await held(row('FT1', 60_000, { text: `IBFT ${gift.attempts[0]!.reference}` }))
    await book({ id: (await theHeld()).id, ...lan })
    expect((await donationById(gift.id))!.payments).toMatchObject([{ amountVnd: 60_000 }])
  })
  it.each([
    ['before it is recorded', () => vi.spyOn(records, 'recordTransfer').mockRejectedValueOnce(stop), true],
    ['before its statement', () => vi.spyOn(statements, 'keepStatement').mockRejectedValueOnce(stop), false],
  ] as const)(
    'that breaks %s is finished by the same order, and nothing else decides meanwhile',
    async (_, breaks, open) => {
      await told('FT1', 50_000)
      await held(row('FT1', 60_000))
      const { id } = await theHeld()
      breaks()
      await expect(book({ id, ...lan })).rejects.toThrow('stops')
      if (open) {
        expect(await theHeld()).toMatchObject({ id })
        expect(await resolve({ id, ...lan })).toMatchObject({ refused: { en: { code: 'review-booking' } } })
      }
      await book({ id })
      expect(await incomes()).toHaveLength(2)
      expect(await differences()).toEqual([['missing-there', 50_000, 0]])
    },
  )
  it('takes back that a person found it to be the same; then nobody can say so again', async () => {
    await told('FT1', 50_000)
    await held(row('FT1', 60_000))
    const { id } = await theHeld()
    await book({ id, same: true, ...lan })
    expect(await openReviews()).toEqual([])
    expect(await book({ id, plan: true })).toMatchObject({ isNew: true })
    expect(await book({ id, ...lan })).toMatchObject({ isNew: true })
    expect(await incomes()).toEqual(['007.FT1.50000', '007.FT1.60000'])
    for (const plan of [true, false])
      expect(await resolve({ id, ...lan, plan })).toMatchObject({ refused: { en: { code: 'review-booked' } } })
    expect((await openReviews()).map(({ reason }) => reason)).toEqual(['missing-there'])
    // Another time of day in a later file opens nothing again.
    await held(row('FT1', 60_000, { at: later(noon, -3_600) }))
    expect(await theHeld()).toBeUndefined()
  })
  it('refuses what holds nothing, an order without a reason, and an account that is nobody’s any more', async () => {
    await told('FT1', 50_000)
    await held(row('FT1', 60_000))
    const { id } = await theHeld()
    expect(await book({ id, by: 'Lan' })).toMatchObject({ refused: { en: { code: 'fields' } } })
    const other = (await openReviews()).find(({ reason }) => reason === 'missing-there')!
    expect(await book({ id: other.id, ...lan })).toMatchObject({ refused: { en: { code: 'review-not-held' } } })
    expect(await book({ id: 'XXXXXX', ...lan })).toMatchObject({ refused: { en: { code: 'review-unknown' } } })
    const elsewhere = { bank: 'Ngân hàng thử', number: '008', holder: 'QUY THU', from: '2026-01-01' }
    await put({ ...key.entity('quy'), ...makeEntity({ accounts: [elsewhere] }) })
    for (const plan of [true, false])
      expect(await book({ id, ...lan, plan })).toMatchObject({ refused: { en: { code: 'review-foreign' } } })
    expect(await incomes()).toEqual(['007.FT1.50000'])
  })
  it('records each of two days’ movements where a bank gives one reference and sum to both', async () => {
    const [first, next] = [noon, later(noon, 48 * 3_600)]
    for (const at of [first, next]) await told('SEPAY1', 50_000, at)
    vi.setSystemTime(new Date(later(next, 86_400)))
    for (const at of [first, next]) {
      expect(await held(row('5', 50_000, { at }))).toBe(1)
      await book({ id: (await theHeld()).id, ...lan })
    }
    expect((await incomes()).filter((id) => id.startsWith('007.5'))).toEqual(['007.5.50000', '007.5.50000.20261126'])
  })
})
