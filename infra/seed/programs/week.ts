import type { Program } from '../../../functions/programs/program.ts'
import { contact, domainSource } from './demonstration.ts'

export const week: Program = {
  v: 1,
  version: 1,
  slug: 'tuan-le-hoc-tap-suot-doi',
  kind: 'week',
  order: 30,
  name: { vi: 'Tuần lễ hưởng ứng học tập suốt đời', en: 'Lifelong Learning Week' },
  summary: {
    vi: 'Bảy ngày đầu tháng 10, cả 168 phường, xã và đặc khu mở cửa cho mọi người đến học. Không thu tiền.',
    en: 'In the first seven days of October all 168 wards, communes and the special zone open their doors to learners. Free of charge.',
  },
  story: [
    {
      vi: 'Mỗi năm từ 1 đến 7 tháng 10, mỗi năm một chủ đề. Thư viện, trường học, trung tâm học tập cộng đồng và các hội đoàn tổ chức buổi học, buổi đọc sách, buổi kể chuyện cho mọi lứa tuổi.',
      en: 'Each year from 1 to 7 October, with a new theme each year. Libraries, schools, community learning centers and associations hold lessons, readings and storytelling for every age.',
    },
    { vi: 'Ngày 2 tháng 10 là Ngày Khuyến học Việt Nam.', en: '2 October is Viet Nam’s Learning Promotion Day.' },
  ],
  areas: [],
  audience: { vi: 'Mọi người, mọi lứa tuổi', en: 'Everyone, of any age' },
  accessibility: {
    vi: 'Hỏi nơi tổ chức về lối đi không bậc thềm trước khi đến',
    en: 'Ask the host about step-free access before you come',
  },
  dates: { vi: '1–7 tháng 10 mỗi năm', en: '1–7 October each year' },
  howToJoin: {
    vi: 'Đến thẳng nơi tổ chức trong phường xã của mình. Không cần ghi danh trừ khi nơi tổ chức báo khác.',
    en: 'Walk in at a host in your ward. No registration unless the host says so.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }),
  sources: [
    domainSource({
      vi: 'Giới thiệu Tuần lễ hưởng ứng học tập suốt đời của thành phố',
      en: 'Outline of the city’s Lifelong Learning Week',
    }),
  ],
  entity: 'hoi-khuyen-hoc-thanh-pho',
  demonstration: true,
}
