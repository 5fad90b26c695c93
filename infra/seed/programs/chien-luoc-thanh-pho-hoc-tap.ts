import type { Program } from '../../../functions/programs/program.ts'
import { contact, outline, toReach } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 1,
  slug: 'chien-luoc-thanh-pho-hoc-tap',
  kind: 'strategy',
  order: 70,
  name: { vi: 'Chiến lược thành phố học tập', en: 'The strategy of the learning city' },
  summary: {
    vi: 'Ba hướng lớn: chính sách và môi trường, người lao động, không bỏ ai lại.',
    en: 'Three areas of focus: policy and environment, workforce development, inclusivity.',
  },
  story: [
    {
      vi: 'Thành phố học tập là nơi ai cũng học được: từ tiểu học tới đại học, trong nhà, ngoài xóm, ở chỗ làm, bằng công nghệ mới, suốt đời. Thành phố dồn những gì mình có cho việc đó.',
      en: 'A learning city uses what it has so that everyone can learn: from basic to higher education, in families and communities, at work, with modern technology, for a lifetime.',
    },
    {
      vi: 'Thành phố Hồ Chí Minh vào Mạng lưới Thành phố học tập toàn cầu của UNESCO ngày 14/2/2024. Thành viên gửi báo cáo tiến độ hai năm một lần, theo 12 mục chia ba nhóm: lợi ích rộng hơn, các khối xây dựng, điều kiện nền tảng.',
      en: 'Ho Chi Minh City joined the UNESCO Global Network of Learning Cities on 14 February 2024. Members report every two years on 12 areas in three groups: wider benefits, building blocks, fundamental conditions.',
    },
  ],
  parts: [
    {
      slug: 'chinh-sach-moi-truong',
      name: { vi: 'Chính sách và môi trường', en: 'Policy and environment' },
      text: {
        vi: 'Giúp các cơ quan, trường, hội tạo được chỗ học tốt.',
        en: 'To help organizations create supportive learning environments.',
      },
      deeds: [
        {
          vi: 'Công nhận gia đình, cộng đồng, đơn vị học tập.',
          en: 'Recognize Learning Families, Communities and Units.',
        },
        { vi: 'Nâng cấp trung tâm học tập cộng đồng.', en: 'Upgrade the Community Learning Centers.' },
        { vi: 'Ghi nhận người và nơi góp công.', en: 'Recognize the persons and places that help.' },
      ],
      contributes: ['xa-hoi-hoc-tap-quan-4', 'trung-tam-hoc-tap-cong-dong', 'ghi-nhan-khen-thuong', 'hoi-khuyen-hoc'],
    },
    {
      slug: 'nguoi-lao-dong',
      name: { vi: 'Phát triển người lao động', en: 'Workforce development' },
      text: {
        vi: 'Ai đi làm cũng được học thêm nghề, nâng tay nghề.',
        en: 'Professional development and upskilling for all workers.',
      },
      deeds: [
        { vi: 'Đơn vị học tập dành giờ cho người làm đi học.', en: 'Learning Units give their people time to learn.' },
        {
          vi: 'Mở lớp nghề, lớp kỹ năng số ngoài giờ làm.',
          en: 'Hold trade and digital courses outside working hours.',
        },
      ],
      contributes: ['trung-tam-hoc-tap-cong-dong', 'xa-hoi-hoc-tap-quan-4'],
    },
    {
      slug: 'khong-bo-ai',
      name: { vi: 'Không bỏ ai lại', en: 'Inclusivity' },
      text: {
        vi: 'Việc học mở cho mọi người: người nghỉ hưu, người nội trợ, người khuyết tật.',
        en: 'Accessible learning for all: retirees, homemakers, people with disabilities.',
      },
      deeds: [
        {
          vi: 'Sách tới tận xóm, có xe cho người khiếm thị.',
          en: 'Bring books to the neighborhood, with a vehicle for readers with visual impairment.',
        },
        {
          vi: 'Đứng cạnh học trò khó khăn bằng tiền và bằng người.',
          en: 'Stand by students in need, with money and with people.',
        },
        {
          vi: 'Mở buổi học không tốn tiền trong Tuần lễ học tập suốt đời.',
          en: 'Hold free sessions in Lifelong Learning Week.',
        },
      ],
      contributes: [
        'thu-vien-luu-dong',
        'tuan-le-hoc-tap-suot-doi',
        'cha-me-tinh-than-cu-chi',
        'heo-dat-hoc-tap-binh-tan',
        'heo-dat-hoc-tap-tan-phu',
      ],
    },
  ],
  facts: [
    {
      text: {
        vi: 'Vào Mạng lưới của UNESCO; nhận chứng nhận ngày 30/3/2024.',
        en: 'Joined UNESCO’s network; the certificate was handed over on 30 March 2024.',
      },
      asOf: '2024-02-14',
      source: outline,
    },
    {
      text: {
        vi: 'Mốc thành phố tự đặt để thành thành phố học tập đầy đủ. Mốc này đã qua; kết quả chưa công bố ở đây.',
        en: 'The day by which the city meant to be a fully-fledged learning city. It has passed; the outcome is not published here yet.',
      },
      asOf: '2025-12-31',
      source: outline,
      map: 'before-2025-07-01',
    },
  ],
  areas: [],
  audience: { vi: 'Ai muốn biết thành phố đang đi tới đâu', en: 'Whoever wants to know where the city is going' },
  accessibility: toReach,
  howToJoin: {
    vi: 'Chọn một chương trình ở từng hướng rồi vào. Cơ quan, công ty muốn góp phần thì gọi số bên cạnh.',
    en: 'Choose a program of one of the three areas and join. Offices and companies that want to help call the number beside.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [
    outline,
    {
      title: { vi: 'UNESCO: Mạng lưới Thành phố học tập toàn cầu', en: 'UNESCO Global Network of Learning Cities' },
      url: 'https://www.uil.unesco.org/en/learning-cities',
      asOf: '2026-11-23',
    },
  ],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
