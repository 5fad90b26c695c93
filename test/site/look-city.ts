import { seed } from '../../infra/seed/seed.ts'
import type { Book, Line, Sums, Totals } from '../../site/src/public-api.ts'

const takers = seed.programs.filter(({ giving }) => giving).map(({ slug }) => slug)
const asOf = '2026-11-23T07:05:00.000Z'
const sums = (receivedVnd: number, paidOutVnd: number, gifts: number): Sums => ({
  receivedVnd,
  paidOutVnd,
  leftVnd: receivedVnd - paidOutVnd,
  gifts,
})

/** Programs that have nothing, half, and more than their goal; a city with much. */
const totals: Totals = {
  asOf,
  version: 1,
  city: sums(98_765_432_100, 12_345_678_900, 1_234_567),
  programs: {
    [takers[1]!]: sums(9_876_543, 0, 321),
    [takers[2]!]: sums(4_567_890_123, 3_999_999_999, 45_678),
    [takers[3]!]: sums(200_000, 0, 4),
  },
}

type Movement = [kind: Line['kind'], amountVnd: number, name?: string | undefined, relatedLine?: number]
const movements: Movement[] = [
  ['gift', 5_000],
  ['gift', 499_999_999, 'Gia đình Nguyễn Thị Minh Khai, hẻm 47 đường Lê Văn Quới, khu phố 12, phường Bình Trị Đông'],
  ['fee', -5_499_999, undefined, 1_234_561],
  ['gift', 50_000, 'Cô Sáu tiệm chè'],
  ['refund', -50_000, undefined, 1_234_563],
  ['gift', 20_000, 'Nguyễnvănkhôngcóchỗnàođểxuốngdòngtrongcáitêndàinhưthế'],
  ['payout', -123_456_789],
  ['correction', 1, undefined, 1_234_566],
  ['allocation', 10_000_000],
  ['statement', 1_200_000],
]
let balanceVnd = 98_000_000_000
const lines: Line[] = movements
  .map(([kind, amountVnd, name = null, relatedLine = null], place) => {
    balanceVnd += amountVnd
    return {
      line: 1_234_560 + place,
      entryId: `entry-${place}`,
      hour: '2026-11-23T07:00:00.000Z',
      program: takers[place % takers.length]!,
      kind,
      amountVnd,
      balanceVnd,
      programBalanceVnd: balanceVnd,
      name,
      relatedLine,
    }
  })
  .reverse()

/** The newest lines, of one program or of all, as the API answers. */
const bookOf = (asked: URLSearchParams): Book => {
  const program = asked.get('program')
  const some = lines.filter((line) => program === null || line.program === program)
  return { asOf, lines: some.slice(0, Number(asked.get('limit') ?? some.length)), cursor: 'older' }
}

/** A city in which all that may stand on a page does: every kind of line, large sums, long names, giving closed. */
export const lookCity: Record<string, unknown> = {
  '/api/totals': totals,
  '/api/book': { asOf, lines, cursor: null },
  '/api/giving': {
    open: false,
    since: asOf,
    reason: { vi: 'đang đối chiếu sao kê ngân hàng tháng 11', en: 'we are checking the bank statement of November' },
  },
}

/** What its API answers to a page that is open. */
export const lookAnswer = (path: string, asked: URLSearchParams): unknown =>
  path === '/api/book' ? bookOf(asked) : path === '/api/status' ? { state: 'waiting' } : lookCity[path]
