import type { Program } from '../../../functions/programs/program.ts'
import { access, contact, generalFund, giving, map, outline } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 2,
  slug: 'hoc-bong-1-1-tan-phu',
  kind: 'scholarship',
  order: 22,
  name: { vi: 'Học bổng 1-1 Tân Phú', en: '1-to-1 Scholarship of Tan Phu' },
  summary: {
    vi: 'Một học trò ở Tân Phú có một người lo cho tới khi học xong.',
    en: 'A student of Tan Phu has one donor who stays until school is done.',
  },
  story: [
    {
      vi: 'Học bổng 1-1 ở Tân Phú nối một người góp với một học trò, theo em cho tới khi học xong.',
      en: 'The 1-to-1 Scholarship of Tan Phu connects one donor with one student and stays until school is done.',
    },
    {
      vi: 'Trên trang này, tiền góp vào quỹ chung của học bổng, chưa gắn với em nào. Khoản nào cũng có dòng trong sổ thu chi. Các em là ai, không trang nào cho biết.',
      en: 'On this page gifts go to the scholarship’s general fund and are not tied to any student. Each has its line in the public book. No page tells who a student is.',
    },
    {
      vi: 'Quỹ và số liệu ở đây là của riêng Tân Phú, không gộp với Bình Tân hay học bổng nào khác.',
      en: 'Fund and figures here belong to Tan Phu alone; they are not added to those of Binh Tan or of any other scholarship.',
    },
  ],
  parts: [
    {
      slug: 'mot-nguoi-mot-em',
      name: { vi: 'Một người góp, một học trò', en: 'One donor, one student' },
      text: {
        vi: 'Lời hứa này giữ qua hội khuyến học phường, có người thật hai bên.',
        en: 'This promise is kept by way of the ward’s association, with real people on both sides.',
      },
      deeds: [
        {
          vi: 'Muốn lo cho một em: tới hội, hỏi kỹ, rồi hãy nhận lời.',
          en: 'To carry one student: go to the association, ask everything, and only then promise.',
        },
        {
          vi: 'Muốn góp một lần: góp vào quỹ chung ngay trên trang này.',
          en: 'To give once: give to the general fund on this page.',
        },
        {
          vi: 'Giữ kín cho em: không hỏi tên, không xin hình, không tìm nhà.',
          en: 'Keep the student’s privacy: ask for no name, no picture, no address.',
        },
      ],
      contributes: ['hoi-khuyen-hoc'],
    },
  ],
  areas: ['767'],
  audience: { vi: 'Học trò có hoàn cảnh khó khăn ở Tân Phú', en: 'Students in need in Tan Phu' },
  accessibility: access,
  howToJoin: {
    vi: 'Góp vào quỹ chung ngay đây. Muốn lo cho một em lâu dài thì gặp hội khuyến học phường.',
    en: 'Give to the general fund right here. To stand by one student for years, meet the ward’s learning promotion association.',
  },
  contact: contact({ vi: 'Tân Phú', en: 'Tan Phu' }),
  sources: [outline, map],
  entity: 'quy-khuyen-hoc-tan-phu',
  giving: giving({
    purpose: [
      {
        version: 1,
        from: '2026-09-01',
        text: {
          vi: `Học bổng cho học trò khó khăn ở Tân Phú. ${generalFund.vi}`,
          en: `Scholarships for students in need in Tan Phu. ${generalFund.en}`,
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
