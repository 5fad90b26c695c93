import { amountInWords } from '../../functions/amount-words.ts'
import { paidBy } from '../../functions/donations/way-facts.ts'
import type { Gaps } from '../../functions/door/frame.ts'
import { formatNumber, formatVnd } from '../../functions/money.ts'
import { formatDay, formatInstant } from '../../functions/time.ts'
import type { Lang } from '../../functions/words/words.ts'
import { base, call, entity, type Filled, giving, hostile, program, states } from './frame-base.ts'
import { ofOrganization, sentTo } from './frame-mail.ts'

const at = '2026-11-23T07:05:00.000Z'

export const payment = (lang: Lang, amountVnd: number, line: number, way: string, more: Gaps = {}): Gaps => ({
  number: '20261123-4839-2075-1',
  way,
  amount: formatVnd(amountVnd, lang),
  amountWordsVi: amountInWords(amountVnd, 'vi'),
  amountWordsEn: amountInWords(amountVnd, 'en'),
  receivedAt: formatInstant(at, lang),
  inBook: line > 0,
  line: line > 0 ? formatNumber(line, lang) : '',
  lineUrl: line > 0 ? `/so-thu-chi/?line=${line}` : '',
  second: false,
  otherAmount: false,
  ...more,
})

export const refund = (lang: Lang, amountVnd: number, line: number): Gaps => ({
  refunded: line > 0,
  refundAmount: formatVnd(amountVnd, lang),
  refundedOn: line > 0 ? formatDay('2026-11-24', lang) : '',
  refundLine: line > 0 ? formatNumber(line, lang) : '',
  refundLineUrl: line > 0 ? `/so-thu-chi/?line=${line}` : '',
})

const leaf = (lang: Lang, state: keyof typeof states, more: Gaps = {}): Gaps => ({
  ...base,
  ...states,
  [state]: true,
  pledged: formatVnd(50_000, lang),
  receivedAmount: formatVnd(50_000, lang),
  givenBack: false,
  byBank: true,
  reopenUrl: '/receipts/key/transfer?lang=vi',
  ...call(lang),
  promisedOn: '',
  programName: program.name[lang],
  programUrl: '/chuong-trinh/heo-dat/',
  purpose: giving.purpose[0]!.text[lang],
  entityName: entity.legalName[lang],
  entityTaxCode: entity.taxCode,
  entityAddress: entity.address,
  reportDueOn: formatDay(giving.reportDueOn, lang),
  name: '',
  anonymous: true,
  hideNameUrl: '/receipts/key/hide-name?lang=vi',
  statusUrl: '/api/donations/key',
  fileUrl: '/api/donations/key/receipt.json',
  givenAt: formatInstant(at, lang),
  payments: [],
  refunds: [],
  ...sentTo(lang),
  ...ofOrganization(),
  ...more,
})

export function receipt(lang: Lang): Filled[] {
  const { maxVnd } = giving.limits
  const bank = paidBy('bank', undefined, lang)
  const card = paidBy('vnpay', 'INTCARD', lang)
  const flagged = payment(lang, 98_765_432, 0, bank, { second: true, otherAmount: true })
  return [
    [
      'Received',
      leaf(lang, 'received', {
        payments: [payment(lang, 50_000, 1_247, bank)],
        name: 'Cô Sáu tiệm chè',
        anonymous: false,
        ...sentTo(lang, 'emailSent'),
      }),
    ],
    [
      'Received twice, another amount, some of it given back, a long name, in the real city',
      leaf(lang, 'received', {
        test: false,
        pledged: formatVnd(maxVnd, lang),
        receivedAmount: formatVnd(maxVnd + 98_765_432, lang),
        payments: [payment(lang, maxVnd, 1_234_567, card), flagged],
        refunds: [refund(lang, 98_765_432, 1_234_570), refund(lang, 10_000_000, 0)],
        name: hostile,
        anonymous: false,
        ...sentTo(lang, 'emailBounced'),
        ...ofOrganization(hostile),
      }),
    ],
    [
      'Given back whole',
      leaf(lang, 'received', {
        payments: [payment(lang, 50_000, 1_247, card)],
        refunds: [refund(lang, 50_000, 1_250)],
        givenBack: true,
        ...sentTo(lang, 'emailUnwanted'),
      }),
    ],
    ['Waiting', leaf(lang, 'waiting', sentTo(lang, 'emailLater'))],
    ['Checking', leaf(lang, 'checking', { promisedOn: formatDay('2026-11-26', lang) })],
    ['Declined', leaf(lang, 'declined', { byBank: false })],
    ['Waiting for a transfer since yesterday', leaf(lang, 'waiting', { late: true })],
  ]
}
