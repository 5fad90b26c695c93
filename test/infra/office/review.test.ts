import { describe, expect, it } from 'vitest'
import { openOffice } from './desk.ts'

describe('npm run money -- review', () => {
  it('says why each one stands for review, how old it is and what is next; a reason without words is named', async () => {
    const [at, later] = ['2020-11-23T07:00:00.000Z', '2020-11-24T08:00:00.000Z']
    const of = { at, amountVnd: 50_000, provider: 'vnpay', reference: 'LC1', code: 'ABCDEFGH' }
    const reviews = [
      { ...of, id: 'AAAAAA', reason: 'second' },
      { ...of, id: 'BBBBBB', reason: 'never-seen' },
    ]
    const { type, said, orders } = openOffice({ 'review/resolve': { isNew: true, at: later, reviews } })
    await type(['review'])
    expect(said()).toContain('AAAAAA  1 ngày  Trả hai lần cho một lần góp (50.000 ₫)')
    expect(said()).toContain('trả trùng thì refund ABCDEFGH --number …. Không có cách hỏi (góp không ghi tên')
    expect(said()).toContain('BBBBBB  1 ngày  Cần người xem: never-seen (50.000 ₫)')
    await type(['review', 'resolve', 'AAAAAA', '--because', 'người góp muốn vậy'])
    expect(orders.at(-1)!.input).toEqual({ id: 'AAAAAA', because: 'người góp muốn vậy', by: 'Operator/lan' })
  })
  it('counts days by the city’s clock, one as one', async () => {
    const reviews = [{ id: 'AAAAAA', reason: 'second', at: '2026-11-23T07:00:00.000Z' }]
    const age = async (at: string) => {
      const { type, said } = openOffice({ 'review/resolve': { at, reviews } }, { lang: 'en' })
      await type(['review'])
      return /AAAAAA {2}(.*?) {2}/.exec(said())![1]
    }
    expect(await age('2026-11-24T08:00:00.000Z')).toBe('1 day')
    expect(await age('2026-11-26T06:00:00.000Z')).toBe('2 days')
  })
  it('resolves one whose money went back, and says what the donor will read', async () => {
    const reviews = [{ id: 'AAAAAA', reason: 'may-have-moved', at: '2026-11-23T07:00:00.000Z', provider: 'momo' }]
    const { type, said, orders } = openOffice({ 'review/resolve': { isNew: true, at: reviews[0]!.at, reviews } })
    await type(['review'])
    expect(said()).toContain(
      'trang của MoMo, hỏi họ tiền đang ở đâu. Tiền đã về lại người góp thì resolve với --outcome returned',
    )
    await type(['review', 'resolve', 'AAAAAA', '--outcome', 'returned', '--because', 'MoMo đã trả lại'])
    expect(said()).toContain('Trang của người góp: thôi ghi đang đối chiếu')
    expect(orders.at(-1)!.input).toMatchObject({ id: 'AAAAAA', outcome: 'returned' })
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
