import { describe, expect, it } from 'vitest'
import { wayNames, ways } from '../../functions/donations/way.ts'
import { wayNote } from '../../functions/donations/way-facts.ts'
import { seed } from '../../infra/seed/seed.ts'
import { lineTexts } from '../../site/src/lines.ts'
import { rowWords } from '../../site/src/row-words.ts'
import { type StatementWords, statementKeys, statementTexts } from '../../site/src/statement-texts.ts'
import { wayRows } from '../../site/src/ways.ts'
import { book, statements } from './fake-city.ts'

describe('a line of the book', () => {
  const [line] = book.lines
  const vietnamese = rowWords('vi', seed.programs)
  const english = rowWords('en', seed.programs)
  const { program } = line!
  const name = seed.programs.find(({ slug }) => slug === program)!.name
  it('is written as each language writes it', () => {
    expect(lineTexts(line!, 'vi', vietnamese)).toMatchObject({
      amount: '+50.000\u00a0₫',
      name: 'Ẩn danh',
      what: name.vi,
      hour: '11:00 23/11/2026',
      url: '/so-thu-chi/?line=10',
      sign: 'in',
    })
    expect(lineTexts({ ...line!, line: 1_247 }, 'en', english)).toMatchObject({
      line: '1,247',
      amount: '+50,000\u00a0₫',
      what: name.en,
      url: '/en/book/?line=1247',
    })
  })
  it('shows money that goes back with a true minus and what it belongs to', () => {
    expect(
      lineTexts({ ...line!, kind: 'refund', amountVnd: -50_000, relatedLine: 1_003 }, 'vi', vietnamese),
    ).toMatchObject({
      amount: '−50.000\u00a0₫',
      sign: 'out',
      name: '',
      what: `Đã hoàn tiền · ${name.vi} · cho dòng 1.003`,
    })
  })
  it('says who was paid and what for, in the language of the page', () => {
    const facts = {
      ...{ payee: 'Nhà sách Hạnh Phúc', taxCode: '0312345678', evidence: 'ab12cd34ef567890' },
      ...{ purposeVi: '40 bộ sách lớp 6', purposeEn: '40 sets of books' },
    }
    const paid = { ...line!, kind: 'payout' as const, amountVnd: -2_000_000, facts }
    expect(lineTexts(paid, 'vi', vietnamese).what).toBe(
      `Đã chi · ${name.vi} · trả cho Nhà sách Hạnh Phúc · mã số thuế 0312345678 · chứng từ ab12cd34… · 40 bộ sách lớp 6`,
    )
    expect(lineTexts(paid, 'en', english).what).toContain('to Nhà sách Hạnh Phúc')
    expect(lineTexts(paid, 'en', english).what).toContain('40 sets of books')
  })
  it('says the sums of a day, and the fee that a sponsor paid', () => {
    const facts = {
      ...{ day: '2026-11-23', version: 1, inVnd: 70_000, feesVnd: 550, refundedVnd: 0, unallocatedVnd: 20_000 },
      ...{ differences: 0, sha256: '0123456789abcdef' },
    }
    const statement = { ...line!, kind: 'statement' as const, program: 'city', amountVnd: 0, facts }
    expect(lineTexts(statement, 'vi', vietnamese)).toMatchObject({
      amount: '0\u00a0₫',
      what: `Đối soát · Khắp thành phố · ngày 23/11/2026 · vào 70.000\u00a0₫ · phí 550\u00a0₫ · hoàn 0\u00a0₫ · chưa rõ chương trình 20.000\u00a0₫ · chỗ lệch: 0 · bản đối soát 01234567…`,
    })
    const fee = (amountVnd: number, paidBy: string) =>
      lineTexts({ ...line!, kind: 'fee', amountVnd, facts: { feeVnd: 550, paidBy } }, 'vi', vietnamese).what
    expect(fee(0, 'sponsor')).toBe(`Phí chuyển tiền · ${name.vi} · phí 550\u00a0₫ · nhà tài trợ trả`)
    expect(fee(-550, 'fund')).toBe(`Phí chuyển tiền · ${name.vi}`)
  })
  it('of money whose program is not known says so, and calls nobody anonymous', () => {
    expect(lineTexts({ ...line!, program: 'unallocated' }, 'en', english)).toMatchObject({
      what: 'Program not known yet',
      name: '',
    })
  })
})

describe('a statement', () => {
  const words = Object.fromEntries(statementKeys.map((key) => [key, key])) as StatementWords
  const [day] = statements.statements
  const [gateway, bank] = day!.providers
  it.each([
    ['something differs', day!, 'differences', false],
    ['nothing differs', { ...day!, differences: 0, providers: [gateway!] }, 'agrees', true],
    ['only some have a file', { ...day!, differences: 0, providers: [gateway!, bank!] }, 'agrees-some', false],
    ['no file has come', { ...day!, differences: 0, providers: [bank!] }, 'no-file.', false],
    ['nothing moved', { ...day!, differences: 0, providers: [] }, 'agrees', true],
  ])('says what is known when %s', (_, of, verdict, agrees) =>
    expect(statementTexts(of, 'vi', words)).toMatchObject({ verdict, agrees }),
  )
})

it('of a day says which files were compared', () => {
  const words = Object.fromEntries(statementKeys.map((key) => [key, '{compared}|{waiting}'])) as StatementWords
  const [day] = statements.statements
  expect(statementTexts({ ...day!, differences: 0 }, 'en', words).verdict).toBe('VNPAY|Bank transfer')
})

it('of a day says what gateways paid over, and how many differences are not named', () => {
  const words = Object.fromEntries(statementKeys.map((key) => [key, `${key} {count} {sum} {ours}`])) as StatementWords
  const [day] = statements.statements
  const [gateway] = day!.providers
  const unnamed = { count: 2, oursVnd: 3_000, theirsVnd: 0 }
  const of = { ...day!, settled: { count: 1, vnd: 9_000 }, providers: [{ ...gateway!, unnamed }] }
  const said = statementTexts(of, 'vi', words)
  expect(said.sums[1]).toEqual(['settled {count} {sum} {ours}', 'count 1 9.000\u00a0₫ '])
  expect(said.providers[0]!.differences.at(-1)).toBe('unnamed 2  3.000\u00a0₫')
  expect(statementTexts(day!, 'vi', words).sums).toHaveLength(6)
})

describe('ways to pay', () => {
  const account = { bank: 'Thử', number: '1', holder: 'QUY', from: '2026-01-01' }
  const open = ['bank', 'momo', 'vnpay-card'] as const
  it('offer a transfer only where a bank can be led to the account, and choose the first beforehand', () => {
    const rows = (accounts: object[]) =>
      wayRows(open, { accounts: accounts as (typeof account)[] }, { feesPaidBy: 'fund' }, 'vi').map(
        ({ way, chosen }) => `${way} ${chosen}`,
      )
    expect(rows([account])).toEqual(['momo true', 'vnpay-card false'])
    expect(rows([{ ...account, bin: '970436' }])).toEqual(['bank true', 'momo false', 'vnpay-card false'])
    expect(rows([{ ...account, bin: '970436', to: '2026-02-01' }, account])).toEqual(['momo true', 'vnpay-card false'])
  })
  it('say who pays the fee, how much they carry and what follows', () => {
    expect(wayNote('momo', 'sponsor', 'en')).toMatch(/MoMo, payment\.momo\.vn.*a sponsor pays.*50,000,000/s)
    expect(wayNote('momo', 'fund', 'vi')).toMatch(/quỹ trả phí của MoMo.*từ 5\.000\u00a0₫ tới 50\.000\.000/s)
    expect(wayNote('stripe', 'fund', 'en')).toMatch(/^No fee for you: the fund pays that of Stripe, as a line/m)
    expect(wayNote('bank', 'fund', 'en')).not.toContain('working days')
    expect(wayNote('vnpay-card', 'fund', 'en')).toContain('exchange of money')
  })
  it('have a mark of their own each', () =>
    expect(new Set(wayNames.map((name) => ways[name].mark)).size).toBe(wayNames.length))
})
