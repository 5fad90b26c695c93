import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProviderName } from '../../../functions/donations/way.ts'
import { textOf } from '../../../functions/reconciliation/cells.ts'
import { readFile } from '../../../functions/reconciliation/file.ts'
import type { Refusal } from '../../../functions/refusal.ts'
import { sayRefusal } from '../../../functions/words/words.ts'

const sample = (name: string) => textOf(readFileSync(`test/vectors/statements/${name}.csv`))
const read = (name: string, provider: ProviderName) => readFile(sample(name), provider)
const brief = (name: string, provider: ProviderName) =>
  read(name, provider).rows.map(({ kind, transactionId, amountVnd, feeVnd, at }) => [
    ...[kind, transactionId, amountVnd, feeVnd, at],
  ])
/** What a file is refused with, as an officer reads it. */
function refused(text: string, provider: ProviderName, account?: string): string {
  try {
    readFile(text, provider, account)
  } catch (error) {
    const { code, with: gaps } = error as Refusal
    return sayRefusal('en', code, gaps)
  }
  return 'taken'
}

const transfers = [
  ['payment', '0071000888888.MBVCB3278907687.50000', 50_000, undefined, '2026-11-24T07:02:37.000Z'],
  ['payment', '0071000888888.FT26328123456.1234567', 1_234_567, undefined, '2026-11-24T16:59:59.000Z'],
  ['outgoing', '0071000888888.FT26328999999.300000', 300_000, undefined, '2026-11-24T09:20:00.000Z'],
]

describe('statement files', () => {
  it('of transfers are the same rows, whoever wrote them', () => {
    expect(brief('sepay', 'bank')).toEqual(transfers)
    expect(brief('bank', 'bank')).toEqual(transfers)
    expect(brief('sepay-api', 'bank')).toEqual([transfers[0]])
  })
  it('keep what a payer wrote, quotes and line ends in it', () => {
    const { rows } = read('sepay', 'bank')
    expect(rows.map(({ line, text }) => [line, text])).toEqual([
      [2, 'HTBCDFGHJKLMNPQR GD 123456-112426 14:02:36'],
      [3, 'ung ho "heo dat" ba Tu'],
      [5, 'Mua vo cho truong'],
    ])
  })
  it('of VNPAY: payments, fees, refunds, what it pays out; failed payments are left out', () => {
    expect(brief('vnpay', 'vnpay')).toEqual([
      ['payment', '14422574', 50_000, 550, '2026-11-24T02:15:00.000Z'],
      ['payment', '14422575', 1_000_000, 11_000, '2026-11-24T16:59:59.000Z'],
      ['refund', '14422580', 10_000, 0, '2026-11-24T04:00:00.000Z'],
    ])
    expect(read('vnpay', 'vnpay')).toMatchObject({ failed: 1, netVnd: 1_028_450 })
    expect(read('vnpay', 'vnpay').rows[0]!.reference).toBe('LC261124ABCDEFGHJKLMNP')
  })
  it('of MoMo and ZaloPay, long ids as they are', () => {
    expect(brief('momo', 'momo')).toEqual([
      ['payment', '4088878653', 100_000, 1_100, '2026-11-24T02:15:00.000Z'],
      ['refund', '4088878999', 100_000, -1_100, '2026-11-24T02:20:00.000Z'],
    ])
    expect(brief('zalopay', 'zalopay')).toEqual([
      ['payment', '261124000000123', 75_000, 825, '2026-11-24T02:15:00.000Z'],
    ])
  })
  it('are read in UTF-16 too, as spreadsheets save them, and refused in old encodings', () => {
    const text = sample('momo')
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect(textOf(wide)).toBe(text)
    expect(() => textOf(Buffer.from([0x4d, 0xe3, 0x20]))).toThrow('file-bytes')
  })
})

const vnpay = 'Mã giao dịch VNPAY;Mã đơn hàng;Thời gian;Số tiền;Phí;Trạng thái'
const row = (over: Partial<Record<'id' | 'ref' | 'at' | 'amount' | 'fee' | 'status', string>> = {}) => {
  const { id = '1', ref = 'LC1', at = '24/11/2026 09:15:00', amount = '50.000', fee = '0', status = '00' } = over
  return [id, ref, at, amount, fee, status].join(';')
}
const good = row({ id: '7', ref: 'LC7' })

describe('a file is refused whole, and says where', () => {
  it.each([
    [row({ amount: '50.0000' }), 'Line 3, column Số tiền: “50.0000” cannot be read'],
    [row({ amount: '50.000,5' }), 'Line 3, column Số tiền: “50.000,5” cannot be read'],
    [row({ amount: '' }), 'Line 3, column Số tiền: “” cannot be read'],
    [row({ amount: '0' }), 'Line 3, column Số tiền: “0” cannot be read'],
    [row({ fee: '550,25' }), 'Line 3, column Phí: “550,25” cannot be read'],
    [row({ fee: '60.000' }), 'Line 3, column Phí: “60.000” cannot be read'],
    [row({ at: '11/24/2026 09:15:00' }), 'Line 3, column Thời gian: “11/24/2026 09:15:00” cannot be read'],
    [row({ at: '31/11/2026' }), 'Line 3, column Thời gian: “31/11/2026” cannot be read'],
    [row({ at: '24/11/26' }), 'Line 3, column Thời gian: “24/11/26” cannot be read'],
    [row({ at: '' }), 'Line 3, column Thời gian: “” cannot be read'],
    [row({ id: '' }), 'Line 3, column Mã giao dịch VNPAY: “” cannot be read'],
    [row({ id: 'a#b' }), 'Line 3, column Mã giao dịch VNPAY: “a#b” cannot be read'],
    [row({ status: 'Đang tra soát' }), 'Line 3, column Trạng thái: “Đang tra soát” cannot be read'],
    [row({ id: '2,60927E+15' }), /Line 3, column Mã giao dịch VNPAY: a spreadsheet rounded/],
    ['24/11/2026;;;;;', /^Line 3, column/],
    ['8;LC8', /^Line 3, column/],
    [row({ id: '7' }), 'Line 3 repeats line 2. Ask whoever sent the file, then take one out'],
    ['"1;LC1;24/11/2026;50.000;0;00', 'Line 3: a quote is opened and not closed, or closed inside a cell'],
    ['Tổng;;;70.000;;', /Line 3 states a total of 70,000\u00a0₫; the lines add up to 50,000\u00a0₫/],
  ])('%s', (broken, says) => {
    expect(refused([vnpay, good].join('\n'), 'vnpay')).toBe('taken')
    expect(refused([vnpay, good, broken].join('\r\n'), 'vnpay')).toMatch(says)
  })
  it('names the column that is not there, and the account that nobody said', () => {
    expect(refused('Mã giao dịch;Số tiền\n1;50.000', 'vnpay')).toBe('The file has no column thoi gian giao dich')
    expect(refused('', 'momo')).toMatch(/has no column/)
    expect(refused(good, 'stripe')).toMatch(/taught this command to read files of stripe/)
    const plain = 'Ngày,Mã tham chiếu,Ghi có,Ghi nợ\n24/11/2026,FT1,50000,'
    expect(refused(plain, 'bank')).toMatch(/names no account/)
    expect(refused(plain, 'bank', '0071000888888')).toBe('taken')
    expect(refused(`${plain}5`, 'bank', '0071000888888')).toMatch(/Line 2, column Ghi có/)
  })
})

it('whatever rows are written, in whichever style, the same rows are read', () => {
  const amounts = fc.integer({ min: 1, max: 999_999_999 })
  const group = (vnd: number, by: string) => String(vnd).replace(/\B(?=(\d{3})+$)/g, by)
  const pad = (part: number) => String(part).padStart(2, '0')
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ vnd: amounts, day: fc.integer({ min: 1, max: 28 }), hour: fc.integer({ min: 0, max: 23 }) }),
        { minLength: 1, maxLength: 8 },
      ),
      fc.constantFrom('.', ',', ''),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.string({ maxLength: 12 }).filter((text) => !/[\n\r]/.test(text)),
      (rows, by, separator, end, mark, memo) => {
        const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
        const lines = rows.map(({ vnd, day, hour }, place) =>
          [`FT${place}`, `${pad(day)}/11/2026 ${pad(hour)}:00:00`, group(vnd, by), '', memo].map(cell).join(separator),
        )
        const header = ['Mã tham chiếu', 'Ngày giao dịch', 'Ghi có', 'Ghi nợ', 'Nội dung'].map(cell).join(separator)
        const text = `${mark ? '\ufeff' : ''}${[header, ...lines].join(end)}${end}`
        expect(
          readFile(text, 'bank', '007').rows.map(({ transactionId, amountVnd, at }) => [transactionId, amountVnd, at]),
        ).toEqual(
          rows.map(({ vnd, day, hour }, place) => [
            `007.FT${place}.${vnd}`,
            vnd,
            new Date(Date.UTC(2026, 10, day, hour - 7)).toISOString(),
          ]),
        )
      },
    ),
    { numRuns: 200 },
  )
})
