import type { Gaps } from '../../functions/door/frame.ts'
import { confirmation, find, giveLess, giveMore, receiptMail } from './mail-frames.ts'

const base: Gaps = { test: true, viUrl: '/?lang=vi', enUrl: '/?lang=en' }
const states = { received: false, waiting: false, checking: false, declined: false }
const hostile = '<script>alert("1")</script> & \'Cô Sáu\''

const way: Gaps = { way: 'momo', wayLabel: 'MoMo', wayNote: 'Sắp qua trang MoMo.', chosen: true }
const otherWay: Gaps = {
  way: 'vnpay-card',
  wayLabel: 'Thẻ Visa, Mastercard, JCB',
  wayNote: 'Sắp qua VNPAY.',
  chosen: false,
}

const give: Gaps = {
  ...base,
  program: 'heo-dat',
  programName: 'Heo đất học tập Bình Tân',
  entityName: 'Quỹ Khuyến học',
  entityFacts: 'Mã số thuế 0300000001',
  general: 'Góp vào quỹ chung, không gắn với một em.',
  programUrl: '/chuong-trinh/heo-dat/',
  amount: '50',
  amountWords: '',
  name: hostile,
  nameValue: hostile,
  ...giveMore,
  lang: 'vi',
  confirm: '50000',
  problem: 'Có 2 chỗ cần sửa',
  problems: [
    { field: 'amount', message: 'Ý là 50.000 ₫?' },
    { field: 'name', message: 'Ghi tên' },
  ],
  ways: [way, otherWay],
  wayProblem: 'Cách trả này chưa mở',
  amountProblem: 'Ý là 50.000 ₫?',
  nameProblem: 'Ghi tên',
  closed: '',
  minLabel: '5.000 ₫',
  suggestions: [{ label: '10.000 ₫', url: '/ung-ho/heo-dat/10000/' }],
}

const goingBack = (state: keyof typeof states): Gaps => ({
  ...base,
  ...states,
  [state]: true,
  amount: '50.000 ₫',
  programName: 'Heo đất học tập Bình Tân',
  receiptUrl: '/receipts/key',
  transferUrl: state === 'waiting' ? '/receipts/key/transfer?lang=vi' : '',
  giveAgainUrl: '/ung-ho/heo-dat/?amount=50000',
  statusUrl: '/api/donations/key',
  promisedOn: state === 'checking' ? '26/11/2026' : '',
  refresh: state === 'waiting',
  problem: '',
  reason: state === 'declined' ? 'Thẻ không đủ tiền.' : '',
  payUrl: '/receipts/key/pay',
  sameWay: 'momo',
  sameWayLabel: 'MoMo',
  others: true,
  otherWays: [otherWay],
})

const payment: Gaps = {
  number: '261123-4821-0937-6',
  amount: '50.000 ₫',
  amountWordsVi: 'năm mươi ngàn đồng',
  amountWordsEn: 'fifty thousand đồng',
  receivedAt: '14:05 23/11/2026',
  line: '1.247',
  lineUrl: '/so-thu-chi/?line=1247',
  way: 'VNPAY · Thẻ Visa',
  second: false,
  otherAmount: false,
  inBook: true,
}

const refunds: Gaps[] = [
  {
    refunded: true,
    refundAmount: '20.000 ₫',
    refundedOn: '24/11/2026',
    refundLine: '1.250',
    refundLineUrl: '/so-thu-chi/?line=1250',
  },
  { refunded: false, refundAmount: '10.000 ₫', refundedOn: '', refundLine: '', refundLineUrl: '' },
]

const receipt = (state: keyof typeof states, payments: Gaps[], name: string): Gaps => ({
  ...base,
  ...states,
  [state]: true,
  code: 'K7M2-9QXR',
  pledged: '50.000 ₫',
  receivedAmount: '50.000 ₫',
  promisedOn: '',
  programName: 'Heo đất học tập Bình Tân',
  programUrl: '/chuong-trinh/heo-dat/',
  purpose: 'Đồ dùng học tập',
  entityName: 'Quỹ Khuyến học',
  entityTaxCode: '0300000001',
  entityAddress: 'Bình Tân',
  reportDueOn: '30/06/2027',
  name,
  anonymous: name === '',
  hideNameUrl: '/receipts/key/hide-name?lang=vi',
  ...receiptMail(name !== ''),
  fileUrl: '/api/donations/key/receipt.json',
  givenAt: '14:03 23/11/2026',
  payments,
  refunds: payments.length > 0 ? refunds : [],
})

const transfer: Gaps = {
  ...base,
  qrPath: 'M0 0h7v1h-7zM8 0h1v1h-1z',
  qrBox: '-4 -4 53 53',
  bank: 'Ngân hàng thử',
  number: '0000000000777',
  holder: hostile,
  memo: 'HTBCDFGHJKLMNPQR',
  programName: 'Heo đất học tập Bình Tân',
  amount: '50.000 ₫',
  amountPlain: '50000',
  code: 'K7M2-9QXR',
  phone: '028 0000 0000',
  hours: '8:00',
  state: 'waiting',
  refresh: true,
  receiptUrl: '/receipts/key?lang=vi',
  statusUrl: '/api/donations/key',
}

/** Every frame with what its verb may fill it with; these are all the gaps that a frame may have. */
export const filled: Record<string, Gaps[]> = {
  give: [
    give,
    {
      ...give,
      confirm: '',
      problem: 'Ngừng nhận góp',
      problems: [],
      amountProblem: '',
      nameProblem: '',
      closed: 'Ngừng nhận góp',
    },
    { ...give, ...giveLess, problems: [{ field: 'amount', message: 'Ít nhất 5.000 ₫' }], nameProblem: '' },
    { ...give, wayProblem: '', amountProblem: '', ways: [] },
  ],
  return: [
    ...(['waiting', 'checking', 'declined'] as const).map(goingBack),
    ...(['waiting', 'declined'] as const).map((state) => ({
      ...goingBack(state),
      problem: 'Cách trả này chưa mở',
      sameWay: '',
      others: false,
      otherWays: [],
    })),
  ],
  receipt: [
    receipt(
      'received',
      [payment, { ...payment, inBook: false, line: '', lineUrl: '', second: true, otherAmount: true }],
      hostile,
    ),
    receipt('waiting', [], ''),
  ],
  find,
  confirmation: [confirmation([payment]), confirmation([{ ...payment, line: '' }])],
  transfer: [transfer, { ...transfer, state: 'declined', refresh: false }],
  problem: [{ ...base, title: 'Không có trang này', message: 'Không có biên nhận ở địa chỉ này', homeUrl: '/' }],
}

/** Names of all gaps, inner ones too. */
export const gapsOf = (gaps: Gaps): string[] =>
  Object.entries(gaps).flatMap(([name, value]) => [
    name,
    ...(Array.isArray(value) ? value.flatMap((row: Gaps) => gapsOf(row)) : []),
  ])
