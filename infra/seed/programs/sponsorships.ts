import type { Program } from '../../../functions/programs/program.ts'
import { contact, domainSource, giving } from './demonstration.ts'

const general = {
  vi: 'Góp vào quỹ chung, không gắn với một em.',
  en: 'Gifts go to the general fund and are not tied to one child.',
}

const spiritualParents: Program = {
  v: 1,
  version: 1,
  slug: 'cha-me-tinh-than-cu-chi',
  kind: 'spiritual-parents',
  order: 20,
  name: { vi: 'Cha mẹ tinh thần Củ Chi', en: 'Spiritual Parents of Cu Chi' },
  summary: {
    vi: 'Người lớn đứng cạnh một học trò khó khăn: lo học phí, sách vở, và lo cả chuyện học, chuyện vui buồn.',
    en: 'Adults stand by a student in need: with fees and supplies, and with mentoring and care.',
  },
  story: [
    {
      vi: 'Câu lạc bộ Cha mẹ tinh thần ở Củ Chi nối cơ quan, doanh nghiệp, hội đoàn và từng người với học trò có hoàn cảnh khó khăn. Giúp bằng tiền cho học phí, sách vở; giúp bằng thời giờ để kèm bài, hỏi han, đi cùng em qua năm học.',
      en: 'The Spiritual Parents club in Cu Chi connects offices, companies, associations and single persons with students in need: with money for fees and books, and with time to tutor, to ask how things are, to walk with a student through the school year.',
    },
    {
      vi: 'Tên, trường, hình ảnh của các em không bao giờ có trên trang này. Khi chưa có cách giữ chỗ “một em, một năm học, một người nhận lời”, trang chỉ nhận góp vào quỹ chung.',
      en: 'No child’s name, school or picture ever stands on this page. Until “one student, one school year, one promise” can be kept by construction, the page takes gifts for the general fund only.',
    },
  ],
  areas: ['783'],
  audience: { vi: 'Học trò có hoàn cảnh khó khăn ở Củ Chi', en: 'Students in need in Cu Chi' },
  accessibility: {
    vi: 'Góp trên mạng dùng được với trình đọc màn hình và bàn phím',
    en: 'Giving online works with screen readers and the keyboard',
  },
  howToJoin: {
    vi: 'Muốn đồng hành với một em, gọi cho hội khuyến học để được gặp và nghe giải thích. Muốn góp tiền, góp vào quỹ chung trên trang này.',
    en: 'To stand by a student, call the association to meet and hear how it works. To give money, give to the general fund on this page.',
  },
  contact: contact({ vi: 'Củ Chi', en: 'Cu Chi' }),
  sources: [
    domainSource({
      vi: 'Giới thiệu câu lạc bộ Cha mẹ tinh thần, huyện Củ Chi (bản đồ trước 1/7/2025)',
      en: 'Outline of the Spiritual Parents club, Cu Chi district (map of before 1 July 2025)',
    }),
  ],
  entity: 'quy-khuyen-hoc-cu-chi',
  giving: giving({
    purpose: [
      {
        version: 1,
        from: '2026-09-01',
        text: {
          vi: `Học phí và sách vở cho học trò trong câu lạc bộ. ${general.vi}`,
          en: `Fees and books for students of the club. ${general.en}`,
        },
      },
    ],
    plan: {
      vi: 'Chi theo học kỳ, qua trường, có chứng từ. Không chi bằng tiền mặt cho cá nhân.',
      en: 'Paid each term, through schools, with evidence. No cash to individuals.',
    },
    goalVnd: 60_000_000,
    suggestedVnd: [50_000, 100_000, 200_000, 500_000],
    generalFundOnly: true,
  }),
  demonstration: true,
}

const scholarship = (
  slug: string,
  place: { vi: string; en: string },
  district: string,
  entity: string,
  order: number,
): Program => ({
  v: 1,
  version: 1,
  slug,
  kind: 'scholarship',
  order,
  name: { vi: `Học bổng 1-1 ${place.vi}`, en: `1-to-1 Scholarship of ${place.en}` },
  summary: {
    vi: 'Một người góp, một học trò được đi học tới nơi tới chốn.',
    en: 'One donor carries one student through school.',
  },
  story: [
    {
      vi: `Học bổng 1-1 ở ${place.vi} ghép một người góp với một học trò, lo cho em suốt chặng đường học. Người góp nhận báo cáo; danh tính của em được giữ kín.`,
      en: `The 1-to-1 Scholarship of ${place.en} pairs one donor with one student for the whole way through school. The donor gets reports; who the student is stays private.`,
    },
    {
      vi: 'Trên trang này chưa nhận lời cho từng em. Tiền góp vào quỹ chung của học bổng, và sổ thu chi ghi từng khoản.',
      en: 'This page does not take promises for a single student yet. Gifts go to the scholarship’s general fund, and the book shows every one.',
    },
  ],
  areas: [district],
  audience: { vi: `Học trò khó khăn ở ${place.vi}`, en: `Students in need in ${place.en}` },
  accessibility: {
    vi: 'Góp trên mạng dùng được với trình đọc màn hình và bàn phím',
    en: 'Giving online works with screen readers and the keyboard',
  },
  howToJoin: {
    vi: 'Góp vào quỹ chung trên trang này. Muốn nhận lời cho một em, gọi hội khuyến học để được gặp trực tiếp.',
    en: 'Give to the general fund on this page. To take on one student, call the association and meet in person.',
  },
  contact: contact(place),
  sources: [
    domainSource({
      vi: 'Giới thiệu Học bổng 1-1 ở quận Bình Tân và quận Tân Phú (bản đồ trước 1/7/2025)',
      en: 'Outline of the 1-to-1 Scholarship in Binh Tan and Tan Phu districts (map of before 1 July 2025)',
    }),
  ],
  entity,
  giving: giving({
    purpose: [
      {
        version: 1,
        from: '2026-09-01',
        text: {
          vi: `Học bổng cho học trò khó khăn ở ${place.vi}. ${general.vi}`,
          en: `Scholarships for students in need in ${place.en}. ${general.en}`,
        },
      },
    ],
    plan: {
      vi: 'Trao hai lần mỗi năm học, sau khi có kết quả học kỳ.',
      en: 'Awarded twice each school year, after term results.',
    },
    goalVnd: 100_000_000,
    suggestedVnd: [100_000, 200_000, 500_000, 1_000_000],
    generalFundOnly: true,
  }),
  demonstration: true,
})

export const sponsorships: Program[] = [
  spiritualParents,
  scholarship('hoc-bong-1-1-binh-tan', { vi: 'Bình Tân', en: 'Binh Tan' }, '777', 'quy-khuyen-hoc-binh-tan', 21),
  scholarship('hoc-bong-1-1-tan-phu', { vi: 'Tân Phú', en: 'Tan Phu' }, '767', 'quy-khuyen-hoc-tan-phu', 22),
]
