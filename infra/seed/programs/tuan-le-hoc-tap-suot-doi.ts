import type { Program } from '../../../functions/programs/program.ts'
import { contact, map, outline } from '../demonstration.ts'
import { promotionDay, weekOf2024 } from '../sources.ts'

export const program: Program = {
  v: 1,
  version: 2,
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
      vi: 'Chủ đề và lịch của từng năm đăng ở đây khi ban tổ chức công bố. Trang này chưa nhận ghi tên giữ chỗ.',
      en: 'Theme and calendar of each year stand here once the organizers announce them. This site does not take registrations yet.',
    },
  ],
  parts: [
    {
      slug: 'nguoi-hoc',
      name: { vi: 'Đi học trong tuần lễ', en: 'Come and learn' },
      text: {
        vi: 'Buổi nào cũng mở cho mọi người, không tốn tiền, không hỏi bằng cấp.',
        en: 'Every session is open to all and free; nobody asks for a diploma.',
      },
      deeds: [
        {
          vi: 'Chọn một buổi gần nhà, đi cùng một người chưa bao giờ đi.',
          en: 'Choose a session near home and bring someone who has never been to one.',
        },
        {
          vi: 'Thử một thứ mới: một nghề, một câu chuyện, một cuốn sách.',
          en: 'Try something new: a trade, a story, a book.',
        },
        {
          vi: 'Học xong thì hỏi lớp học dài hơn ở trung tâm của phường.',
          en: 'Afterwards ask for a longer course at the ward’s center.',
        },
      ],
      contributes: ['trung-tam-hoc-tap-cong-dong', 'thu-vien-luu-dong', 'ke-chuyen-bac-ho'],
    },
    {
      slug: 'nguoi-mo-buoi',
      name: { vi: 'Đứng ra mở một buổi', en: 'Host a session' },
      text: {
        vi: 'Trường, thư viện, công ty, câu lạc bộ, hội nhóm đều mở được một buổi.',
        en: 'Schools, libraries, companies, clubs and groups can all host one.',
      },
      deeds: [
        {
          vi: 'Báo hội khuyến học phường: dạy gì, ngày nào, bao nhiêu chỗ ngồi.',
          en: 'Tell the ward’s association what you teach, on which day, for how many.',
        },
        { vi: 'Không thu tiền người tới học.', en: 'Take no money from those who come.' },
        {
          vi: 'Nói trước lối vào có bậc không, có người giúp người khuyết tật không.',
          en: 'Say beforehand whether there are steps, and whether someone helps people with disabilities.',
        },
      ],
      contributes: ['hoi-khuyen-hoc'],
    },
  ],
  facts: [
    {
      text: {
        vi: 'Năm 2024, Bộ Giáo dục và Đào tạo đề nghị cả nước làm Tuần lễ từ ngày 1 đến ngày 7 tháng 10, chủ đề văn hóa đọc.',
        en: 'In 2024 the Ministry of Education and Training asked the whole country to hold the Week from 1 to 7 October, with reading culture as its theme.',
      },
      asOf: weekOf2024.asOf,
      source: weekOf2024,
    },
  ],
  areas: [],
  audience: { vi: 'Mọi người, mọi lứa tuổi', en: 'Everyone, of any age' },
  accessibility: {
    vi: 'Tùy nơi tổ chức: hỏi trước về lối vào không bậc thềm',
    en: 'Depends on the host: ask about step-free access before you come',
  },
  dates: { vi: '1–7 tháng 10 hằng năm', en: '1–7 October each year' },
  howToJoin: {
    vi: 'Khi có lịch, chọn một buổi gần nhà rồi tới học, không tốn tiền. Muốn mở một buổi thì báo hội khuyến học phường trước tháng 10.',
    en: 'Once the calendar is out, choose a session near home and come; it is free. To host one, tell the ward’s association before October.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline, weekOf2024, promotionDay, map],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
