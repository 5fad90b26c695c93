import type { Program } from '../../../functions/programs/program.ts'
import { access, contact, generalFund, giving, map, outline } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 2,
  slug: 'hoc-bong-1-1-binh-tan',
  kind: 'scholarship',
  order: 21,
  name: { vi: 'Học bổng 1-1 Bình Tân', en: '1-to-1 Scholarship of Binh Tan' },
  summary: {
    vi: 'Một người góp lo cho một học trò ở Bình Tân đi học tới nơi tới chốn.',
    en: 'One donor carries one student of Binh Tan through school.',
  },
  story: [
    {
      vi: 'Học bổng 1-1 ở Bình Tân: một người góp, một học trò, đi với nhau suốt chặng đường học.',
      en: 'The 1-to-1 Scholarship of Binh Tan: one donor, one student, together the whole way through school.',
    },
    {
      vi: 'Trang này chưa nhận lời cho riêng em nào. Tiền góp ở đây vào quỹ chung của học bổng, và khoản nào cũng có dòng trong sổ thu chi. Tên, trường, hình của các em không nằm trên trang nào.',
      en: 'This page does not take promises for a single student yet. Gifts made here go to the scholarship’s general fund, and each has its line in the public book. No page shows a student’s name, school or picture.',
    },
    {
      vi: 'Bình Tân và Tân Phú mỗi nơi một quỹ, một sổ. Chưa rõ hai học bổng có chung một chương trình hay không, nên số liệu không gộp.',
      en: 'Binh Tan and Tan Phu each have their own fund and figures. Whether the two scholarships are one program is not known, so nothing is added together.',
    },
  ],
  parts: [
    {
      slug: 'di-duong-dai',
      name: { vi: 'Đi đường dài với một học trò', en: 'The long way with one student' },
      text: {
        vi: 'Nhận lời cho một em là chuyện nhiều năm, nên phải gặp người trước, không bấm nút trên mạng.',
        en: 'To promise to carry one student is a matter of years: it begins with a meeting, not with a button.',
      },
      deeds: [
        {
          vi: 'Gặp hội khuyến học phường, nghe giải thích phải lo những gì, trong bao lâu.',
          en: 'Meet the ward’s association and hear what there is to carry, and for how long.',
        },
        {
          vi: 'Chưa chắc theo được nhiều năm thì góp vào quỹ chung, bao nhiêu cũng quý.',
          en: 'If you are not sure of the years, give to the general fund; any amount counts.',
        },
        {
          vi: 'Đọc sổ: tiền học bổng tới bao nhiêu, chi bao nhiêu, còn bao nhiêu.',
          en: 'Read the book: how much came for the scholarship, was paid out and is left.',
        },
      ],
      contributes: ['hoi-khuyen-hoc'],
    },
  ],
  areas: ['777'],
  audience: { vi: 'Học trò có hoàn cảnh khó khăn ở Bình Tân', en: 'Students in need in Binh Tan' },
  accessibility: access,
  howToJoin: {
    vi: 'Góp vào quỹ chung trên trang này. Muốn nhận lời cho một em thì gặp hội khuyến học phường.',
    en: 'Give to the general fund on this page. To take on one student, meet the ward’s learning promotion association.',
  },
  contact: contact({ vi: 'Bình Tân', en: 'Binh Tan' }),
  sources: [outline, map],
  entity: 'quy-khuyen-hoc-binh-tan',
  giving: giving({
    purpose: [
      {
        version: 1,
        from: '2026-09-01',
        text: {
          vi: `Học bổng cho học trò khó khăn ở Bình Tân. ${generalFund.vi}`,
          en: `Scholarships for students in need in Binh Tan. ${generalFund.en}`,
        },
      },
    ],
    plan: {
      vi: 'Trao hai lần mỗi năm học, sau mỗi học kỳ. Lần nào cũng kèm chứng từ.',
      en: 'Awarded twice each school year, after each term, always with evidence.',
    },
    goalVnd: 100_000_000,
    suggestedVnd: [100_000, 200_000, 500_000, 1_000_000],
    generalFundOnly: true,
  }),
  demonstration: true,
}
