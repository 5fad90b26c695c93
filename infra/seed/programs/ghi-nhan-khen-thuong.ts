import type { Program } from '../../../functions/programs/program.ts'
import { contact, map, outline, toReach } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 2,
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
      vi: 'Ở Quận 4 cũ và trên cả thành phố, cá nhân và tập thể góp công cho việc học được ghi nhận chính thức. Người kèm bài cho con nít trong hẻm, tiệm đặt heo đất, cơ quan cho mượn phòng: việc nhỏ mà bền cũng đáng.',
      en: 'In former District 4 and in the whole city, persons and groups who help others learn are formally recognized. Someone who tutors in the lane, a shop with a piggy bank, an office that lends a room: small things done for long count too.',
    },
    {
      vi: 'Chỉ đăng tên khi người được khen đồng ý, và gỡ xuống khi người ấy muốn. Không đăng tên, hình, trường của trẻ em.',
      en: 'A name is published only if its owner agrees, and taken down when they wish. No name, picture or school of a child is published.',
    },
    {
      vi: 'Trang này chưa có danh sách người được khen và chưa cấp giấy khen. Ai đưa giấy khen nói là của trang này thì hỏi lại hội khuyến học phường.',
      en: 'This site has no list of those recognized yet and issues no certificates. If someone shows you one in its name, ask the ward’s association.',
    },
  ],
  parts: [
    {
      slug: 'bon-buoc',
      name: { vi: 'Từ lời giới thiệu tới lời cảm ơn', en: 'From a nomination to a thank-you' },
      text: {
        vi: 'Ai cũng giới thiệu được. Người được giới thiệu luôn được hỏi trước.',
        en: 'Anyone can nominate. The person named is always asked first.',
      },
      deeds: [
        {
          vi: 'Giới thiệu: kể với hội khuyến học phường người đó làm gì, từ khi nào, ai thấy.',
          en: 'Nominate: tell the ward’s association what they do, since when, and who has seen it.',
        },
        {
          vi: 'Xem xét: hội hỏi người trong cuộc, hỏi người chung quanh.',
          en: 'Decide: the association asks the person, and those around.',
        },
        { vi: 'Trao: người được khen nhận ở phường hoặc ở thành phố.', en: 'Award: in the ward or in the city.' },
        {
          vi: 'Công bố: chỉ khi người đó bằng lòng, và chỉ điều người đó bằng lòng.',
          en: 'Publish: only with consent, and only what was consented to.',
        },
      ],
      contributes: ['hoi-khuyen-hoc', 'xa-hoi-hoc-tap-quan-4'],
    },
  ],
  areas: [],
  audience: {
    vi: 'Cá nhân, nhóm, cơ quan góp công cho việc học',
    en: 'Persons, groups and workplaces who help others learn',
  },
  accessibility: toReach,
  howToJoin: {
    vi: 'Biết ai đáng được ghi nhận thì nói với hội khuyến học phường: người đó làm gì, từ khi nào, ai biết việc đó. Hội hỏi chính người ấy trước.',
    en: 'If you know someone who deserves it, tell the ward’s association what they do, since when and who has seen it. The association asks that person first.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline, map],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
