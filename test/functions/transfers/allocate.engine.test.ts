import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { handler as finish } from '../../../functions/donations/finish-refund.ts'
import { commitment } from '../../../functions/donations/receipt.ts'
import { askFor } from '../../../functions/donations/refund.ts'
import { handler as refund } from '../../../functions/donations/refund-gift.ts'
import { keepRefund } from '../../../functions/donations/refund-store.ts'
import { readBook } from '../../../functions/ledger/book-store.ts'
import { fold } from '../../../functions/ledger/fold.ts'
import { readLedger, readTotals } from '../../../functions/ledger/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { query } from '../../../functions/store/table.ts'
import { handler as allocate } from '../../../functions/transfers/allocate.ts'
import { incomeBy, keepIncome } from '../../../functions/transfers/store.ts'
import { cameAs, leftIn } from '../../../functions/transfers/transfer.ts'
import { makeProgram } from '../../make.ts'
import { openTable, type Table } from '../../table.ts'
import { draw } from '../gifts.ts'

let table: Table
beforeAll(async () => {
  table = await openTable()
  vi.spyOn(console, 'info').mockReturnValue()
})
afterEach(() => table.empty())
afterAll(() => table.close())

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the command said
const run = (verb: unknown, input: object = {}): Promise<any> =>
  (verb as (event: unknown, context: object) => Promise<unknown>)(input, {})
const now = '2026-11-23T07:05:09.000Z'
const of = {
  account: '001',
  transactionId: 'FT1',
  direction: 'in',
  amountVnd: 70_000,
  at: now,
  text: 'ung ho',
} as const
const come = async () => {
  for (const slug of ['heo', 'vo']) await publishProgram(makeProgram({ slug }))
  return keepIncome(of, draw, now)
}
const give = (program: string, over: object = {}) =>
  run(allocate, { transfer: 'FT1', program, because: 'người gửi đã gọi', by: 'Lan', ...over })
const refusedBy = (said: { refused?: { en: { code: string } } }) => said.refused?.en.code
async function sums() {
  await fold(now)
  const totals = await readTotals(['unallocated', 'heo', 'vo', 'city'])
  return Object.fromEntries([...totals].map(([name, { leftVnd }]) => [name, leftVnd]))
}

describe('money without a code', () => {
  it('is kept once, told to officers, and given to a program once by an entry that relates to it', async () => {
    expect([await come(), await come()]).toEqual([true, false])
    expect((await run(allocate)).income).toMatchObject([{ transactionId: 'FT1', leftVnd: 70_000, text: 'ung ho' }])
    expect(await give('heo', { plan: true })).toMatchObject({ isNew: true, program: { slug: 'heo' } })
    expect(await sums()).toEqual({ unallocated: 70_000, heo: 0, vo: 0, city: 70_000 })
    expect((await give('heo')).isNew).toBe(true)
    for (const plan of [true, false]) {
      expect((await give('heo', { plan })).isNew).toBe(false)
      expect(refusedBy(await give('vo', { plan }))).toBe('income-given')
    }
    expect(await sums()).toEqual({ unallocated: 0, heo: 70_000, vo: 0, city: 70_000 })
    expect((await run(allocate)).income).toEqual([])
    const { lines } = await readBook({}, undefined, 10)
    expect(lines).toMatchObject([{ kind: 'allocation', relatedLine: 1, amountVnd: 70_000 }, { kind: 'gift' }])
    expect(JSON.stringify(lines)).not.toMatch(/Lan|ung ho|đã gọi/)
  })
  it('is kept with what its payer’s bank wrote until it is given, and then for ten years as a voucher', async () => {
    await come()
    expect((await query('unallocated#open'))[0]!.expiresAtSeconds).toBeUndefined()
    await give('heo')
    const years =
      (Number((await query('unallocated#done'))[0]!.expiresAtSeconds) - Date.now() / 1_000) / (365.25 * 86_400)
    expect(years).toBeCloseTo(10, 1)
  })
  it('refuses an unknown sum, an unknown program, and an order without its reason', async () => {
    await come()
    expect(refusedBy(await give('heo', { transfer: 'FT2' }))).toBe('income-unknown')
    expect(refusedBy(await give('nothing'))).toBe('program-slug')
    expect((await give('heo', { because: undefined })).refused.en.fields).toMatchObject([{ field: 'because' }])
  })
  it('that a provider paid over is no gift: it leaves the fund and the sums once, and nothing more can be done with it', async () => {
    await come()
    const settle = (over: object = {}) => give('heo', { program: undefined, settlement: 'vnpay', ...over })
    expect(await settle({ plan: true })).toMatchObject({ isNew: true })
    expect([(await settle()).isNew, (await settle()).isNew]).toEqual([true, false])
    expect(refusedBy(await give('heo'))).toBe('income-given')
    const order = { transfer: 'FT1', amountVnd: 20_000, because: 'gửi dư', by: 'Hoa' }
    for (const plan of [true, false]) expect(refusedBy(await run(refund, { ...order, plan }))).toBe('refund-settled')
    const made = askFor(cameAs(await incomeBy('FT1')), { ...order, nth: 1 }, 'to-transfer', 'e1', now)
    await expect(keepRefund(made)).rejects.toThrow('refund-settled')
    expect(await sums()).toEqual({ unallocated: 0, heo: 0, vo: 0, city: 0 })
    expect((await readTotals(['city'])).get('city')).toMatchObject({ receivedVnd: 0, gifts: 0 })
    const { lines } = await readBook({}, undefined, 10)
    expect(lines[0]).toMatchObject({ kind: 'correction', amountVnd: -70_000, facts: { settlement: 'vnpay' } })
    expect(leftIn(await incomeBy('FT1'))).toBe(0)
  })
  it('goes to one program when twenty orders for two come at once', async () => {
    await come()
    const said = await Promise.all(Array.from({ length: 20 }, (_, nth) => give(nth % 2 ? 'heo' : 'vo')))
    expect(said.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(said.map(refusedBy).filter(Boolean)).toEqual(Array(10).fill('income-given'))
    const after = await sums()
    expect([after.unallocated, after.heo! + after.vo!, after.city]).toEqual([0, 70_000, 70_000])
  })
  const back = (over: object = {}) =>
    run(refund, { transfer: 'FT1', amountVnd: 20_000, because: 'gửi dư', by: 'Hoa', ...over })
  it('is not given while a part is on its way back; refused, that part is still there to be given', async () => {
    await come()
    const { refund: made } = await back()
    for (const over of [{}, { plan: true }, { program: undefined, settlement: 'vnpay' }])
      expect(refusedBy(await give('heo', over))).toBe('income-going-back')
    await run(finish, { id: made.id, end: 'refused', by: 'Hoa' })
    expect((await give('heo')).isNew).toBe(true)
    expect(await sums()).toEqual({ unallocated: 0, heo: 70_000, vo: 0, city: 70_000 })
  })
  it('leaves nothing behind however an order to give and two to give back meet, and though one of them is refused', async () => {
    await come()
    const [, ...refunds] = await Promise.all([give('heo'), back(), back({ nth: 2 })])
    for (const [nth, { refund: made }] of refunds.entries())
      await run(finish, { id: made.id, reference: 'R', by: 'Hoa', end: nth === 0 ? 'done' : 'refused' })
    await give('heo')
    expect(await sums()).toEqual({ unallocated: 0, heo: 50_000, vo: 0, city: 50_000 })
  })
  it('of which all went back is nobody’s to give', async () => {
    await come()
    const { refund: made } = await back({ amountVnd: undefined })
    await run(finish, { id: made.id, reference: 'R', by: 'Hoa' })
    for (const plan of [true, false]) expect(refusedBy(await give('heo', { plan }))).toBe('income-empty')
  })
  it('keeps with its voucher what opens the commitment', async () => {
    await come()
    await give('heo')
    await keepIncome({ ...of, transactionId: 'FT2' }, draw, now)
    await give('heo', { transfer: 'FT2', program: undefined, settlement: 'vnpay' })
    for (const name of ['FT1', 'FT2']) {
      const [entry] = await readLedger([`allocation#bank#${name}`])
      const { nonce, ...receipt } = entry!.receipt
      expect(commitment(receipt, String(nonce))).toBe(entry!.commitment)
    }
  })
})
