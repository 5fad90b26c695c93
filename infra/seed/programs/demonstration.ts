import type { Giving, Program } from '../../../functions/programs/program.ts'

type Both = { vi: string; en: string }

/** Contacts are not known to us yet: a made-up office that says so. */
export const contact = (place: Both): Program['contact'] => ({
  office: {
    vi: `Hội Khuyến học ${place.vi} (dữ liệu thử)`,
    en: `Learning Promotion Association of ${place.en} (demonstration)`,
  },
  address: `Địa chỉ thử, ${place.vi}, Thành phố Hồ Chí Minh`,
  phone: '028 0000 0000',
  hours: { vi: 'Thứ Hai đến thứ Sáu, 8:00–11:30 và 13:30–16:30', en: 'Monday to Friday, 8:00–11:30 and 13:30–16:30' },
})

/** Plan, goal and dates of giving are demonstration data until the funds state theirs. */
export const giving = (
  over: Pick<Giving, 'purpose' | 'plan' | 'goalVnd' | 'suggestedVnd' | 'generalFundOnly'>,
): Giving => ({
  period: { from: '2026-09-01', to: '2027-08-31' },
  limits: { minVnd: 5_000, maxVnd: 499_999_999 },
  surplus: {
    vi: 'Tiền còn lại chuyển sang năm học sau của chính chương trình này, có ghi trong sổ.',
    en: 'What is left goes to the next school year of this same program and stands in the book.',
  },
  administrationPercent: 0,
  feesPaidBy: 'fund',
  reportDueOn: '2027-03-31',
  ...over,
})

export const domainSource = (title: Both): Program['sources'][number] => ({ title, asOf: '2026-11-23' })
