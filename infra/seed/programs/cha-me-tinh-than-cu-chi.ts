import type { Program } from '../../../functions/programs/program.ts'
import { access, contact, generalFund, giving, map, outline } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 2,
  slug: 'cha-me-tinh-than-cu-chi',
  kind: 'spiritual-parents',
  order: 20,
  name: { vi: 'Cha mẹ tinh thần Củ Chi', en: 'Spiritual Parents of Cu Chi' },
  summary: {
    vi: 'Người lớn đứng cạnh một học trò khó khăn: lo tiền trường, tập vở, và lo cả chuyện học, chuyện vui buồn.',
    en: 'Adults stand by a student in need: with fees and supplies, and with mentoring and care.',
  },
  story: [
    {
      vi: 'Câu lạc bộ Cha mẹ tinh thần ở Củ Chi gồm tổ chức và từng người, ai cũng đứng cạnh một học trò khó khăn. Phần tiền là tiền trường, tập vở. Phần người là kèm bài, hỏi han, có mặt khi em cần.',
      en: 'The Spiritual Parents club of Cu Chi is made of organizations and of single people, each standing by a student in need. The money goes to fees and supplies. The rest is time: tutoring, asking how things are, being there.',
    },
    {
      vi: 'Trang này chưa ghép ai với em nào. Chỉ khi giữ được đúng “một em, một năm học, một người nhận lời” thì mới mở phần đó. Từ nay tới lúc đó, trang chỉ nhận góp vào quỹ chung.',
      en: 'This page does not match anyone with a student yet. That part opens once “one student, one school year, one promise” can be held to exactly. Until then, the page takes gifts for the general fund only.',
    },
    {
      vi: 'Không trang nào ở đây đăng tên, trường, hình hay chỗ ở của các em.',
      en: 'No page here shows a child’s name, school, picture or home.',
    },
    {
      vi: 'Huyện Củ Chi là tên trước ngày 1/7/2025, nay là bảy xã: Tân An Hội, An Nhơn Tây, Nhuận Đức, Thái Mỹ, Phú Hòa Đông, Bình Mỹ, Củ Chi.',
      en: 'Cu Chi District is a name of before 1 July 2025. It is now seven communes: Tan An Hoi, An Nhon Tay, Nhuan Duc, Thai My, Phu Hoa Dong, Binh My and Cu Chi.',
    },
  ],
  parts: [
    {
      slug: 'bang-tien',
      name: { vi: 'Lo bằng tiền', en: 'With money' },
      text: {
        vi: 'Tiền trường, tập vở, đồ dùng học tập, theo từng năm học.',
        en: 'Fees, notebooks and supplies, one school year at a time.',
      },
      deeds: [
        {
          vi: 'Góp vào quỹ chung trên trang này; khoản nào tới cũng có dòng trong sổ.',
          en: 'Give to the general fund on this page; each gift that arrives has its line in the book.',
        },
        {
          vi: 'Xem quỹ đã chi gì, còn bao nhiêu, báo cáo hẹn ngày nào.',
          en: 'See what was paid out, what is left, and by which day the report is due.',
        },
        {
          vi: 'Không góp nữa cũng không sao. Không ai nhắn tin đòi.',
          en: 'Stop whenever you wish. Nobody sends reminders for money.',
        },
      ],
    },
    {
      slug: 'bang-nguoi',
      name: { vi: 'Lo bằng chính mình', en: 'With your own time' },
      text: {
        vi: 'Phần này đi qua hội khuyến học xã, gặp mặt, không làm trên mạng.',
        en: 'This part goes by the commune’s learning promotion association, face to face, not online.',
      },
      deeds: [
        { vi: 'Kèm bài, hỏi han, có mặt lúc em cần.', en: 'Tutor, ask how things are, be there when needed.' },
        {
          vi: 'Giữ lời trọn một năm học, rồi mới tính năm sau.',
          en: 'Keep your word for a whole school year, then think of the next.',
        },
        {
          vi: 'Không chụp hình em đăng lên mạng, không kể nhà em ở đâu.',
          en: 'Post no picture of the student and tell nobody where home is.',
        },
      ],
      contributes: ['hoi-khuyen-hoc'],
    },
  ],
  areas: ['783'],
  audience: { vi: 'Học trò có hoàn cảnh khó khăn ở Củ Chi', en: 'Students in need in Cu Chi' },
  accessibility: access,
  howToJoin: {
    vi: 'Muốn đi cùng một em thì gặp hội khuyến học xã để nghe giải thích trước. Muốn góp tiền thì góp vào quỹ chung trên trang này.',
    en: 'To stand by a student, meet the commune’s learning promotion association first and hear how it works. To give money, give to the general fund on this page.',
  },
  contact: contact({ vi: 'Củ Chi', en: 'Cu Chi' }),
  sources: [outline, map],
  entity: 'quy-khuyen-hoc-cu-chi',
  giving: giving({
    purpose: [
      {
        version: 1,
        from: '2026-09-01',
        text: {
          vi: `Tiền trường và tập vở cho học trò trong câu lạc bộ. ${generalFund.vi}`,
          en: `Fees and supplies for students of the club. ${generalFund.en}`,
        },
      },
    ],
    plan: {
      vi: 'Chi theo từng học kỳ, trả thẳng cho trường và nhà sách, có chứng từ.',
      en: 'Paid out each term, straight to schools and bookshops, with evidence.',
    },
    goalVnd: 60_000_000,
    suggestedVnd: [50_000, 100_000, 200_000, 500_000],
    generalFundOnly: true,
  }),
  demonstration: true,
}
