import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { providers, ways, waysOf } from '../../functions/donations/way.ts'
import { seed } from '../../infra/seed/seed.ts'
import type { Book, Line, Statements, Sums, Totals } from '../../site/src/public-api.ts'

const takers = seed.programs.filter(({ giving }) => giving).map(({ slug }) => slug)
const gifts: [amountVnd: number, name: string | null][] = [
  [5_000, null],
  [50_000, 'Cô Sáu tiệm chè'],
  [500_000, null],
  [20_000, null],
  [100_000, 'Gia đình Nguyễn Thị Minh Khai, hẻm 47 đường Lê Văn Quới'],
  [1_200_000, null],
  [10_000, 'Bé Na'],
  [51_234, null],
  [20_000, 'Smith & <b>Sons</b>'],
  [50_000, null],
]

/** Ten gifts, newest first, over the programs that take gifts. */
function lines(): Line[] {
  let balanceVnd = 0
  const balances: Record<string, number> = {}
  return gifts
    .map(([amountVnd, name], index): Line => {
      const program = takers[index % takers.length]!
      balanceVnd += amountVnd
      balances[program] = (balances[program] ?? 0) + amountVnd
      return {
        line: index + 1,
        entryId: `entry-${index}`,
        hour: `2026-11-23T0${Math.floor(index / 2)}:00:00.000Z`,
        program,
        kind: 'gift',
        amountVnd,
        balanceVnd,
        programBalanceVnd: balances[program],
        name,
        relatedLine: null,
      }
    })
    .reverse()
}

const asOf = '2026-11-23T07:05:00.000Z'
export const book: Book = { asOf, lines: lines(), cursor: null }

const sums = (receivedVnd: number, count: number): Sums => ({
  receivedVnd,
  paidOutVnd: 0,
  refundedVnd: 0,
  feesVnd: 0,
  leftVnd: receivedVnd,
  gifts: count,
})
const sumOf = (of: readonly Line[]): Sums =>
  sums(
    of.reduce((sum, { amountVnd }) => sum + amountVnd, 0),
    of.length,
  )
export const totals: Totals = {
  asOf,
  version: 1,
  city: { ...sumOf(book.lines), refundedVnd: 20_000, feesVnd: 550 },
  unallocated: sums(20_000, 1),
  programs: Object.fromEntries(
    takers.map((slug) => [slug, sumOf(book.lines.filter(({ program }) => program === slug))]),
  ),
}

const counted = (count: number, vnd: number) => ({ count, vnd })
/** A day that VNPAY’s file agrees with but for two payments, and no file of the bank. */
export const statements: Statements = {
  asOf,
  statements: [
    {
      ...{ v: 1, day: '2026-11-22', version: 2, madeAt: asOf, in: counted(3, 120_000), feesVnd: 550 },
      ...{
        refunded: counted(0, 0),
        paidOut: counted(1, 50_000),
        outVnd: 50_000,
        unallocatedVnd: 20_000,
        differences: 2,
      },
      providers: [
        {
          ...{ provider: 'vnpay', in: counted(2, 100_000), unallocatedVnd: 0, feesVnd: 550, recovered: 1 },
          files: {
            ...{ sha256: ['a'.repeat(64)], takenAt: asOf, in: counted(1, 51_000), refunded: counted(0, 0), outVnd: 0 },
          },
          differences: [
            { reason: 'amount-differs', entryId: 'entry-1', line: 2, oursVnd: 50_000, theirsVnd: 51_000 },
            { reason: 'missing-there', entryId: 'entry-2', oursVnd: 50_000, theirsVnd: 0 },
          ],
        },
        {
          ...{ provider: 'bank', in: counted(1, 20_000), unallocatedVnd: 20_000, feesVnd: 0, recovered: 0 },
          ...{ files: null, differences: [] },
        },
      ],
    },
  ],
}

const answers: Record<string, unknown> = {
  '/api/programs': { programs: seed.programs, entities: seed.entities },
  '/api/questions': { questions: seed.questions },
  '/api/areas': { asOf: '2025-07-01', areas: seed.areas, legacy: seed.legacy },
  '/api/giving': { open: true },
  '/api/ways': {
    ways: waysOf(new Set(providers)).map((name) => ({ name, provider: ways[name].provider, ...ways[name].limits })),
    mail: true,
  },
  '/api/totals': totals,
  '/api/book': book,
  '/api/statements': statements,
}

/** As prod answers before anybody published a program: areas and questions, no money, giving closed by the deploy. */
export const emptyCity: Record<string, unknown> = {
  '/api/programs': { programs: [], entities: [] },
  '/api/ways': { ways: [], mail: false },
  '/api/giving': { open: false, since: asOf, reason: { vi: 'chưa mở', en: 'not open yet' } },
  '/api/totals': { ...totals, city: sumOf([]), programs: {} },
  '/api/book': { asOf, lines: [], cursor: null },
  '/api/statements': { asOf, statements: [] },
}

/** The public API with the seed and ten gifts, `over` in their place, on a port that the system chooses. */
export async function fakeCity(over: Record<string, unknown> = {}): Promise<{ origin: string; close(): void }> {
  const all = { ...answers, ...over }
  const server: Server = createServer((request, reply) => {
    const answer = all[new URL(request.url ?? '/', 'http://city').pathname]
    reply.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}
