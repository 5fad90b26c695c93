import { describe, expect, it } from 'vitest'
import { openOffice } from './desk.ts'

describe('npm run money -- review', () => {
  it('says why each one stands for review, how old it is and what is next; a reason without words is named', async () => {
    const at = new Date(Date.now() - 3.5 * 86_400_000).toISOString()
    const of = { at, amountVnd: 50_000, provider: 'vnpay', reference: 'LC1', code: 'ABCDEFGH' }
    const reviews = [
      { ...of, id: 'AAAAAA', reason: 'second' },
      { ...of, id: 'BBBBBB', reason: 'never-seen' },
    ]
    const { type, said, orders } = openOffice({ 'review/resolve': { isNew: true, reviews } })
    await type(['review'])
    expect(said()).toContain('AAAAAA  3 ngày  Trả hai lần cho một lần góp (50.000 ₫)')
    expect(said()).toContain('Làm tiếp: Hỏi người góp; nếu trả trùng: refund ABCDEFGH --number …')
    expect(said()).toContain('BBBBBB  3 ngày  Cần người xem: never-seen (50.000 ₫)')
    await type(['review', 'resolve', 'AAAAAA', '--because', 'người góp muốn vậy'])
    expect(orders.at(-1)!.input).toEqual({ id: 'AAAAAA', because: 'người góp muốn vậy', by: 'Operator/lan' })
  })
  it('tells a held transfer and what it may be before it is recorded, and finishes one that broke without asking', async () => {
    const transfer = {
      transactionId: '007.FT1.60000',
      amountVnd: 60_000,
      at: '2026-11-23T07:00:00.000Z',
      text: 'ung ho',
    }
    const held = { isNew: true, like: '007.FT1.50000', transfer }
    const { type, said, orders } = openOffice({ 'reconciliation/decide-held': held })
    await expect(type(['review', 'book', 'AAAAAA'])).rejects.toThrow('--because')
    await type(['review', 'book', 'AAAAAA', '--because', 'hai khoản khác nhau'])
    expect(said()).toContain(
      'Ghi 007.FT1.60000 (60.000 ₫ (sáu mươi ngàn đồng), 14:00 23/11/2026) thành một khoản riêng',
    )
    expect(said()).toContain('bên cạnh 007.FT1.50000')
    expect(said()).toContain('thêm một dòng Nhận 60.000 ₫')
    expect(orders.map(({ input }) => input.plan)).toEqual([true, undefined])
    const again = openOffice(
      { 'reconciliation/decide-held': { ...held, isNew: false } },
      { ask: () => Promise.reject() },
    )
    await again.type(['review', 'book', 'AAAAAA', '--because', 'x'])
    expect(again.orders).toHaveLength(2)
  })
  it('has the statement made anew where a held transfer is the same as one in the book', async () => {
    const reviews = [{ id: 'AAAAAA', reason: 'maybe-same', at: '2026-11-23T07:00:00.000Z', like: '007.FT1.50000' }]
    const { type, orders } = openOffice({
      'review/resolve': { isNew: true, reviews },
      'reconciliation/decide-held': { isNew: true },
    })
    await type(['review', 'resolve', 'AAAAAA', '--because', 'cùng một khoản'])
    expect(orders.map(({ verb, input }) => [verb, input.plan, input.same])).toEqual([
      ['review/resolve', true, undefined],
      ['reconciliation/decide-held', undefined, true],
    ])
  })
})
