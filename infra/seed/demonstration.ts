import type { Giving, Program } from '../../functions/programs/program.ts'

export type Both = Program['name']

const hours = {
  vi: 'Thứ Hai đến thứ Sáu, 8:00–11:30 và 13:30–16:30',
  en: 'Monday to Friday, 8:00–11:30 and 13:30–16:30',
}
/** No phone of the city answers here. */
export const office = { phone: '028 0000 0000', hours }

/** Contacts are not known to us yet: a made-up office that says so. */
export const contact = (place: Both, address = `${place.vi}, Thành phố Hồ Chí Minh`): Program['contact'] => ({
  office: {
    vi: `Hội Khuyến học ${place.vi} (dữ liệu thử)`,
    en: `Learning Promotion Association of ${place.en} (demonstration)`,
  },
  address: `Số 0, đường Thử, ${address}`,
  ...office,
})

/** Plan, goal and dates of giving are demonstration data until the funds state theirs. */
export const giving = (
  over: Pick<Giving, 'purpose' | 'plan' | 'goalVnd' | 'suggestedVnd' | 'generalFundOnly'>,
): Giving => ({
  period: { from: '2026-09-01', to: '2027-08-31' },
  limits: { minVnd: 5_000, maxVnd: 499_999_999 },
  surplus: {
    vi: 'Tiền còn dư để qua năm học sau của chính chương trình này, và nằm lại trong sổ.',
    en: 'What is left goes to the next school year of this same program and stays in the book.',
  },
  administrationPercent: 0,
  feesPaidBy: 'fund',
  // after the period: a program that is running is not late with its report
  reportDueOn: '2027-10-31',
  ...over,
})

/** Where a program's facts come from. */
export const outline: Program['sources'][number] = {
  title: {
    vi: 'Bản mô tả các chương trình học tập của thành phố, dùng khi dựng trang này (gọi tên quận, huyện theo bản đồ trước 1/7/2025)',
    en: 'Outline of the city’s learning programs, used to build this site (districts as on the map of before 1 July 2025)',
  },
  asOf: '2026-11-23',
}

/** What became of a former district, and the names of the units today. */
export const map: Program['sources'][number] = {
  title: {
    vi: 'Quyết định 19/2025/QĐ-TTg: mã và tên 168 phường, xã, đặc khu',
    en: 'Decision 19/2025/QĐ-TTg: codes and names of the 168 units',
  },
  asOf: '2025-07-01',
}

export const generalFund = {
  vi: 'Góp vào quỹ chung, không gắn với một em.',
  en: 'Gifts go to the general fund and are not tied to one child.',
}

export const access = {
  vi: 'Góp được bằng bàn phím và trình đọc màn hình; không cần tài khoản',
  en: 'Giving works with the keyboard and with screen readers; no account is needed',
}

/** Places differ, and none is known here: who comes asks first. */
export const toReach = {
  vi: 'Tùy nơi: hỏi trước về lối vào không bậc, người phiên dịch, chữ to',
  en: 'Depends on the place: ask ahead about step-free access, interpreters and large print',
}
