import type { Program } from '../../../functions/programs/program.ts'
import { access, contact, giving, map, outline } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 2,
  slug: 'heo-dat-hoc-tap-binh-tan',
  kind: 'piggy-bank',
  order: 10,
  name: { vi: 'Heo đất học tập Bình Tân', en: 'Learning Piggy Bank of Binh Tan' },
  summary: {
    vi: 'Mỗi người bỏ heo một chút, gom lại thành tập vở và tiền trường cho học trò khó khăn ở Bình Tân.',
    en: 'Everyone drops in a little; together it becomes notebooks and school fees for students in need in Binh Tan.',
  },
  story: [
    {
      vi: 'Ở Bình Tân, heo đất học tập đặt trong tiệm, trong trường, trong khu phố. Ai có đồng lẻ thì bỏ vô, không kể nhiều ít.',
      en: 'In Binh Tan, learning piggy banks stand in shops, schools and neighborhoods. Whoever has small change drops it in, however little.',
    },
    {
      vi: 'Trang này là con heo trên mạng của chương trình: từ 5.000 ₫, hai lần bấm, ghi tên hay không ghi tên đều được. Mỗi khoản quỹ nhận là một dòng trong sổ thu chi, ai cũng đọc được.',
      en: 'This page is the program’s piggy bank online: from 5,000 ₫, in two taps, with or without a name. Every gift the fund receives is a line in the public book that everyone can read.',
    },
    {
      vi: 'Heo đặt ngoài tiệm, trong trường chưa có trang riêng ở đây. Sổ này chỉ ghi tiền góp qua trang này.',
      en: 'The piggy banks in shops and schools do not have pages here yet. This book holds only gifts made on this site.',
    },
    {
      vi: 'Quận Bình Tân là tên trước ngày 1/7/2025. Đất quận cũ nay là các phường Bình Tân, Bình Trị Đông, An Lạc, cùng một phần của phường Bình Hưng Hòa, phường Tân Tạo, xã Tân Vĩnh Lộc và xã Tân Nhựt.',
      en: 'Binh Tan District is a name of before 1 July 2025. Its ground is now the wards of Binh Tan, Binh Tri Dong and An Lac, and a part of the wards of Binh Hung Hoa and Tan Tao and of the communes of Tan Vinh Loc and Tan Nhut.',
    },
  ],
  parts: [
    {
      slug: 'heo-o-tiem',
      name: {
        vi: 'Giữ một con heo ở tiệm, ở trường, ở khu phố',
        en: 'Keep a piggy bank in a shop, a school or a lane',
      },
      text: {
        vi: 'Con heo nào cũng có người giữ và người làm chứng.',
        en: 'Every piggy bank has someone who keeps it and someone who bears witness.',
      },
      deeds: [
        {
          vi: 'Nhận heo ở hội khuyến học phường, đặt chỗ ai cũng thấy.',
          en: 'Get one from the ward’s association and put it where everyone sees it.',
        },
        {
          vi: 'Dán kín, không tự mở. Khui heo phải có hai người làm chứng.',
          en: 'Keep it sealed. It is opened before two witnesses, never alone.',
        },
        {
          vi: 'Đếm tại chỗ, ghi số ra giấy, giao cho hội, hỏi tiền đó mua gì.',
          en: 'Count on the spot, write the sum down, hand it over, and ask what it bought.',
        },
      ],
      contributes: ['hoi-khuyen-hoc'],
    },
  ],
  areas: ['777'],
  audience: {
    vi: 'Học trò có hoàn cảnh khó khăn ở Bình Tân; ai cũng góp được',
    en: 'Students in need in Binh Tan; anyone can give',
  },
  accessibility: access,
  howToJoin: {
    vi: 'Bỏ heo ngay trên trang này. Muốn đặt một con heo ở tiệm, ở trường, ở khu phố thì hỏi hội khuyến học phường.',
    en: 'Give on this page. To have a piggy bank in your shop, school or neighborhood, ask the ward’s learning promotion association.',
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
          vi: 'Tiền trường, tập vở và đồ dùng học tập cho học trò khó khăn ở Bình Tân.',
          en: 'School fees, notebooks and supplies for students in need in Binh Tan.',
        },
      },
    ],
    plan: {
      vi: 'Chi hai đợt: đầu học kỳ II (tháng 1) và trước năm học mới (tháng 8). Khoản chi nào cũng kèm chứng từ.',
      en: 'Paid out twice: at the start of the second term (January) and before the new school year (August), each time with evidence.',
    },
    goalVnd: 20_000_000,
    suggestedVnd: [10_000, 20_000, 50_000, 100_000],
    generalFundOnly: false,
  }),
  demonstration: true,
}
