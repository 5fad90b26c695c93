import { readFileSync } from 'node:fs'
import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { handler as collectVerb } from '../../../functions/reconciliation/collect.ts'
import { handler as fetchVerb } from '../../../functions/reconciliation/fetch-day.ts'
import { versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { handler as takeVerb } from '../../../functions/reconciliation/take.ts'
import { handler as tellVerb } from '../../../functions/reconciliation/tell.ts'
import type { Office } from '../../../infra/office/office.ts'
import { reconcile } from '../../../infra/office/reconcile.ts'
import { reconcileCommand } from '../../../infra/office/reconcile-command.ts'
import { words } from '../../../infra/office/reconcile-words.ts'
import { tellStatement } from '../../../infra/office/statement.ts'
import { invoke } from '../acts.ts'
import { secrets } from '../donations/transferred.ts'
import { folded } from './files.ts'
import { onTable } from './stage.ts'
import { answering, moved } from './telling.ts'

const sent: string[] = []
onTable()
const verbs: Record<string, unknown> = {
  'reconciliation/take': takeVerb,
  'reconciliation/tell': tellVerb,
  'reconciliation/fetch-day': fetchVerb,
}
async function order<T>(verb: string, input: object): Promise<T> {
  sent.push(verb)
  return (verbs[verb] as (event: unknown, context: object) => Promise<T>)(JSON.parse(JSON.stringify(input)), {})
}

const bytes = readFileSync('test/vectors/statements/vnpay.csv')
async function run(answer: string, over: object = {}, lang: 'vi' | 'en' = 'en') {
  const printed: string[] = []
  const desk = { order, lang, sure: false, print: (line: string) => printed.push(line) }
  const did = await reconcile({ ...desk, ask: async () => answer }, { provider: 'vnpay', bytes, ...over })
  return { did, printed }
}

describe('npm run money -- reconcile', () => {
  it('tells what it will do before it does it, and does nothing on a no', async () => {
    const { did, printed } = await run('no')
    expect(did).toBe(false)
    expect(printed).toEqual([
      'Read 3 rows of VNPAY; left out: 1 that came to nothing.',
      'The file tells the whole of 24 November 2026 to 24 November 2026: what it does not name there is named as missing. Else say --from, --to.',
      'Paid out to the bank: 1,028,450\u00a0₫, exactly the rows less fees and refunds.',
      'In those days the book has 0 payments, 0\u00a0₫; the file names 0 of the book.',
      '  not of our orders, to be recorded as money without a program, for a person to look at: 2, 1,050,000\u00a0₫',
      '  refunds: 1, 10,000\u00a0₫',
      '  fees: 11,550\u00a0₫, each a line of the book',
      'Nothing was recorded.',
    ])
    await folded()
    expect(await tellStatement({ order, lang: 'en', print: () => {} }, '2026-11-24')).toBe(false)
  })
  it('twice is once, in either language; the statement can be read afterwards', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-25T02:00:00.000Z'), toFake: ['Date'] })
    expect((await run('yes')).printed.at(-1)).toBe('Statement of 24 November 2026, version 1. Differences: 3.')
    expect((await run('Có', {}, 'vi')).printed.at(-1)).toBe('Không có bản đối soát nào thay đổi.')
    vi.useRealTimers()
    const printed: string[] = []
    const desk = { order, lang: 'vi' as const, print: (line: string) => printed.push(line) }
    expect(await tellStatement(desk, '2026-11-24')).toBe(true)
    expect(printed.slice(0, 4)).toEqual([
      'Bản đối soát ngày 24/11/2026, bản 1: 3 chỗ lệch.',
      '  vào: 2 khoản, 1.050.000\u00a0₫; chưa rõ chương trình 1.050.000\u00a0₫',
      '  phí 11.550\u00a0₫; hoàn 0\u00a0₫; đã chi 0\u00a0₫; ra khỏi tài khoản 0\u00a0₫',
      '  VNPAY: sổ 1.050.000\u00a0₫, tệp 1.050.000\u00a0₫, 3 chỗ lệch',
    ])
    expect(printed.at(-1)).toBe('    hoàn cho đơn không có trong sổ: sổ 0\u00a0₫, tệp 10.000\u00a0₫ #5')
    expect(
      printed.slice(4, -1).every((line) => /^ {4}tệp có, không phải đơn của ta: .* \w{16} #[23]$/.test(line)),
    ).toBe(true)
    expect(await tellStatement(desk, '2020-01-01')).toBe(false)
  })
  it('says what is wrong with a file or an order, and sends nothing', async () => {
    sent.length = 0
    await expect(run('yes', { provider: 'visa' })).rejects.toThrow('Whose file? --provider bank, momo')
    const broken = Buffer.from(String(bytes).replace('"1,000,000"', '1.5tr'))
    await expect(run('yes', { bytes: broken }, 'vi')).rejects.toThrow(
      'Dòng 3, cột Số tiền giao dịch: không đọc được “1.5tr”',
    )
    await expect(run('yes', { from: '2026-11-25', to: '2026-11-24' })).rejects.toThrow('no days')
    const empty = Buffer.from(String(bytes).split('\r\n')[0]!)
    await expect(run('yes', { bytes: empty })).rejects.toThrow('has no rows')
    expect(sent).toEqual([])
  })
  it('says the same in both languages', () => {
    const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    for (const key of Object.keys(words.vi) as (keyof typeof words.vi)[])
      expect([key, gaps(words.en[key])]).toEqual([key, gaps(words.vi[key])])
  })
})

describe('npm run money -- reconcile --day', () => {
  const says = {
    sepay: [moved({ reference: 'FT1', inVnd: 9_000 }), moved({ reference: 'FT2', outVnd: 4_000 })],
    stripe: [],
  }
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .callsFake(({ Name }: { Name: string }) => {
      if (!Name.endsWith('/bank')) throw new ParameterNotFound({ message: 'none', $metadata: {} })
      return { Parameter: { Value: JSON.stringify(secrets) } }
    })
  const asked = { bytes: undefined, provider: 'bank', day: '2026-11-24' }
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-25T02:00:00.000Z'), toFake: ['Date'] })
    const fetched = answering(says)
    return () => {
      fetched.mockRestore()
      vi.useRealTimers()
    }
  })
  it('asks SePay itself, tells what it will do, and does it once', async () => {
    const { did, printed } = await run('no', asked)
    expect(did).toBe(false)
    expect(printed.slice(0, 4)).toEqual([
      expect.stringMatching(/ tells of 2 movements on 24 November 2026\.$/),
      'In those days the book has 0 payments, 0\u00a0₫; the file names 0 of the book.',
      '  without a code, to be recorded as money without a program: 1, 9,000\u00a0₫',
      '  left the account: 1, 4,000\u00a0₫',
    ])
    expect((await run('yes', asked)).printed.at(-1)).toMatch(/^Statement of 24 November 2026, version 1\./)
    expect((await run('có', asked, 'vi')).printed.at(-1)).toBe('Không có bản đối soát nào thay đổi.')
  })
  it('is the same listing as the hourly one', async () => {
    await run('yes', asked)
    const office = (await versionsOf('2026-11-24')).at(-1)!
    expect(await invoke(collectVerb, {})).toMatchObject({ changed: 0 })
    expect((await versionsOf('2026-11-24')).at(-1)).toEqual(office)
  })
  it('goes with no file, nor with what only a file needs', async () => {
    const office = { lang: 'en', read: async () => bytes, order } as unknown
    for (const more of ['file', 'account', 'from', 'to', 'payout'])
      await expect(
        reconcileCommand(office as Office, {
          words: [],
          options: { provider: 'bank', day: '2026-11-24', [more]: '1' },
        }),
      ).rejects.toThrow('not both')
  })
})
