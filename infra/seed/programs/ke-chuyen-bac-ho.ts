import type { Program } from '../../../functions/programs/program.ts'
import { contact, outline, toReach } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 1,
  slug: 'ke-chuyen-bac-ho',
  kind: 'storytelling',
  order: 34,
  name: { vi: 'Kể chuyện Bác Hồ', en: 'Uncle Ho storytelling' },
  summary: {
    vi: 'Những buổi kể về đời và nếp sống của Bác, để mỗi người tự sửa mình.',
    en: 'Sessions on his life and values, to inspire everyone to improve themselves.',
  },
  story: [
    {
      vi: 'Một câu chuyện ngắn, một người kể, vài chục người nghe: trong lớp, ở nhà văn hóa, trên xe thư viện. Kể xong thì hỏi nhau: chuyện này dạy mình điều gì, tuần này mình làm gì.',
      en: 'A short story, one teller, a few dozen listeners: in class, at a culture house, aboard the library. Then one asks: what does it teach me, and what will I do this week?',
    },
  ],
  areas: [],
  audience: { vi: 'Học trò, người lớn, người cao tuổi', en: 'Pupils, adults, older people' },
  accessibility: toReach,
  howToJoin: {
    vi: 'Hỏi hội khuyến học phường buổi gần nhất ở đâu. Muốn kể thì nói trước một tuần.',
    en: 'Ask the ward’s association where the next session is. To tell a story yourself, say so a week before.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
