import type { Program } from '../../../functions/programs/program.ts'
import { contact, domainSource, giving } from './demonstration.ts'

const piggyBank = (
  slug: string,
  place: { vi: string; en: string },
  district: string,
  entity: string,
  order: number,
): Program => ({
  v: 1,
  version: 1,
  slug,
  kind: 'piggy-bank',
  order,
  name: { vi: `Heo đất học tập ${place.vi}`, en: `Learning Piggy Bank of ${place.en}` },
  summary: {
    vi: 'Nhiều khoản nhỏ góp lại thành sách vở, học phí cho học trò khó khăn trong xóm.',
    en: 'Many small gifts become books and school fees for students in need next door.',
  },
  story: [
    {
      vi: 'Heo đất đặt ở tiệm tạp hóa, cổng trường, nhà văn hóa khu phố. Ai đi ngang có đồng lẻ thì bỏ vô. Cuối đợt, heo được khui trước mặt hai người chứng, đếm tại chỗ, rồi ghi vào sổ.',
      en: 'Clay piggy banks stand in corner shops, at school gates and in neighborhood halls. Whoever passes by drops in what they can spare. At the end of each round a bank is opened before two witnesses, counted on the spot and written into the book.',
    },
    {
      vi: 'Trang này là con heo trên mạng của cùng chương trình: từ 5.000 ₫, hai lần bấm, không cần ghi tên. Mỗi khoản nhận được là một dòng trong sổ thu chi mà ai cũng đọc được.',
      en: 'This page is the same program’s piggy bank online: from 5,000 ₫, in two taps, no name needed. Every gift received is one line in a public book that anyone can read.',
    },
  ],
  areas: [district],
  audience: { vi: 'Học trò có hoàn cảnh khó khăn; ai cũng góp được', en: 'Students in need; anyone can give' },
  accessibility: {
    vi: 'Góp trên mạng dùng được với trình đọc màn hình và bàn phím; không cần tài khoản',
    en: 'Giving online works with screen readers and the keyboard; no account is needed',
  },
  howToJoin: {
    vi: 'Bỏ heo ngay trên trang này, hoặc hỏi hội khuyến học phường để đặt một con heo ở tiệm, ở trường, ở khu phố.',
    en: 'Give on this page, or ask the ward’s learning promotion association to place a piggy bank in your shop, school or neighborhood.',
  },
  contact: contact(place),
  sources: [
    domainSource({
      vi: `Giới thiệu chương trình Heo đất học tập ở quận Bình Tân và quận Tân Phú (bản đồ trước 1/7/2025)`,
      en: 'Outline of the Learning Piggy Bank program in Binh Tan and Tan Phu districts (map of before 1 July 2025)',
    }),
  ],
  entity,
  giving: giving({
    purpose: [
      {
        version: 1,
        from: '2026-09-01',
        text: {
          vi: `Học phí, sách vở và đồ dùng học tập cho học trò khó khăn ở ${place.vi}.`,
          en: `School fees, books and supplies for students in need in ${place.en}.`,
        },
      },
    ],
    plan: {
      vi: 'Chi hai đợt: đầu học kỳ II (tháng 1) và trước năm học mới (tháng 8). Mỗi khoản chi kèm chứng từ.',
      en: 'Paid out twice: at the start of the second term (January) and before the new school year (August), each with evidence.',
    },
    goalVnd: 20_000_000,
    suggestedVnd: [10_000, 20_000, 50_000, 100_000],
    generalFundOnly: false,
  }),
  demonstration: true,
})

export const piggyBanks: Program[] = [
  piggyBank('heo-dat-hoc-tap-binh-tan', { vi: 'Bình Tân', en: 'Binh Tan' }, '777', 'quy-khuyen-hoc-binh-tan', 10),
  piggyBank('heo-dat-hoc-tap-tan-phu', { vi: 'Tân Phú', en: 'Tan Phu' }, '767', 'quy-khuyen-hoc-tan-phu', 11),
]
