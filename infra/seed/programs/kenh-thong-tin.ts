import type { Program } from '../../../functions/programs/program.ts'
import { contact, outline, toReach } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 1,
  slug: 'kenh-thong-tin',
  kind: 'newsletter',
  order: 80,
  name: { vi: 'Kênh thông tin', en: 'Channels' },
  summary: {
    vi: 'Tin về việc học đi tới đâu: trang của phường, loa phường, bảng tin, trang này.',
    en: 'Where news of learning goes: ward portals, loudspeakers, notice boards, this site.',
  },
  story: [
    {
      vi: 'Tin học hành đi qua trang thông tin của phường xã, mạng xã hội của đoàn thể, bản tin địa phương. Trang này gom chỗ để hỏi, không thay những kênh đó.',
      en: 'News travels by the portals of wards and communes, the social media of local groups and local newsletters. This site says where to ask; it does not replace them.',
    },
    {
      vi: 'Trang chưa gửi thư báo tin. Ai tự xưng là thư của trang này thì không phải.',
      en: 'This site sends no newsletter yet. Whatever claims to be one is not ours.',
    },
  ],
  areas: [],
  audience: { vi: 'Ai muốn biết có gì học gần nhà', en: 'Whoever wants to know what there is to learn near home' },
  accessibility: toReach,
  howToJoin: {
    vi: 'Mở trang phường của mình ở mục Phường xã, nhớ lại địa chỉ đó. Muốn đăng tin thì gửi hội khuyến học phường.',
    en: 'Open the page of your ward under Wards and keep its address. To have news published, send it to the ward’s association.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
