import type { Program } from '../../../functions/programs/program.ts'
import { access, contact, giving, map, outline } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 2,
  slug: 'heo-dat-hoc-tap-tan-phu',
  kind: 'piggy-bank',
  order: 11,
  name: { vi: 'Heo đất học tập Tân Phú', en: 'Learning Piggy Bank of Tan Phu' },
  summary: {
    vi: 'Đồng lẻ của nhiều người, thành sách vở và tiền trường cho học trò khó khăn ở Tân Phú.',
    en: 'Small change from many people becomes books and school fees for students in need in Tan Phu.',
  },
  story: [
    {
      vi: 'Heo đất học tập ở Tân Phú gom những khoản thiệt nhỏ. Heo đặt ở tiệm, ở trường, ở khu phố; mỗi lần bỏ một chút là được.',
      en: 'The learning piggy banks of Tan Phu collect truly small gifts. They stand in shops, schools and neighborhoods; a little each time is enough.',
    },
    {
      vi: 'Ở xa không ghé được thì bỏ heo trên trang này, từ 5.000 ₫. Quỹ nhận khoản nào, sổ thu chi có dòng đó, ai cũng đọc được.',
      en: 'If you cannot pass by one, feed the piggy on this page, from 5,000 ₫. Each gift the fund receives has its line in the public book.',
    },
    {
      vi: 'Sổ này chỉ ghi tiền góp qua trang này. Heo đặt bên ngoài chưa có trang riêng ở đây.',
      en: 'This book holds only gifts made on this site. The piggy banks out there do not have pages here yet.',
    },
    {
      vi: 'Quận Tân Phú là tên trước ngày 1/7/2025. Đất quận cũ nay là các phường Tây Thạnh, Tân Sơn Nhì, Phú Thọ Hòa, Phú Thạnh, Tân Phú và một phần phường Bình Hưng Hòa.',
      en: 'Tan Phu District is a name of before 1 July 2025. Its ground is now the wards of Tay Thanh, Tan Son Nhi, Phu Tho Hoa, Phu Thanh and Tan Phu, and a part of Binh Hung Hoa Ward.',
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
  areas: ['767'],
  audience: {
    vi: 'Học trò có hoàn cảnh khó khăn ở Tân Phú; ai cũng góp được',
    en: 'Students in need in Tan Phu; anyone can give',
  },
  accessibility: access,
  howToJoin: {
    vi: 'Bỏ heo trên trang này, bao nhiêu cũng quý. Tiệm, trường hay khu phố muốn đặt heo thì hỏi hội khuyến học phường.',
    en: 'Feed the piggy on this page; any amount counts. A shop, school or neighborhood that wants one asks the ward’s learning promotion association.',
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
          vi: 'Sách vở, đồ dùng học tập và tiền trường cho học trò khó khăn ở Tân Phú.',
          en: 'Books, supplies and school fees for students in need in Tan Phu.',
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
