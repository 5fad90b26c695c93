import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { typedOf } from '../../../infra/office/money.ts'
import { openOffice } from './desk.ts'

const refunding = {
  isNew: true,
  nth: 1,
  refund: { id: 'ABCDEFGHJK', state: 'asked', amountVnd: 20_000 },
  came: {
    ...{ provider: 'vnpay', transactionId: '14422574', amountVnd: 50_000, number: '20261123-4839-2075-1' },
    ...{ program: 'heo', programName: { vi: 'Heo đất', en: 'Piggy bank' }, leftVnd: 50_000 },
  },
  fund: { leftVnd: 15_000 },
}
const paying = {
  isNew: true,
  payouts: [
    {
      ...{ id: 'PAYOUTAB', program: 'heo', programName: { vi: 'Heo đất', en: 'Piggy bank' } },
      ...{ payee: { name: 'Công ty Vở', taxCode: '0300588569' }, amountVnd: 60_000 },
      ...{ purpose: { vi: 'vở', en: 'notebooks' }, evidence: 'ab'.repeat(32) },
      ...{ proposedBy: 'Operator/lan', proposedAt: '2026-11-23T07:00:00.000Z', memo: 'CHI PAYOUTAB' },
    },
  ],
  fund: { leftVnd: 100_000 },
}
const bill = ['--program', 'heo', '--payee', 'Công ty Vở', '--tax', '0300588569', '--amount', '60k', '--purpose', 'vở']

describe('npm run money', () => {
  it('says which commands there are, and what one of them lacks, in the language asked for', async () => {
    const { type } = openOffice({})
    await expect(type(['rob'])).rejects.toThrow(
      'Lệnh nào? today, review, refund, allocate, payout, reconcile, statement',
    )
    await expect(type([])).rejects.toThrow('Lệnh nào?')
    await expect(type(['toString', '--lang', 'en'])).rejects.toThrow('Which command?')
    await expect(type(['refund', 'ABCDEFGH'])).rejects.toThrow('Còn thiếu --because')
    await expect(type(['payout', 'propose', ...bill])).rejects.toThrow('Còn thiếu --purpose-en, --evidence')
    await expect(type(['payout', 'approve'])).rejects.toThrow('Còn thiếu mã đề nghị chi. Cách gõ: payout propose')
    await expect(type(['refund', 'ABCDEFGH', '--amount', '50', '--because', 'x'])).rejects.toThrow('“50”')
    expect(() => typedOf(['refund', '--amont', '1'])).toThrow('amont')
  })
  it('refuses words that a command does not know, with how it is typed, and orders nothing', async () => {
    const { type, orders } = openOffice({})
    for (const [line, word] of [
      [['payout', 'eat', 'X'], 'eat'],
      [['payout', 'approve', 'X', 'Y'], 'Y'],
      [['review', 'resolv', 'X'], 'resolv'],
      [['refund', 'ABCD', 'EFGH'], 'ABCD'],
      [['allocate', 'FT1', 'FT2'], 'FT2'],
      [['today', 'now'], 'now'],
      [['statement', '2026-11-24'], '2026-11-24'],
    ] as const)
      await expect(type([...line])).rejects.toThrow(`Không hiểu “${word}”. Cách gõ: ${line[0]}`)
    expect(orders).toEqual([])
  })
  it('tells a refund before it is made: figures, words, from whom to whom, and what the book will show', async () => {
    const { type, orders, said } = openOffice({ 'donations/refund-gift': refunding })
    await type(['refund', 'ABCD-EFGH', '--amount', '20 ngàn', '--because', 'trả trùng'])
    expect(said()).toContain('Hoàn 20.000 ₫ (hai mươi ngàn đồng) của khoản 50.000 ₫ (biên nhận 20261123-4839-2075-1')
    expect(said()).toContain('Từ quỹ Heo đất, qua VNPAY')
    expect(said()).toContain('Đã hoàn tiền −20.000 ₫')
    expect(said()).toContain('quỹ bị âm')
    expect(said()).toContain('Người ra lệnh: Operator/lan')
    const order = { code: 'ABCD-EFGH', amountVnd: 20_000, because: 'trả trùng', by: 'Operator/lan', nth: 1 }
    expect(orders.map(({ input }) => input)).toEqual([
      { ...order, number: undefined, plan: true },
      { ...order, number: undefined },
    ])
  })
  it('tells what a provider paid over apart from what is given to a program', async () => {
    const income = [{ transactionId: 'FT1', leftVnd: 70_000, at: '2026-11-23T07:00:00.000Z', text: 'VNPAY TT' }]
    const { type, orders, said } = openOffice({ 'transfers/allocate': { isNew: true, income } })
    await type(['allocate', 'FT1', '--settlement', 'vnpay', '--because', 'sao kê VNPAY'])
    expect(said()).toContain('tiền VNPAY chuyển về cho các khoản góp đã có trong sổ')
    expect(said()).toContain('Điều chỉnh −70.000')
    expect(orders.at(-1)!.input).toMatchObject({ transfer: 'FT1', settlement: 'vnpay', program: undefined })
  })
  it('asks for what reconcile and statement cannot do without', async () => {
    const { type } = openOffice({ 'reconciliation/tell': { statement: null } })
    await expect(type(['reconcile'])).rejects.toThrow('Còn thiếu --provider, --file')
    const file = ['reconcile', '--provider', 'bank', '--file', 'f.csv']
    await expect(type([...file, '--payout', 'một triệu mốt'])).rejects.toThrow('“một triệu mốt”')
    await expect(type(['statement'])).rejects.toThrow('Còn thiếu --day')
    await type(['statement', '--day', '2026-11-24'])
  })
  it('does nothing without a yes, and asks nobody where the yes was given', async () => {
    const doubtful = openOffice({ 'donations/refund-gift': refunding }, { ask: async () => 'ờ' })
    await doubtful.type(['refund', 'A', '--because', 'trùng'])
    expect(doubtful.orders.map(({ input }) => input.plan)).toEqual([true])
    expect(doubtful.said()).toContain('Chưa làm gì.')
    const never = () => Promise.reject(new Error('asked'))
    const sure = openOffice({ 'donations/refund-gift': { ...refunding, nth: 2 } }, { ask: never, sure: true })
    await sure.type(['refund', 'A', '--because', 'trùng'])
    expect(sure.orders.map(({ input }) => input.plan)).toEqual([true, undefined])
    // All that is left was told as a sum, and the sum that was agreed to is what is ordered.
    expect(sure.orders[1]!.input).toMatchObject({ amountVnd: 20_000, nth: 2 })
  })
  it('orders nothing that was ordered before', async () => {
    const known = { ...refunding, isNew: false, refund: { ...refunding.refund, state: 'accepted', code: '00/05' } }
    const { type, orders, said } = openOffice({ 'donations/refund-gift': known })
    await type(['refund', 'A', '--because', 'trùng'])
    expect(orders).toHaveLength(1)
    expect(said()).toContain('Đã có từ trước')
    expect(said()).toContain('bên thanh toán đã nhận lệnh, chưa xong (VNPAY trả lời mã 00/05)')
    // What is left of the fund is without it already: there is no plan to tell.
    expect(said()).not.toMatch(/còn chi được|còn hoàn được/)
  })
  it('proposes a payout with the hash of its evidence, which stays in the office', async () => {
    const { type, orders, said } = openOffice({ 'payouts/propose': paying })
    await type(['payout', 'propose', ...bill, '--purpose-en', 'notebooks', '--evidence', 'hoa-don.pdf'])
    const evidence = createHash('sha256').update('hóa đơn').digest('hex')
    expect(orders.at(-1)!.input).toMatchObject({ amountVnd: 60_000, evidence, by: 'Operator/lan', nth: 1 })
    expect(said()).toContain('payout approve PAYOUTAB')
    expect(said()).toContain('Cho Công ty Vở, mã số thuế 0300588569')
  })
  it('tells the second person everything that the first said, and what becomes public', async () => {
    const answers = { 'payouts/approve': paying, 'payouts/decline': paying }
    const { type, orders, said } = openOffice(answers, { lang: 'en', ask: async () => 'yes' })
    await type(['payout', 'approve', 'PAYOUTAB'])
    for (const text of [
      '60,000 ₫ (sixty thousand đồng)',
      'vở / notebooks',
      'ab'.repeat(32),
      'Proposed by Operator/lan',
    ])
      expect(said()).toContain(text)
    expect(said()).toContain('Public book: one line Paid out −60,000 ₫')
    expect(said()).toContain('write into it: CHI PAYOUTAB')
    expect(orders.at(-1)).toEqual({ verb: 'payouts/approve', input: { id: 'PAYOUTAB', by: 'Operator/lan' } })
    await type(['payout'])
    expect(said()).toContain('PAYOUTAB  60,000 ₫  Piggy bank  Công ty Vở  proposed by Operator/lan')
  })
  it('gives money without a code to its program, and lists such money', async () => {
    const income = [{ transactionId: 'FT1', leftVnd: 70_000, at: '2026-11-23T07:00:00.000Z', text: 'ung ho' }]
    const told = { isNew: true, program: { slug: 'heo', name: { vi: 'Heo đất', en: 'Piggy bank' } }, income }
    const { type, said, orders } = openOffice({ 'transfers/allocate': told })
    await type(['allocate'])
    expect(said()).toContain('FT1  70.000 ₫  14:00 23/11/2026  ung ho')
    await type(['allocate', 'FT1', '--program', 'heo', '--because', 'đã hỏi'])
    expect(said()).toContain('Sổ thu chi: thêm một dòng Phân bổ +70.000 ₫ cho Heo đất')
    expect(orders.at(-1)!.input).toEqual({ transfer: 'FT1', program: 'heo', because: 'đã hỏi', by: 'Operator/lan' })
  })
})
