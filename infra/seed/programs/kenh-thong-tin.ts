import type { Program } from '../../../functions/programs/program.ts'
import { contact, outline, toReach } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 2,
  slug: 'kenh-thong-tin',
  kind: 'newsletter',
  order: 80,
  name: { vi: 'Kênh thông tin', en: 'Channels' },
  summary: {
    vi: 'Tin về việc học đi đường nào tới nhà: cổng thông tin, mạng xã hội, bản tin địa phương.',
    en: 'How news of learning reaches your home: official portals, social media, local newsletters.',
  },
  story: [
    {
      vi: 'Tin học hành đi qua cổng thông tin của địa phương, mạng xã hội và bản tin ở khu phố. Trang này không thay những kênh đó; nó gom lại một chỗ: học gì, ở đâu, hỏi ai.',
      en: 'News of learning travels by official portals, social media and local newsletters. This site does not replace them; it gathers in one place what there is to learn, where, and whom to ask.',
    },
    {
      vi: 'Nay có ba thứ: trang của từng chương trình, trang của từng phường xã, và sổ thu chi. Dữ liệu mở cho ai muốn lấy về dùng. Gửi đường dẫn một trang qua Zalo, Facebook là người nhận đọc được liền, không cần tài khoản.',
      en: 'Today there are three things: a page for each program, a page for each ward or commune, and the public book. The data are open to whoever wants to use them. Send the address of a page by Zalo or Facebook and it can be read at once, without an account.',
    },
    {
      vi: 'Trang chưa gửi bản tin và chưa xin số điện thoại, email của ai. Ai tự xưng là bản tin của trang này thì không phải.',
      en: 'This site sends no newsletter yet and asks nobody for a phone number or an email address. Whatever claims to be its newsletter is not ours.',
    },
  ],
  areas: [],
  audience: { vi: 'Ai muốn biết có gì học gần nhà', en: 'Whoever wants to know what there is to learn near home' },
  accessibility: toReach,
  howToJoin: {
    vi: 'Mở trang phường của mình ở mục Phường xã rồi giữ lại địa chỉ đó. Có lớp, có buổi học muốn báo cho bà con thì nói với hội khuyến học phường.',
    en: 'Open the page of your ward under Wards and keep its address. To let people know of a course or a session, tell the ward’s association.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
