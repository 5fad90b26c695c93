import type { Program } from '../../../functions/programs/program.ts'
import { contact, map, outline, toReach } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 1,
  slug: 'xa-hoi-hoc-tap-quan-4',
  kind: 'learning-society',
  order: 40,
  name: { vi: 'Xã hội học tập Quận 4', en: 'The Learning Society of District 4' },
  summary: {
    vi: 'Nhà học, hẻm học, cơ quan học: ba trụ cột của mô hình làm ở Quận 4.',
    en: 'Homes that learn, lanes that learn, workplaces that learn: the three pillars of the model of District 4.',
  },
  story: [
    {
      vi: 'Học không dừng ở cổng trường. Ở Quận 4, từng nhà, từng khu phố, từng cơ quan cùng nhận một việc: giữ cho mọi người trong đó được học tiếp, mỗi người theo cách của mình.',
      en: 'Learning does not stop at the school gate. In District 4 each household, each neighborhood and each workplace takes on one task: to keep everyone in it learning, each in their own way.',
    },
    {
      vi: 'Ai cũng tự xem mình đạt tới đâu, có người của hội khuyến học chỉ giúp, rồi mới đề nghị công nhận. Không chạy theo danh hiệu: danh hiệu chỉ nói lại việc đã làm.',
      en: 'Everyone first looks at how far they have come, with help from the learning promotion association, and only then asks to be recognized. The title is not the aim: it says what has been done.',
    },
    {
      vi: 'Quận 4 là tên trước ngày 1/7/2025, nay là ba phường Xóm Chiếu, Khánh Hội và Vĩnh Hội.',
      en: 'District 4 is a name of before 1 July 2025. It is now the wards of Xom Chieu, Khanh Hoi and Vinh Hoi.',
    },
  ],
  parts: [
    {
      slug: 'gia-dinh-hoc-tap',
      name: { vi: 'Gia đình học tập', en: 'Learning Families' },
      text: {
        vi: 'Danh hiệu của một nhà mà ông bà, cha mẹ, con cháu đều học.',
        en: 'The title of a home in which grandparents, parents and children all learn.',
      },
      deeds: [
        {
          vi: 'Có giờ học trong nhà, tắt tivi, ai cũng ngồi vào bàn với việc học của mình.',
          en: 'Keep an hour of study at home, television off, everyone with something of their own to learn.',
        },
        {
          vi: 'Đi học một lớp ở trung tâm học tập cộng đồng của phường.',
          en: 'Take a course at the ward’s Community Learning Center.',
        },
        {
          vi: 'Cuối năm tự xem lại theo phiếu, rồi gửi cho khu phố.',
          en: 'Look back at the end of the year with the form, and hand it to the neighborhood.',
        },
      ],
    },
    {
      slug: 'cong-dong-hoc-tap',
      name: { vi: 'Cộng đồng học tập', en: 'Learning Communities' },
      text: {
        vi: 'Danh hiệu của khu phố, ấp mà ai muốn học cũng tìm được chỗ học gần nhà.',
        en: 'The title of a neighborhood in which whoever wants to learn finds a place close to home.',
      },
      deeds: [
        {
          vi: 'Mở tủ sách chung, đọc cho nhau nghe, kể chuyện cuối tuần.',
          en: 'Open a shared bookcase, read to each other, tell stories at the weekend.',
        },
        {
          vi: 'Đặt heo đất học tập ở tiệm, ở trường, khui heo có người chứng kiến.',
          en: 'Set up learning piggy banks in shops and schools, opened before witnesses.',
        },
        {
          vi: 'Để mắt tới em nào sắp nghỉ học, báo hội khuyến học để cùng lo.',
          en: 'Notice the child about to leave school, and tell the association so that help comes in time.',
        },
      ],
      contributes: ['trung-tam-hoc-tap-cong-dong', 'thu-vien-luu-dong'],
    },
    {
      slug: 'don-vi-hoc-tap',
      name: { vi: 'Đơn vị học tập', en: 'Learning Units' },
      text: {
        vi: 'Danh hiệu của trường, cơ quan, công ty, chi bộ để người làm trong đó học tiếp trong giờ làm.',
        en: 'The title of schools, offices, companies and party cells in which people go on learning at work.',
      },
      deeds: [
        {
          vi: 'Mỗi người có một kế hoạch học trong năm, đơn vị dành giờ cho việc đó.',
          en: 'Give each person a learning plan for the year, and the time for it.',
        },
        {
          vi: 'Người biết dạy người chưa biết: một buổi mỗi tháng.',
          en: 'Let those who know teach those who do not yet: one session a month.',
        },
        {
          vi: 'Góp sách, máy, phòng học cho khu phố quanh mình.',
          en: 'Lend books, computers and rooms to the neighborhood around.',
        },
      ],
    },
  ],
  facts: [
    {
      text: {
        vi: 'Cả 100 % đảng bộ, chi bộ ở Quận 4 tham gia mô hình.',
        en: 'All party committees of District 4 take part in the model.',
      },
      asOf: outline.asOf,
      source: outline,
      map: 'before-2025-07-01',
    },
    {
      text: {
        vi: 'Hội viên hội khuyến học hơn 18 % dân số Quận 4.',
        en: 'Members of the associations are over 18 % of the people of District 4.',
      },
      asOf: outline.asOf,
      source: outline,
      map: 'before-2025-07-01',
    },
    {
      text: {
        vi: 'Toàn thành phố có 1.505.684 gia đình học tập (71,28 %), 1.094 dòng họ (87,59 %), 3.729 cộng đồng (76,81 %), 687 đơn vị (91,6 %).',
        en: 'The whole city had 1,505,684 Learning Families (71.28 %), 1,094 Learning Clans (87.59 %), 3,729 Learning Communities (76.81 %) and 687 Learning Units (91.6 %).',
      },
      asOf: '2024-11-15',
      source: outline,
      map: 'before-2025-07-01',
    },
    {
      text: {
        vi: 'Mức cả nước nhắm tới từ 2025 đến 2030: gia đình 70 lên 80 %, dòng họ 65 lên 75 %, cộng đồng 65 lên 75 %, đơn vị 80 lên 90 %.',
        en: 'What the country aims for from 2025 to 2030: families from 70 to 80 %, clans from 65 to 75 %, communities from 65 to 75 %, units from 80 to 90 %.',
      },
      asOf: '2022-03-25',
      source: { title: { vi: 'Quyết định 387/QĐ-TTg', en: 'Decision 387/QĐ-TTg' }, asOf: '2022-03-25' },
    },
  ],
  areas: ['773'],
  audience: {
    vi: 'Mọi nhà, mọi khu phố, mọi cơ quan ở Quận 4 cũ',
    en: 'Every household, neighborhood and workplace of former District 4',
  },
  accessibility: toReach,
  howToJoin: {
    vi: 'Hỏi tổ trưởng khu phố hoặc hội khuyến học phường để lấy phiếu tự xem, có người chỉ cách điền. Không tốn tiền. Công dân học tập thì làm trên trang quốc gia congdanhoctap.vn.',
    en: 'Ask the head of your neighborhood or the ward’s association for the form; someone helps to fill it in. It is free. For Learning Citizen, use the national site congdanhoctap.vn.',
  },
  contact: contact({ vi: 'Quận 4', en: 'District 4' }),
  sources: [outline, map],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
