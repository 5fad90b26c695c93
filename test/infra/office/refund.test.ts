import { describe, expect, it } from 'vitest'
import { openOffice } from './desk.ts'

const at = '2026-11-23T07:00:00.000Z'
const of = {
  id: 'ABCDEFGHJK',
  state: 'to-transfer',
  amountVnd: 20_000,
  provider: 'bank',
  askedAt: at,
  came: '001.FT9.50000',
}
const byHand = { ...of, memo: 'HOAN ABCDEFGHJK' }
const sent = [{ reference: '001.FT10.2000', vnd: 2_000 }]
const review = { id: 'AAAAAA', reason: 'second', at, amountVnd: 50_000, code: 'ABCDEFGH' }

describe('npm run money -- refund', () => {
  it('lists refunds under way with what is next, and ends one with the bank’s reference', async () => {
    const reviews = [{ ...review, reason: 'refund-unclear', refund: of.id }, review]
    const { type, orders, said } = openOffice({
      'donations/finish-refund': { isNew: true, refunds: [byHand] },
      'review/resolve': { at, reviews },
    })
    await type(['refund'])
    expect(said()).toContain('Chuyển khoản ngân hàng  chờ văn phòng chuyển khoản  từ 14:00 23/11/2026\n')
    expect(said()).toMatch(/chuyển 20\.000 ₫ về .*ghi nội dung HOAN ABCDEFGHJK.*tự xong.*refund done.*refund refused/)
    expect(said()).toContain('xem ở khoản tiền vào 001.FT9.50000')
    await expect(type(['refund', 'done', of.id])).rejects.toThrow('Còn thiếu --reference')
    await expect(type(['refund', 'refused'])).rejects.toThrow(/Còn thiếu mã lần hoàn.*refund refused <mã lần hoàn>/)
    await type(['refund', 'done', of.id.toLowerCase(), '--reference', 'FT1'])
    expect(orders.at(-2)!.input).toEqual({ id: 'abcdefghjk', end: 'done', reference: 'FT1', by: 'Operator/lan' })
    expect(said()).toMatch(/Xong\.\nCòn việc AAAAAA chờ xem: Hoàn tiền chưa rõ đã đi chưa .*$/)
    await type(['refund', 'refused', of.id])
    expect(said()).toContain('Sổ thu chi không đổi')
  })
  it('tells nobody to transfer what has left already', async () => {
    const gone = [{ reference: '001.FT11.20000', vnd: 20_000 }]
    const { type, said } = openOffice({
      'donations/finish-refund': { isNew: true, refunds: [{ ...byHand, sent: gone }] },
    })
    await type(['refund'])
    expect(said()).toMatch(
      /Đừng chuyển nữa: 20\.000 ₫ đã rời tài khoản.*refund done ABCDEFGHJK --reference 001\.FT11\.20000/,
    )
    expect(said()).not.toContain('về tài khoản của người góp')
  })
  it('warns of a transfer that carries a refund’s words and another sum', async () => {
    const { type, said } = openOffice(
      { 'donations/finish-refund': { isNew: true, refunds: [{ ...byHand, sent }] } },
      { ask: async () => 'không' },
    )
    await type(['refund'])
    expect(said()).toMatch(/2\.000 ₫ đã rời tài khoản.*\(001\.FT10\.2000\), nhưng khác số phải hoàn.*review$/)
    await type(['refund', 'refused', of.id])
    expect(said()).toMatch(/Để ý: 2\.000 ₫ đã rời tài khoản.*\n.*Chỉ ghi vậy khi chắc tiền chưa đi/)
  })
  it('of money that has gone tells nobody to transfer it, only how it ends', async () => {
    const gone = { ...of, state: 'gone' }
    const told = {
      ...{ isNew: true, nth: 1, fund: { leftVnd: 90_000 }, refund: gone, code: 'ABCDEFGH' },
      came: {
        provider: 'bank',
        transactionId: of.came,
        amountVnd: 50_000,
        program: 'unallocated',
        number: '1',
        leftVnd: 50_000,
      },
    }
    const { type, orders, said } = openOffice({
      'donations/refund-gift': told,
      'donations/finish-refund': { refunds: [gone] },
      'review/resolve': { at, reviews: [review, { ...review, id: 'BBBBBB', code: 'ZZZZZZZZ' }] },
    })
    await type(['refund', 'ABCDEFGH', '--outside', '--because', 'kiện thẻ'])
    expect(orders[0]!.input).toMatchObject({ outside: true, plan: true })
    expect(said()).toContain('tiền đã rời tiền chưa rõ chương trình ngoài lệnh này')
    expect(said()).toContain('tiền đã đi rồi, chờ số tham chiếu\n   Làm tiếp: đừng chuyển thêm')
    expect(said()).toContain('refund done ABCDEFGHJK --reference')
    // What else waits with this gift, and no other's.
    expect(said()).toMatch(/Còn việc AAAAAA chờ xem: Trả hai lần .*: review resolve AAAAAA --because "đã làm gì"$/)
    await type(['refund'])
    expect(said()).not.toMatch(/HOAN|chờ văn phòng chuyển khoản/)
  })
})
