import type { Program } from '../../../functions/programs/program.ts'
import { contact, outline, toReach } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 2,
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
      vi: 'Một người kể, mọi người nghe. Chuyện về Bác: tự học, giữ lời, sống giản dị, thương người. Kể xong thì hỏi nhau: chuyện này dạy mình điều gì, tuần này mình làm gì.',
      en: 'One person tells, everyone listens: how he taught himself, kept his word, lived simply, cared for others. Then one asks: what does it teach me, and what will I do this week?',
    },
    {
      vi: 'Người kể không cần là thầy cô. Ai thuộc một câu chuyện và muốn kể lại cho người khác nghe đều kể được.',
      en: 'The teller need not be a teacher. Anyone who knows a story and wants to pass it on can tell it.',
    },
    {
      vi: 'Lịch các buổi chưa có trên trang này. Khi có, mỗi buổi sẽ đăng như mọi buổi học khác: ngày, chỗ, còn bao nhiêu chỗ ngồi.',
      en: 'The calendar of sessions is not on this site yet. Once it is, each will be listed like any other session: day, place, seats left.',
    },
  ],
  areas: [],
  audience: { vi: 'Học trò, người lớn, người cao tuổi', en: 'Pupils, adults, older people' },
  accessibility: toReach,
  howToJoin: {
    vi: 'Hỏi hội khuyến học phường buổi gần nhất ở đâu. Muốn kể, hoặc muốn mời một buổi về trường, về cơ quan thì cũng hỏi ở đó.',
    en: 'Ask the ward’s association where the next session is. To tell a story yourself, or to have a session at your school or workplace, ask there too.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
