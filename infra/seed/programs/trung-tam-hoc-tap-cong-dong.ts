import type { Program } from '../../../functions/programs/program.ts'
import { contact, outline } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 1,
  slug: 'trung-tam-hoc-tap-cong-dong',
  kind: 'learning-center',
  order: 36,
  name: { vi: 'Trung tâm học tập cộng đồng', en: 'Community Learning Centers' },
  summary: {
    vi: 'Lớp học của phường: từ xài điện thoại, máy tính tới học nghề.',
    en: 'The ward’s own classroom: from using a phone or a computer to learning a trade.',
  },
  story: [
    {
      vi: 'Trung tâm mở lớp theo điều bà con cần: kỹ năng số, ngoại ngữ, nghề, nuôi dạy con, sức khỏe. Người lớn tuổi, người nội trợ, người đi làm ca đều có giờ học hợp với mình.',
      en: 'The centers hold the courses that people ask for: digital skills, languages, a trade, raising children, health. Older people, homemakers and those who work shifts each find an hour that suits them.',
    },
    {
      vi: 'Thành phố đang nâng cấp các trung tâm: thêm máy móc, thêm tài liệu số, bồi dưỡng người dạy và người quản lý.',
      en: 'The city is upgrading the centers: IT equipment, digital resources, trained staff.',
    },
    {
      vi: 'Danh sách từng trung tâm (giờ mở cửa, lối vào không bậc, máy móc, lớp đang mở) chưa có trên trang này.',
      en: 'The directory of centers (hours, step-free access, equipment, courses) is not on this site yet.',
    },
  ],
  parts: [
    {
      slug: 'nang-cap',
      name: { vi: 'Nâng cấp trung tâm', en: 'How the centers are improved' },
      text: {
        vi: 'Ba việc làm song song ở mỗi trung tâm, làm tới đâu ghi tới đó.',
        en: 'Three things are done side by side in each center, and each step is written down.',
      },
      deeds: [
        { vi: 'Trang bị máy tính, mạng, máy chiếu.', en: 'Computers, network and projector.' },
        {
          vi: 'Thêm sách và bài học số, mở được trên điện thoại.',
          en: 'Books and digital lessons that open on a phone.',
        },
        { vi: 'Bồi dưỡng người dạy, người quản lý.', en: 'Training for teachers and managers.' },
      ],
    },
  ],
  areas: [],
  audience: { vi: 'Mọi người trong phường', en: 'Everyone in the ward' },
  accessibility: {
    vi: 'Mỗi nơi một khác: hỏi trước về lối vào không bậc và nhà vệ sinh cho xe lăn',
    en: 'It differs by place: ask ahead about step-free access and a toilet for wheelchairs',
  },
  howToJoin: {
    vi: 'Tới trung tâm của phường mình, xem lớp đang mở, ghi tên. Phần lớn không tốn tiền; lớp nghề có thể có tiền vật liệu, hỏi trước.',
    en: 'Go to the center of your ward, see which courses are open and sign up. Most are free; a trade may cost materials, so ask.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
