import type { Gaps } from '../../functions/door/frame.ts'

const hostile = '<script>alert("1")</script> & \'Cô Sáu\''

const base: Gaps = { test: true, viUrl: '/?lang=vi', enUrl: '/?lang=en' }

/** What only some give: typed wrong, and not at all where no letters are sent. */
export const giveMore: Gaps = {
  offersMail: true,
  email: hostile,
  emailOpen: true,
  emailProblem: 'Ghi email dạng ten@noi-gui.vn',
  legalName: hostile,
  taxCode: '0300588568',
  organizationOpen: true,
  legalNameProblem: 'Ghi tên pháp nhân',
  taxCodeProblem: 'Số cuối không khớp',
}
export const giveLess: Gaps = {
  ...{ offersMail: false, email: '', emailOpen: false, emailProblem: '' },
  ...{ legalName: '', taxCode: '', organizationOpen: false, legalNameProblem: '', taxCodeProblem: '' },
}

/** On a receipt: the organization that gave, and where the receipt was sent. */
export const receiptMail = (given: boolean): Gaps => ({
  organization: given ? hostile : '',
  confirmationUrl: given ? '/receipts/key/confirmation?lang=vi' : '',
  email: given ? 'b•••@gmail.com' : '',
  emailSent: given ? '14:06 23/11/2026' : '',
  ...{ emailBounced: true, emailUnwanted: true, emailWaits: true, emailLater: true },
  eraseEmailUrl: '/receipts/key/erase-email?lang=vi',
})

export const confirmation = (payments: readonly Gaps[]): Gaps => ({
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
  payments,
  receiptUrl: '/receipts/key?lang=vi',
})

/** The page that finds a receipt again, by code or by email. */
export const find: Gaps[] = [
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
]
