import type { Program } from '../../../functions/programs/program.ts'
import { contact, outline, toReach } from '../demonstration.ts'
import { certificate, unescoJoined } from '../sources.ts'

export const program: Program = {
  v: 1,
  version: 2,
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
      vi: 'Thành phố Hồ Chí Minh vào Mạng lưới Thành phố học tập toàn cầu của UNESCO ngày 14/2/2024. Thành viên gửi báo cáo tiến độ hai năm một lần, theo 12 mục chia ba nhóm: lợi ích rộng hơn (mục 1–3), các khối xây dựng (mục 4–9), điều kiện nền tảng (mục 10–12).',
      en: 'Ho Chi Minh City joined the UNESCO Global Network of Learning Cities on 14 February 2024. Members report every two years on 12 areas in three groups: wider benefits (1–3), building blocks (4–9), fundamental conditions (10–12).',
    },
    {
      vi: 'Trang này chưa có bảng số đo tiến độ của thành phố. Số nào có ngày và có nguồn thì nằm ở dưới; số nào chưa có thì để trống, không đoán.',
      en: 'There is no table of the city’s progress here yet. Figures that have a day and a source stand below; those that do not are left out rather than guessed.',
    },
  ],
  parts: [
    {
      slug: 'chinh-sach-moi-truong',
      name: { vi: 'Chính sách và môi trường', en: 'Policy and environment' },
      text: {
        vi: 'Mục tiêu: giúp trường, cơ quan, công ty, đoàn thể tạo được chỗ học tốt.',
        en: 'Objective: to help organizations create supportive learning environments.',
      },
      deeds: [
        {
          vi: 'Công nhận gia đình, cộng đồng, đơn vị học tập.',
          en: 'Recognize Learning Families, Communities and Units.',
        },
        { vi: 'Nâng cấp trung tâm học tập cộng đồng.', en: 'Upgrade the Community Learning Centers.' },
        { vi: 'Ghi nhận người và nơi góp công.', en: 'Recognize the persons and places that help.' },
        {
          vi: 'Đưa tin về việc học tới từng nhà.',
          en: 'Bring news of learning to every home.',
        },
      ],
      contributes: [
        'xa-hoi-hoc-tap-quan-4',
        'trung-tam-hoc-tap-cong-dong',
        'ghi-nhan-khen-thuong',
        'hoi-khuyen-hoc',
        'kenh-thong-tin',
      ],
    },
    {
      slug: 'nguoi-lao-dong',
      name: { vi: 'Phát triển người lao động', en: 'Workforce development' },
      text: {
        vi: 'Mục tiêu: mọi người đi làm đều được học thêm và nâng tay nghề.',
        en: 'Objective: professional development and upskilling for all workers.',
      },
      deeds: [
        { vi: 'Đơn vị học tập dành giờ cho người làm đi học.', en: 'Learning Units give their people time to learn.' },
        {
          vi: 'Trung tâm học tập cộng đồng dạy kỹ năng số và dạy nghề.',
          en: 'Community Learning Centers teach digital skills and trades.',
        },
        {
          vi: 'Xe thư viện ghé khu công nghiệp.',
          en: 'Mobile libraries stop at industrial parks.',
        },
      ],
      contributes: ['trung-tam-hoc-tap-cong-dong', 'xa-hoi-hoc-tap-quan-4', 'thu-vien-luu-dong'],
    },
    {
      slug: 'khong-bo-ai',
      name: { vi: 'Không bỏ ai lại', en: 'Inclusivity' },
      text: {
        vi: 'Mục tiêu: ai cũng với tới việc học, kể cả người nghỉ hưu, người nội trợ, người khuyết tật.',
        en: 'Objective: accessible learning for all, retirees, homemakers and people with disabilities among them.',
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
        'ke-chuyen-bac-ho',
        'cha-me-tinh-than-cu-chi',
        'hoc-bong-1-1-binh-tan',
        'hoc-bong-1-1-tan-phu',
        'heo-dat-hoc-tap-binh-tan',
        'heo-dat-hoc-tap-tan-phu',
      ],
    },
  ],
  facts: [
    {
      text: {
        vi: 'Thành phố vào Mạng lưới của UNESCO, cùng đợt với Sơn La.',
        en: 'The city joined UNESCO’s network, in the same round as Son La.',
      },
      asOf: '2024-02-14',
      source: unescoJoined,
    },
    {
      text: { vi: 'Thành phố nhận chứng nhận thành viên.', en: 'The city received the certificate of membership.' },
      asOf: '2024-03-30',
      source: certificate,
    },
    {
      text: {
        vi: 'Mốc thành phố tự đặt để thành thành phố học tập đầy đủ. Mốc này đã qua; kết quả chưa công bố ở đây.',
        en: 'The day by which the city meant to be a fully-fledged learning city. It has passed; the outcome is not published here yet.',
      },
      asOf: '2025-12-31',
      source: outline,
    },
  ],
  areas: [],
  audience: { vi: 'Ai muốn biết thành phố đang đi tới đâu', en: 'Whoever wants to know where the city is going' },
  accessibility: toReach,
  howToJoin: {
    vi: 'Chọn một chương trình ở một trong ba hướng rồi vào. Trường, cơ quan, công ty muốn góp phần thì gọi số ghi ở đây.',
    en: 'Choose a program of one of the three areas and join. Schools, offices and companies that want to help call the number given here.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [
    outline,
    unescoJoined,
    certificate,
    {
      title: { vi: 'UNESCO: Mạng lưới Thành phố học tập toàn cầu', en: 'UNESCO Global Network of Learning Cities' },
      url: 'https://www.uil.unesco.org/en/learning-cities',
      asOf: '2026-11-23',
    },
  ],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
