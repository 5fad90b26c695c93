import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { record } from '../../../functions/donations/payment-store.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { handler as bookCsv } from '../../../functions/ledger/book-csv.ts'
import { readBook } from '../../../functions/ledger/book-store.ts'
import { fold } from '../../../functions/ledger/fold.ts'
import { readTotals } from '../../../functions/ledger/store.ts'
import { handler as approve } from '../../../functions/payouts/approve.ts'
import { handler as decline } from '../../../functions/payouts/decline.ts'
import { handler as propose } from '../../../functions/payouts/propose.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { call } from '../../call.ts'
import { makeEntity, makeProgram } from '../../make.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'
import { crashAt } from '../ledger/crash.ts'

let table: Table
beforeAll(async () => {
  table = await openTable()
  vi.spyOn(console, 'info').mockReturnValue()
})
afterEach(() => table.empty())
afterAll(() => table.close())

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the command said
const run = (verb: unknown, input: object): Promise<any> =>
  (verb as (event: unknown, context: object) => Promise<unknown>)(input, {})
const now = '2026-11-23T07:05:09.000Z'
const because = 'sai hóa đơn'
const evidence = 'ab'.repeat(32)
const order = {
  program: 'heo',
  payee: { name: 'Công ty Vở Việt', taxCode: '0300588569' },
  purpose: { vi: '200 quyển vở', en: '200 notebooks' },
  amountVnd: 60_000,
  evidence,
}
async function fund(amountVnd: number) {
  await publishEntity(makeEntity())
  await publishProgram(makeProgram())
  const gift = await pledged({ amountVnd }, now)
  await record(gift.id, told(gift), draw, now)
  await fold(now)
}
const proposed = async (over: object = {}) => (await run(propose, { ...order, by: 'Lan', ...over })).payouts[0].id
const refusedBy = (said: { refused?: { en: { code: string } } }) => said.refused?.en.code
const left = async () => {
  await fold(now)
  const { leftVnd, paidOutVnd } = (await readTotals(['heo'])).get('heo')!
  return { leftVnd, paidOutVnd }
}

describe('a payout', () => {
  it('is proposed by one, approved by another, and public with its payee, purpose and evidence', async () => {
    await fund(100_000)
    expect((await run(propose, { ...order, by: 'Lan', plan: true })).isNew).toBe(true)
    expect((await run(decline, {})).payouts).toEqual([])
    const id = await proposed()
    expect(await run(propose, { ...order, by: 'Lan' })).toMatchObject({
      isNew: false,
      payouts: [{ id, state: 'proposed' }],
    })
    const [listed] = (await run(decline, {})).payouts
    expect(listed).toMatchObject({ id, proposedBy: 'Lan', programName: makeProgram().name })
    for (const plan of [true, false])
      expect(refusedBy(await run(approve, { id, by: ' LAN ', plan }))).toBe('payout-same-person')
    expect(await left()).toEqual({ leftVnd: 100_000, paidOutVnd: 0 })
    // Single sign-on has one role for each half, and the person behind the slash.
    expect(refusedBy(await run(approve, { id, by: 'AWSReservedSSO_approves_2/lan' }))).toBe('payout-same-person')
    expect((await run(approve, { id, by: 'Hoa', plan: true })).isNew).toBe(true)
    expect(await run(approve, { id: id.toLowerCase(), by: 'Hoa' })).toMatchObject({
      isNew: true,
      payouts: [{ state: 'approved' }],
    })
    expect((await run(approve, { id, by: 'Hoa' })).isNew).toBe(false)
    expect(await left()).toEqual({ leftVnd: 40_000, paidOutVnd: 60_000 })
    const { lines } = await readBook({}, undefined, 10)
    expect(lines[0]).toMatchObject({
      ...{ kind: 'payout', amountVnd: -60_000, program: 'heo' },
      facts: {
        payee: 'Công ty Vở Việt',
        taxCode: '0300588569',
        purposeVi: '200 quyển vở',
        purposeEn: '200 notebooks',
        evidence,
      },
    })
    expect(JSON.stringify(lines)).not.toMatch(/Lan|Hoa/)
    expect((await call(bookCsv)).text).toContain('""taxCode"":""0300588569""')
    for (const plan of [true, false]) {
      const { refused } = await run(decline, { id, by: 'Lan', because, plan })
      expect([refused.en.code, refused.vi.title]).toEqual([
        'payout-ended',
        expect.stringMatching(/^Đề nghị chi này đã duyệt: Hoa, \d\d:\d\d /),
      ])
    }
    expect((await run(propose, { ...order, by: 'Lan' })).isNew).toBe(false)
  })
  it('may be declined, also by who proposed it, and moves nothing', async () => {
    await fund(100_000)
    const id = await proposed()
    expect((await run(decline, { id, by: 'Lan', because })).payouts[0].state).toBe('declined')
    expect((await run(decline, { id, by: 'Hoa', because })).isNew).toBe(false)
    expect(refusedBy(await run(decline, { id, by: 'Hoa' }))).toBe('fields')
    for (const plan of [true, false])
      expect((await run(approve, { id, by: 'Hoa', plan })).refused.en).toMatchObject({
        code: 'payout-ended',
        title: expect.stringMatching(/^This payout was declined: Lan, /),
      })
    expect(await left()).toEqual({ leftVnd: 100_000, paidOutVnd: 0 })
  })
  it('refuses more than the fund has, a payee without papers, evidence that is no hash, and what is not there', async () => {
    await fund(50_000)
    expect(refusedBy(await run(propose, { ...order, by: 'Lan' }))).toBe('fund-too-small')
    for (const wrong of [{ payee: { name: 'Ai đó', taxCode: '1' } }, { evidence: 'hóa đơn' }, { amountVnd: 0.5 }])
      expect(refusedBy(await run(propose, { ...order, by: 'Lan', ...wrong }))).toBe('fields')
    const { refused } = await run(propose, { ...order, by: 'Lan', program: 'unallocated' })
    expect([refused.vi.code, refused.vi.title]).toEqual([
      'program-slug',
      expect.stringMatching(/“unallocated”.*: heo \(.+\)$/),
    ])
    const odd = { ...order, by: 'L', payee: { name: 'X', taxCode: '0312345678' }, purpose: { vi: 'v', en: '' } }
    const { fields } = (await run(propose, odd)).refused.vi
    expect(fields.map(({ field, message }: { field: string; message: string }) => `${field}: ${message}`)).toEqual([
      'payee.name: Ghi ít nhất 3 ký tự',
      'payee.taxCode: Số cuối của mã số thuế không khớp chín số trước. Xem lại từng số',
      'purpose.vi: Ghi ít nhất 2 ký tự',
      'purpose.en: Ghi ít nhất 2 ký tự',
      'by: Ghi ít nhất 2 ký tự',
    ])
    expect(refusedBy(await run(approve, { id: 'NOBODY', by: 'Hoa' }))).toBe('payout-unknown')
    expect(refusedBy(await run(approve, { id: 'NOBODY' }))).toBe('fields')
  })
})

describe('payouts at once', () => {
  it('twenty approvals of one are one entry', async () => {
    await fund(100_000)
    const id = await proposed()
    const said = await Promise.all(Array.from({ length: 20 }, (_, nth) => run(approve, { id, by: `Hoa ${nth}` })))
    expect(said.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(await left()).toEqual({ leftVnd: 40_000, paidOutVnd: 60_000 })
  })
  it('twenty of one fund never overdraw it, before, while and after the book is written', async () => {
    await fund(100_000)
    const ids = await Promise.all(Array.from({ length: 20 }, (_, nth) => proposed({ amountVnd: 30_000, nth: nth + 1 })))
    const writes = (async () => {
      for (let round = 0; round < 10; round++) await fold(now)
    })()
    const said = await Promise.all(ids.map((id) => run(approve, { id, by: 'Hoa' })))
    await writes
    expect(said.filter(({ isNew }) => isNew)).toHaveLength(3)
    expect(said.map(refusedBy).filter(Boolean)).toEqual(Array(17).fill('fund-too-small'))
    expect(await left()).toEqual({ leftVnd: 10_000, paidOutVnd: 90_000 })
    const [again] = said.flatMap((each, place) => (each.refused ? [ids[place]] : []))
    expect(refusedBy(await run(approve, { id: again, by: 'Hoa' }))).toBe('fund-too-small')
  })
  it('a crash at any call to the table leaves it decided or not, and one entry when it is tried again', async () => {
    await fund(100_000)
    const whole = crashAt(Number.POSITIVE_INFINITY, 'before')
    await run(approve, { id: await proposed(), by: 'Hoa' })
    whole.mend()
    // After one call is before the next.
    const cases = Array.from({ length: whole.calls() }, (_, step) => ({ step: step + 1, program: `heo-${step}` }))
    expect(cases.length).toBeGreaterThan(5)
    for (const { program } of cases) {
      const gift = await pledged({ program, amountVnd: 100_000 }, now)
      await record(gift.id, told(gift), draw, now)
      await publishProgram(makeProgram({ slug: program }))
    }
    await fold(now)
    for (const { step, program } of cases) {
      const id = await proposed({ program })
      const crash = crashAt(step, 'after')
      await run(approve, { id, by: 'Hoa' }).catch((error: Error) => expect(error.message).toBe('crash'))
      crash.mend()
      await run(approve, { id, by: 'Hoa' })
    }
    await fold(now)
    const totals = await readTotals(cases.map(({ program }) => program))
    for (const [, { leftVnd, paidOutVnd }] of totals) expect([leftVnd, paidOutVnd]).toEqual([40_000, 60_000])
  })
})
