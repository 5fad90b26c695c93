import type { Program } from '../../../functions/programs/program.ts'
import { contact, map, outline, toReach } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 1,
  slug: 'hoi-khuyen-hoc',
  kind: 'association',
  order: 50,
  name: { vi: 'Hội Khuyến học', en: 'Learning Promotion Associations' },
  summary: {
    vi: 'Phường xã nào cũng có: hội viên là người trong xóm, lo cho ai cũng được học.',
    en: 'Every ward has one: its members are neighbors who see to it that everyone can learn.',
  },
  story: [
    {
      vi: 'Hội viên là thầy cô đã nghỉ, chủ tiệm, cán bộ, phụ huynh. Họ biết trong hẻm nhà nào có em sắp nghỉ học, ai lớn tuổi muốn học lại cái chữ, ai rảnh để kèm bài.',
      en: 'The members are retired teachers, shopkeepers, officers, parents. They know which home in the lane has a child about to leave school, which elder wants to learn to read again, who has time to tutor.',
    },
    {
      vi: 'Hầu hết việc trên trang này do hội làm: heo đất, học bổng, Tuần lễ học tập, ghi nhận người có công. Vì vậy không biết hỏi ai thì cứ hỏi hội.',
      en: 'Most of what this site tells of is their work: piggy banks, scholarships, the Week, recognition. So when you do not know whom to ask, ask them.',
    },
  ],
  facts: [
    {
      text: {
        vi: 'Hơn 1,7 triệu hội viên, bằng 21,62 % dân số thành phố.',
        en: 'Over 1.7 million members, 21.62 % of the people of the city.',
      },
      asOf: '2024-11-15',
      source: outline,
      map: 'before-2025-07-01',
    },
  ],
  areas: [],
  audience: {
    vi: 'Ai muốn giúp người khác học, và ai cần được giúp',
    en: 'Whoever wants to help others learn, and whoever needs help',
  },
  accessibility: toReach,
  dates: { vi: '2 tháng 10 là Ngày Khuyến học Việt Nam', en: '2 October is Viet Nam’s Learning Promotion Day' },
  howToJoin: {
    vi: 'Tới ủy ban phường xã, hỏi hội khuyến học, ghi tên làm hội viên. Không cần bằng cấp, không cần giàu; có vài giờ mỗi tháng là đủ.',
    en: 'Go to the office of your ward, ask for the learning promotion association and sign up. No diploma and no wealth is needed; a few hours a month are enough.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline, map],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
