import { wayNames } from '../../functions/donations/way.ts'
import { type Difference, reasons } from '../../functions/reconciliation/match.ts'
import type { ProviderDay, Statement } from '../../functions/reconciliation/statement.ts'
import { seed } from '../../infra/seed/seed.ts'
import type { Book, Line, Statements, Sums, Totals } from '../../site/src/public-api.ts'

const takers = seed.programs.filter(({ giving }) => giving).map(({ slug }) => slug)
const asOf = '2026-11-23T07:05:00.000Z'
const sums = (receivedVnd: number, paidOutVnd: number, gifts: number, refundedVnd = 0, feesVnd = 0): Sums => ({
  receivedVnd,
  paidOutVnd,
  refundedVnd,
  feesVnd,
  leftVnd: receivedVnd - paidOutVnd - refundedVnd - feesVnd,
  gifts,
})

/** Programs that have nothing, half, and more than their goal; a city with much, some of it without a program. */
const totals: Totals = {
  asOf,
  version: 1,
  city: sums(98_765_432_100, 12_345_678_900, 1_234_567, 123_456_789, 543_210_987),
  unallocated: sums(1_200_000, 0, 3),
  programs: {
    [takers[1]!]: sums(9_876_543, 0, 321),
    [takers[2]!]: sums(4_567_890_123, 3_999_999_999, 45_678, 50_000, 5_499_999),
    [takers[3]!]: sums(200_000, 0, 4),
  },
}

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const paid = {
  payee: 'Công ty TNHH Một thành viên Sách và Thiết bị trường học Thành phố Hồ Chí Minh',
  taxCode: '0300000005',
  purposeVi: 'Ba lô, sách giáo khoa và vở cho 240 em lớp 6 của ba trường, đợt 1 năm học 2026–2027',
  purposeEn: 'School bags, textbooks and notebooks for 240 pupils of grade 6 at three schools, first round',
  evidence: hash,
}
const closed = {
  ...{ day: '2026-11-22', inVnd: 51_200_000, feesVnd: 543_210, refundedVnd: 50_000, unallocatedVnd: 1_200_000 },
  ...{ differences: 7, sha256: hash },
}
/** Of a line: its program where it is not the next one in turn. */
type More = Partial<Pick<Line, 'name' | 'program' | 'relatedLine' | 'facts'>>
type Movement = [kind: Line['kind'], amountVnd: number, more?: More]
const movements: Movement[] = [
  ['gift', 5_000],
  [
    'gift',
    499_999_999,
    { name: 'Gia đình Nguyễn Thị Minh Khai, hẻm 47 đường Lê Văn Quới, khu phố 12, phường Bình Trị Đông' },
  ],
  ['fee', -5_499_999, { relatedLine: 1_234_561 }],
  ['fee', 0, { relatedLine: 1_234_561, facts: { feeVnd: 5_499_999, paidBy: 'sponsor' } }],
  ['gift', 50_000, { name: 'Cô Sáu tiệm chè' }],
  ['refund', -50_000, { relatedLine: 1_234_564 }],
  ['gift', 20_000, { name: 'Nguyễnvănkhôngcóchỗnàođểxuốngdòngtrongcáitêndàinhưthế' }],
  ['payout', -123_456_789, { facts: paid }],
  ['correction', 1, { relatedLine: 1_234_566 }],
  ['gift', 1_200_000, { program: 'unallocated' }],
  ['allocation', 1_200_000, { relatedLine: 1_234_569 }],
  ['statement', 0, { program: 'city', facts: closed }],
]
let balanceVnd = 98_000_000_000
const lines: Line[] = movements
  .map(([kind, amountVnd, more], place) => {
    // money that finds its program was in the city's funds before
    if (kind !== 'allocation') balanceVnd += amountVnd
    return {
      line: 1_234_560 + place,
      entryId: `entry-${place}`,
      hour: '2026-11-23T07:00:00.000Z',
      program: takers[place % takers.length]!,
      kind,
      amountVnd,
      balanceVnd,
      programBalanceVnd: balanceVnd,
      name: null,
      relatedLine: null,
      ...more,
    }
  })
  .reverse()

/** The newest lines, of one program or of all, as the API answers. */
const bookOf = (asked: URLSearchParams): Book => {
  const program = asked.get('program')
  const some = lines.filter((line) => program === null || line.program === program)
  return { asOf, lines: some.slice(0, Number(asked.get('limit') ?? some.length)), cursor: 'older' }
}

const counted = (count: number, vnd: number) => ({ count, vnd })
const entryId = '01JDCNXK8Z3V5Q7R9T2W4Y6A8B'
const ofProvider = (provider: ProviderDay['provider'], more: Partial<ProviderDay> = {}): ProviderDay => ({
  ...{ provider, in: counted(1_234, 51_200_000), unallocatedVnd: 0, feesVnd: 0, recovered: 0, differences: [] },
  files: { sha256: [hash], takenAt: asOf, in: counted(1_234, 51_200_000), refunded: counted(0, 0), outVnd: 0 },
  ...more,
})
const differing: Difference[] = reasons.map((reason) => ({
  ...{ reason, oursVnd: 499_999_999, theirsVnd: reason === 'missing-there' ? 0 : 51_000 },
  ...(reason === 'unknown-row' || reason === 'fee-differs' ? { line: 1_234 } : { entryId }),
}))
const day = (day: string, version: number, of: ProviderDay[]): Statement => ({
  ...{ v: 1, day, version, madeAt: asOf, in: counted(4_321, 1_234_567_890), feesVnd: 543_210 },
  ...{ refunded: counted(1, 50_000), paidOut: counted(1, 123_456_789), outVnd: 123_506_789, unallocatedVnd: 1_200_000 },
  differences: of.reduce((sum, { differences }) => sum + differences.length, 0),
  providers: of,
})
/** A day that agrees, one with every difference, one without files. */
const statements: Statements = {
  asOf,
  statements: [
    day('2026-11-22', 1, [ofProvider('bank', { files: null }), ofProvider('momo', { files: null })]),
    day('2026-11-21', 3, [ofProvider('bank'), ofProvider('vnpay', { recovered: 2, differences: differing })]),
    day(
      '2026-11-20',
      1,
      (['bank', 'momo', 'zalopay', 'vnpay', 'stripe'] as const).map((name) => ofProvider(name)),
    ),
  ],
}

/** A city in which all that may stand on a page does: every kind of line, large sums, long names, giving closed. */
export const lookCity: Record<string, unknown> = {
  '/api/totals': totals,
  '/api/book': { asOf, lines, cursor: null },
  '/api/statements': statements,
  '/api/giving': {
    open: false,
    since: asOf,
    reason: { vi: 'đang đối chiếu sao kê ngân hàng tháng 11', en: 'we are checking the bank statement of November' },
  },
}

/** What has changed since the build: one way to pay has closed. */
const answers: Record<string, (asked: URLSearchParams) => unknown> = {
  '/api/book': bookOf,
  '/api/status': () => ({ state: 'waiting' }),
  // The state of none of them: no page is renewed.
  '/api/donations/key': () => ({}),
  '/api/ways': () => ({ ways: wayNames.filter((name) => name !== 'zalopay').map((name) => ({ name })) }),
}

/** What its API answers to a page that is open. */
export const lookAnswer = (path: string, asked: URLSearchParams): unknown => answers[path]?.(asked) ?? lookCity[path]
