import type { Program } from '../../../functions/programs/program.ts'
import { contact, outline } from '../demonstration.ts'
import { digitalLiteracy } from '../sources.ts'

export const program: Program = {
  v: 1,
  version: 2,
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
      vi: 'Trung tâm là chỗ học gần nhà cho người lớn. Có lớp kỹ năng số cho người mới cầm điện thoại thông minh, có lớp nghề cho người muốn đổi việc. Không cần bằng cấp, không phân tuổi.',
      en: 'A center is a place to learn close to home, for adults. There are courses of digital skills for those new to a smartphone and of trades for those who want other work. No diploma is asked for, and every age is welcome.',
    },
    {
      vi: 'Thành phố đang nâng cấp các trung tâm bằng ba việc: thiết bị tin học, tài liệu số, người dạy được bồi dưỡng.',
      en: 'The city is upgrading the centers in three ways: IT equipment, digital resources, trained staff.',
    },
    {
      vi: 'Danh sách từng trung tâm (giờ mở cửa, lối vào không bậc, máy móc, lớp đang mở) và tiến độ nâng cấp chưa có trên trang này.',
      en: 'The directory of centers (hours, step-free access, equipment, courses) and the progress of the upgrade are not on this site yet.',
    },
  ],
  parts: [
    {
      slug: 'lop-hoc',
      name: { vi: 'Học gì ở trung tâm', en: 'What one learns there' },
      text: {
        vi: 'Từ kỹ năng số tới học nghề, theo điều bà con trong phường cần.',
        en: 'From digital literacy to vocational training, as the people of the ward ask for.',
      },
      deeds: [
        {
          vi: 'Học xài điện thoại, máy tính, làm giấy tờ trên mạng.',
          en: 'Learn to use a phone or a computer, and to do paperwork online.',
        },
        { vi: 'Học một nghề để đi làm hoặc đổi việc.', en: 'Learn a trade, to find work or to change it.' },
        {
          vi: 'Chưa có lớp mình cần thì rủ vài người cùng hỏi trung tâm mở lớp.',
          en: 'If the course you need is not there, gather a few people and ask the center for it.',
        },
        {
          vi: 'Biết một nghề, một thứ tiếng thì ghi tên dạy lại.',
          en: 'If you know a trade or a language, offer to teach it.',
        },
      ],
      contributes: ['xa-hoi-hoc-tap-quan-4'],
    },
    {
      slug: 'nang-cap',
      name: { vi: 'Nâng cấp trung tâm', en: 'How the centers are improved' },
      text: {
        vi: 'Ba việc thành phố làm. Trung tâm nào tới đâu thì chưa có số liệu ở đây.',
        en: 'Three things the city does. How far each center has come is not known here yet.',
      },
      deeds: [
        { vi: 'Trang bị thiết bị tin học.', en: 'Install IT equipment.' },
        { vi: 'Thêm tài liệu số.', en: 'Add digital resources.' },
        { vi: 'Bồi dưỡng người dạy và người quản lý.', en: 'Train those who teach and those who manage.' },
      ],
    },
  ],
  areas: [],
  audience: {
    vi: 'Mọi người trong phường, nhất là người lớn muốn học thêm',
    en: 'Everyone in the ward, adults who want to learn more above all',
  },
  accessibility: {
    vi: 'Mỗi nơi một khác: hỏi trước về lối vào không bậc và nhà vệ sinh cho xe lăn',
    en: 'It differs by place: ask ahead about step-free access and a toilet for wheelchairs',
  },
  howToJoin: {
    vi: 'Tới trung tâm của phường mình, xem lớp đang mở, ghi tên. Không biết ở đâu thì hỏi hội khuyến học phường. Hỏi trước lớp đó có tốn tiền không.',
    en: 'Go to the center of your ward, see which courses are open and sign up. If you do not know where it is, ask the ward’s association. Ask first whether the course costs anything.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline, digitalLiteracy],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
