import type { Program } from '../../../functions/programs/program.ts'
import { contact, map, outline, toReach } from '../demonstration.ts'
import { promotionDay } from '../sources.ts'

export const program: Program = {
  v: 1,
  version: 2,
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
      vi: 'Không biết hỏi ai thì hỏi hội. Hội viên ở ngay trong hẻm, ngoài chợ, trong trường, nên biết nhà nào có em sắp nghỉ học, ai muốn học lại cái chữ, ai rảnh để kèm bài.',
      en: 'When you do not know whom to ask, ask the association. Its members live in the lane, work at the market, teach at the school, so they know which child is about to leave school, who wants to learn to read again, who has time to tutor.',
    },
    {
      vi: 'Việc nào trên trang này cũng có tay của hội: heo đất, học bổng, Cha mẹ tinh thần, gia đình học tập, Tuần lễ học tập, ghi nhận người có công.',
      en: 'The associations have a hand in everything on this site: piggy banks, scholarships, Spiritual Parents, Learning Families, the Week, recognition.',
    },
    {
      vi: 'Danh bạ hội của từng phường (ai trực, giờ nào, bao nhiêu hội viên) chưa có trên trang này. Trang phường của mình ghi chỗ hỏi.',
      en: 'The directory of each ward’s association (who is there, when, how many members) is not on this site yet. The page of your ward says where to ask.',
    },
  ],
  parts: [
    {
      slug: 'can-giup',
      name: { vi: 'Khi mình cần giúp', en: 'When you need help' },
      text: {
        vi: 'Chuyện học của con, của mình, của người trong xóm: hội nghe trước, rồi chỉ chỗ.',
        en: 'Your child’s learning, your own or a neighbor’s: the association listens first, then shows the way.',
      },
      deeds: [
        {
          vi: 'Nói cho hội biết em nào thiếu tiền trường, tập vở, hay sắp nghỉ học.',
          en: 'Tell them of a child who lacks fees or notebooks, or is about to leave school.',
        },
        {
          vi: 'Hỏi lớp học gần nhà cho người lớn, người cao tuổi, người khuyết tật.',
          en: 'Ask for courses near home for adults, older people or people with disabilities.',
        },
        {
          vi: 'Nhờ chỉ cách điền phiếu Gia đình học tập, Công dân học tập.',
          en: 'Ask for help with the form of a Learning Family or a Learning Citizen.',
        },
      ],
      contributes: ['trung-tam-hoc-tap-cong-dong', 'cha-me-tinh-than-cu-chi', 'xa-hoi-hoc-tap-quan-4'],
    },
    {
      slug: 'muon-giup',
      name: { vi: 'Khi mình muốn giúp', en: 'When you want to help' },
      text: {
        vi: 'Có giờ thì giúp bằng giờ, có sách thì giúp bằng sách.',
        en: 'Help with hours if you have hours, with books if you have books.',
      },
      deeds: [
        { vi: 'Kèm bài cho một em trong xóm.', en: 'Tutor a child in the neighborhood.' },
        {
          vi: 'Đặt heo đất ở tiệm, ở trường, hoặc đứng làm chứng lúc khui heo.',
          en: 'Have a piggy bank in your shop or school, or be a witness when one is opened.',
        },
        { vi: 'Cho mượn phòng, máy, sách để mở lớp.', en: 'Lend a room, a computer or books for a course.' },
        {
          vi: 'Chỉ cho hội biết ai đáng được ghi nhận.',
          en: 'Tell the association who deserves to be recognized.',
        },
      ],
      contributes: ['heo-dat-hoc-tap-binh-tan', 'heo-dat-hoc-tap-tan-phu', 'ghi-nhan-khen-thuong'],
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
    {
      text: {
        vi: 'Ngày 2 tháng 10 là Ngày Khuyến học Việt Nam.',
        en: '2 October is Viet Nam’s Learning Promotion Day.',
      },
      asOf: promotionDay.asOf,
      source: promotionDay,
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
    vi: 'Tới ủy ban phường, xã của mình, hỏi hội khuyến học, ghi tên làm hội viên. Hỏi trước giờ trực.',
    en: 'Go to the office of your ward or commune, ask for the learning promotion association and sign up as a member. Ask first when someone is there.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline, promotionDay, map],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
