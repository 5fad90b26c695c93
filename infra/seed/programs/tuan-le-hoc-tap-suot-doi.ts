import type { Program } from '../../../functions/programs/program.ts'
import { contact, map, outline } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 1,
  slug: 'tuan-le-hoc-tap-suot-doi',
  kind: 'week',
  order: 30,
  name: { vi: 'Tuần lễ hưởng ứng học tập suốt đời', en: 'Lifelong Learning Week' },
  summary: {
    vi: 'Bảy ngày đầu tháng 10, cả 168 phường, xã, đặc khu có buổi học cho mọi người, không tốn tiền.',
    en: 'In the first seven days of October all 168 wards, communes and the special zone hold sessions for everyone, free of charge.',
  },
  story: [
    {
      vi: 'Năm nào cũng vậy, từ ngày 1 đến ngày 7 tháng 10, mỗi năm một chủ đề. Buổi nào cũng mở cửa cho mọi người, do các đơn vị cùng tham gia đứng ra tổ chức.',
      en: 'Every year from 1 to 7 October, with a new theme each year. Every session is open to all and hosted by a partner.',
    },
    {
      vi: 'Trong tuần lễ có ngày 2 tháng 10, Ngày Khuyến học Việt Nam.',
      en: 'The week includes 2 October, Viet Nam’s Learning Promotion Day.',
    },
    {
      vi: 'Tuần lễ năm 2026 đã qua. Chủ đề và lịch năm 2027 sẽ đăng ở đây khi có.',
      en: 'The week of 2026 is over. Theme and calendar of 2027 will stand here once they are known.',
    },
  ],
  areas: [],
  audience: { vi: 'Mọi người, mọi lứa tuổi', en: 'Everyone, of any age' },
  accessibility: {
    vi: 'Tùy nơi tổ chức: hỏi trước về lối vào không bậc thềm',
    en: 'Depends on the host: ask about step-free access before you come',
  },
  dates: { vi: '1–7 tháng 10 hằng năm; lần tới 1–7/10/2027', en: '1–7 October each year; next 1–7 October 2027' },
  howToJoin: {
    vi: 'Khi có lịch, chọn một buổi gần nhà rồi tới học, không tốn tiền.',
    en: 'Once the calendar is out, choose a session near home and come; it is free.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline, map],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
