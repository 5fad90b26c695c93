import type { Program } from '../../../functions/programs/program.ts'
import { contact, map, outline, toReach } from '../demonstration.ts'
import { circular25, decision387, digitalLiteracy, learningCitizen } from '../sources.ts'

export const program: Program = {
  v: 1,
  version: 2,
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
      vi: 'Đường đi có ba bước: ghi tên, tự xem mình tới đâu (có người của hội khuyến học ngồi cùng), rồi đề nghị công nhận. Danh hiệu không phải để khoe, nó chỉ nói lại việc đã làm.',
      en: 'There are three steps: sign up, look at how far you have come (someone of the learning promotion association sits with you), then ask to be recognized. The title is not the aim; it says what has been done.',
    },
    {
      vi: 'Cả nước có sáu danh hiệu. Gia đình học tập là của một nhà, Dòng họ học tập của một họ, Cộng đồng học tập của khu phố, Đơn vị học tập của trường, cơ quan, công ty. Công dân học tập là của một người. Cộng đồng học tập cấp xã là của cả phường, xã, có hai mức.',
      en: 'There are six titles in the country. Learning Family is for a household, Learning Clan for a lineage, Learning Community for a neighborhood, Learning Unit for a school, an office or a company. Learning Citizen is for one person. Commune-level Learning Community is for a whole ward or commune and has two levels.',
    },
    {
      vi: 'Công dân học tập có 10 chỉ số, mỗi chỉ số 10 điểm. Đạt khi từ 80 điểm trở lên (nơi khó khăn từ 70), không chỉ số nào dưới 5. Chấm điểm là việc của trang quốc gia congdanhoctap.vn; trang này không chấm lại.',
      en: 'A Learning Citizen is measured by 10 indicators of 10 points. One passes with 80 points or more (70 in disadvantaged areas) and none under 5. The national site congdanhoctap.vn does the scoring; this site does not score a second time.',
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
        vi: 'Một nhà mà ông bà, cha mẹ, con cháu đều có cái để học.',
        en: 'A home in which grandparents, parents and children all have something to learn.',
      },
      deeds: [
        {
          vi: 'Ghi tên với khu phố hoặc hội khuyến học phường, không tốn tiền.',
          en: 'Sign up with the neighborhood or the ward’s association; it is free.',
        },
        {
          vi: 'Giữ một giờ học trong nhà: tắt tivi, ai cũng ngồi với việc học của mình.',
          en: 'Keep an hour of study at home: television off, everyone with something of their own to learn.',
        },
        {
          vi: 'Người lớn học thêm một thứ: xài điện thoại, một nghề, một thứ tiếng.',
          en: 'Grown-ups learn one more thing: to use a phone, a trade, a language.',
        },
        {
          vi: 'Tự xem lại theo phiếu, có người chỉ, rồi gửi cho khu phố.',
          en: 'Look back with the form, with someone to help, and hand it to the neighborhood.',
        },
      ],
      contributes: ['trung-tam-hoc-tap-cong-dong', 'hoi-khuyen-hoc'],
    },
    {
      slug: 'cong-dong-hoc-tap',
      name: { vi: 'Cộng đồng học tập', en: 'Learning Communities' },
      text: {
        vi: 'Một khu phố mà ai muốn học cũng tìm được chỗ học gần nhà.',
        en: 'A neighborhood in which whoever wants to learn finds a place close to home.',
      },
      deeds: [
        {
          vi: 'Mở tủ sách chung, đọc cho nhau nghe, kể chuyện cho nhau nghe.',
          en: 'Open a shared bookcase, read to each other, tell stories.',
        },
        {
          vi: 'Mời xe thư viện, mở lớp theo điều bà con trong hẻm cần.',
          en: 'Invite a mobile library, hold the course that people in the lane ask for.',
        },
        {
          vi: 'Để mắt tới em nào sắp nghỉ học, báo hội khuyến học để cùng lo.',
          en: 'Notice the child about to leave school, and tell the association so that help comes in time.',
        },
        {
          vi: 'Rủ thêm nhà bên cạnh ghi tên Gia đình học tập.',
          en: 'Ask the family next door to sign up as a Learning Family.',
        },
      ],
      contributes: [
        'thu-vien-luu-dong',
        'ke-chuyen-bac-ho',
        'trung-tam-hoc-tap-cong-dong',
        'tuan-le-hoc-tap-suot-doi',
        'hoi-khuyen-hoc',
      ],
    },
    {
      slug: 'don-vi-hoc-tap',
      name: { vi: 'Đơn vị học tập', en: 'Learning Units' },
      text: {
        vi: 'Trường, cơ quan, công ty, chi bộ mà người làm trong đó được học tiếp.',
        en: 'Schools, offices, companies and party cells whose people go on learning.',
      },
      deeds: [
        {
          vi: 'Mỗi người có một kế hoạch học, đơn vị dành giờ cho việc đó.',
          en: 'Give each person a learning plan, and the time for it.',
        },
        { vi: 'Người biết chỉ người chưa biết.', en: 'Let those who know teach those who do not yet.' },
        {
          vi: 'Cho khu phố mượn sách, máy, phòng học.',
          en: 'Lend books, computers and rooms to the neighborhood.',
        },
        {
          vi: 'Tự đánh giá, rồi đề nghị công nhận.',
          en: 'Assess how far the place has come, then ask to be recognized.',
        },
      ],
      contributes: ['ghi-nhan-khen-thuong', 'hoi-khuyen-hoc'],
    },
  ],
  facts: [
    {
      text: {
        vi: 'Ở Quận 4, 100 % đảng bộ, chi bộ tham gia mô hình. Lúc đó còn quận.',
        en: 'In District 4, 100 % of party committees take part in the model. The district still existed.',
      },
      asOf: outline.asOf,
      undated: true,
      source: outline,
      map: 'before-2025-07-01',
    },
    {
      text: {
        vi: 'Hội viên hội khuyến học hơn 18 % dân số Quận 4. Lúc đó còn quận.',
        en: 'Members of the associations are over 18 % of the people of District 4. The district still existed.',
      },
      asOf: outline.asOf,
      undated: true,
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
        vi: 'Mức cả nước nhắm tới, năm 2025 rồi năm 2030: gia đình 70 rồi 80 %, dòng họ 65 rồi 75 %, cộng đồng 65 rồi 75 %, đơn vị 80 rồi 90 %.',
        en: 'What the country aims for in 2025 and then 2030: families 70 then 80 %, clans 65 then 75 %, communities 65 then 75 %, units 80 then 90 %.',
      },
      asOf: '2022-03-25',
      source: decision387,
    },
  ],
  areas: ['773'],
  audience: {
    vi: 'Mọi nhà, mọi khu phố, mọi trường, cơ quan, công ty ở Quận 4 cũ',
    en: 'Every household, neighborhood, school and workplace of former District 4',
  },
  accessibility: toReach,
  howToJoin: {
    vi: 'Hỏi khu phố hoặc hội khuyến học phường để ghi tên và lấy phiếu tự xem, có người chỉ cách điền. Không tốn tiền. Muốn được công nhận là Công dân học tập thì làm trên trang quốc gia congdanhoctap.vn; ngại máy thì nhờ hội làm cùng.',
    en: 'Ask your neighborhood or the ward’s association to sign up and to get the form; someone helps to fill it in. It is free. To become a Learning Citizen, use the national site congdanhoctap.vn; if computers are not for you, ask the association to do it with you.',
  },
  contact: contact({ vi: 'Quận 4', en: 'District 4' }),
  sources: [outline, decision387, circular25, learningCitizen, digitalLiteracy, map],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
