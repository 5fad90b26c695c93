import type { Gaps } from '../../functions/door/frame.ts'

const base: Gaps = { test: true, viUrl: '/?lang=vi', enUrl: '/?lang=en' }
const states = { received: false, waiting: false, checking: false, declined: false }
const hostile = '<script>alert("1")</script> & \'Cô Sáu\''

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
  offersMail: true,
  email: hostile,
  emailOpen: true,
  emailProblem: 'Ghi email dạng ten@noi-gui.vn',
  legalName: hostile,
  taxCode: '0300588568',
  organizationOpen: true,
  legalNameProblem: 'Ghi tên pháp nhân',
  taxCodeProblem: 'Số cuối không khớp',
  lang: 'vi',
  confirm: '50000',
  problem: 'Có 2 chỗ cần sửa',
  problems: [
    { field: 'amount', message: 'Ý là 50.000 ₫?' },
    { field: 'name', message: 'Ghi tên' },
  ],
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
  giveAgainUrl: '/ung-ho/heo-dat/?amount=50000',
  statusUrl: '/api/donations/key',
  promisedOn: state === 'checking' ? '26/11/2026' : '',
  refresh: state === 'waiting',
})

const payment: Gaps = {
  number: '261123-4821-0937-6',
  amount: '50.000 ₫',
  amountWordsVi: 'năm mươi ngàn đồng',
  amountWordsEn: 'fifty thousand đồng',
  receivedAt: '14:05 23/11/2026',
  line: '1.247',
  lineUrl: '/so-thu-chi/?line=1247',
  second: false,
  otherAmount: false,
  inBook: true,
}

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
  organization: name === '' ? '' : hostile,
  confirmationUrl: name === '' ? '' : '/receipts/key/confirmation?lang=vi',
  email: name === '' ? '' : 'b•••@gmail.com',
  emailSent: name === '' ? '' : '14:06 23/11/2026',
  emailBounced: true,
  emailUnwanted: true,
  emailWaits: true,
  emailLater: true,
  eraseEmailUrl: '/receipts/key/erase-email?lang=vi',
  fileUrl: '/api/donations/key/receipt.json',
  givenAt: '14:03 23/11/2026',
  payments,
})

const confirmation: Gaps = {
  ...base,
  legalName: hostile,
  taxCode: '0300588569',
  entityName: 'Quỹ Khuyến học',
  entityTaxCode: '0300000001',
  entityAddress: 'Bình Tân',
  license: '00/QĐ-THU',
  licenseOn: '01/01/2026',
  licenseBy: 'Sở Nội vụ',
  amount: '50.000 ₫',
  amountWords: 'năm mươi ngàn đồng',
  programName: 'Heo đất học tập Bình Tân',
  purpose: 'Đồ dùng học tập',
  code: 'K7M2-9QXR',
  payments: [payment],
  receiptUrl: '/receipts/key?lang=vi',
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
    {
      ...give,
      ...{ problems: [{ field: 'amount', message: 'Ít nhất 5.000 ₫' }], nameProblem: '', emailProblem: '' },
      ...{ offersMail: false, organizationOpen: false, legalNameProblem: '', taxCodeProblem: '' },
    },
  ],
  return: (['waiting', 'checking', 'declined'] as const).map(goingBack),
  receipt: [
    receipt(
      'received',
      [payment, { ...payment, inBook: false, line: '', lineUrl: '', second: true, otherAmount: true }],
      hostile,
    ),
    receipt('waiting', [], ''),
  ],
  find: [
    {
      ...base,
      code: hostile,
      amount: hostile,
      problem: 'Có 2 chỗ cần sửa',
      problems: [{ field: 'code', message: 'Mã gồm 8 chữ và số' }],
      codeProblem: 'Mã gồm 8 chữ và số',
      amountProblem: 'Ghi số tiền',
      ...{ offersMail: true, email: hostile, emailProblem: 'Ghi email', asked: true },
    },
    {
      ...base,
      code: 'ABCDEFGH',
      amount: '50.000',
      problem: 'Không tìm thấy',
      problems: [],
      codeProblem: '',
      amountProblem: '',
      ...{ offersMail: false, email: '', emailProblem: '', asked: false },
    },
  ],
  confirmation: [confirmation, { ...confirmation, payments: [{ ...payment, line: '' }] }],
  problem: [{ ...base, title: 'Không có trang này', message: 'Không có biên nhận ở địa chỉ này', homeUrl: '/' }],
}

/** Names of all gaps, inner ones too. */
export const gapsOf = (gaps: Gaps): string[] =>
  Object.entries(gaps).flatMap(([name, value]) => [
    name,
    ...(Array.isArray(value) ? value.flatMap((row: Gaps) => gapsOf(row)) : []),
  ])
