import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  batch,
  city,
  commit,
  emptyHead,
  fitting,
  type Head,
  maxPrograms,
  type Total,
  type Waiting,
} from '../../../functions/ledger/batch.ts'
import { amountOf, balanced, entryFor, giftPostings } from '../../../functions/ledger/entry.ts'

const waiting = (place: number, program = 'heo', amountVnd = 10_000): Waiting => ({
  v: 1,
  entryId: `e${String(place).padStart(6, '0')}`,
  kind: 'gift',
  program,
  postings: giftPostings('vnpay', program, amountVnd),
  currency: 'VND',
  hour: '2026-11-23T07:00:00.000Z',
  commitment: 'c'.repeat(44),
  paymentKey: `vnpay#${place}`,
})
const gifts = fc.array(
  fc.record({ program: fc.constantFrom('a', 'b', 'c'), amountVnd: fc.integer({ min: 1, max: 499_999_999 }) }),
  { minLength: 1, maxLength: 60 },
)
const now = '2026-11-23T07:05:00.000Z'

describe('the book', () => {
  it('keeps every line, order, balance and total through any sequence of commits', () => {
    fc.assert(
      fc.property(fc.array(gifts, { minLength: 1, maxLength: 8 }), (commits) => {
        let head: Head = emptyHead
        const totals = new Map<string, Total>()
        const lines: {
          line: number
          amountVnd: number
          balanceVnd: number
          program: string
          programBalanceVnd: number
        }[] = []
        let place = 0
        for (const group of commits) {
          const before = new Map(totals)
          const made = commit(
            head,
            totals,
            group.map(({ program, amountVnd }) => waiting(place++, program, amountVnd)),
            now,
          )
          expect(batch.parse(made.batch)).toEqual(made.batch)
          for (const [program, previous] of Object.entries(made.batch.previous))
            expect(previous).toBe(before.get(program)?.lastBatch ?? 0)
          for (const total of made.totals) totals.set(total.account, total)
          lines.push(...made.batch.lines)
          head = { ...made.head, clean: true }
        }
        expect(lines.map(({ line }) => line)).toEqual(lines.map((_, at) => at + 1))
        expect(head.lines).toBe(lines.length)
        const sums: Record<string, number> = {}
        for (const { amountVnd, balanceVnd, program, programBalanceVnd } of lines) {
          sums[city] = (sums[city] ?? 0) + amountVnd
          sums[program] = (sums[program] ?? 0) + amountVnd
          expect([balanceVnd, programBalanceVnd]).toEqual([sums[city], sums[program]])
        }
        for (const [account, total] of totals)
          expect(total).toMatchObject({ receivedVnd: sums[account], leftVnd: sums[account], paidOutVnd: 0 })
      }),
    )
  })
  it('takes at most what one transaction and one item hold', () => {
    expect(fitting(Array.from({ length: 3_000 }, (_, place) => waiting(place))).length).toBeLessThanOrEqual(1_000)
    const many = fitting(Array.from({ length: 300 }, (_, place) => waiting(place, `program-${place}`)))
    expect(new Set(many.map(({ program }) => program)).size).toBe(maxPrograms)
    const made = commit(
      emptyHead,
      new Map(),
      fitting(Array.from({ length: 1_000 }, (_, place) => waiting(place, 'heo-dat-hoc-tap-binh-tan'))),
      now,
    )
    expect(Buffer.byteLength(JSON.stringify(made.batch))).toBeLessThan(380_000)
  })
  it('takes the oldest first and loses none', () => {
    const all = [3, 1, 2].map((place) => waiting(place))
    expect(fitting(all).map(({ entryId }) => entryId)).toEqual(['e000001', 'e000002', 'e000003'])
  })
})

describe('an entry', () => {
  it('balances or is not written', () =>
    expect(() =>
      balanced([
        ['a', 1],
        ['b', -2],
      ]),
    ).toThrow(/sum to -1/))
  it('is made from the ledger alone', () => {
    const { paymentKey, ...entry } = waiting(1)
    expect(entryFor({ ...entry, paymentKey, recordedAt: now, receipt: { number: '1' } })).toEqual(entry)
    expect(amountOf(entry)).toBe(10_000)
  })
})
