import type { Program } from '../../../functions/programs/program.ts'
import { contact, map, outline, toReach } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 1,
  slug: 'ghi-nhan-khen-thuong',
  kind: 'recognition',
  order: 60,
  name: { vi: 'Ghi nhận và khen thưởng', en: 'Recognition and rewards' },
  summary: {
    vi: 'Người góp công cho việc học được gọi tên, khi người ấy bằng lòng.',
    en: 'Those who help others learn are named and thanked, if they agree to it.',
  },
  story: [
    {
      vi: 'Ở Quận 4 cũ và cả thành phố, cá nhân và tập thể góp công cho việc học được ghi nhận chính thức: người kèm bài, tiệm đặt heo đất, cơ quan mở phòng học.',
      en: 'In former District 4 and in the whole city, persons and groups who help others learn are formally recognized: those who tutor, shops with a piggy bank, offices that open a room.',
    },
    {
      vi: 'Chỉ đăng tên khi người được khen đồng ý, và gỡ xuống khi người ấy muốn. Không đăng tên, hình, trường của trẻ em.',
      en: 'A name is published only if its owner agrees, and taken down when they wish. No name, picture or school of a child is published.',
    },
  ],
  areas: [],
  audience: {
    vi: 'Cá nhân, nhóm, cơ quan góp công cho việc học',
    en: 'Persons, groups and workplaces who help others learn',
  },
  accessibility: toReach,
  howToJoin: {
    vi: 'Biết ai đáng được ghi nhận thì nói với hội khuyến học phường: người đó làm gì, từ khi nào, ai biết việc đó. Hội sẽ hỏi chính người ấy trước.',
    en: 'If you know someone who deserves it, tell the ward’s association what they do, since when and who has seen it. The association asks that person first.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline, map],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
