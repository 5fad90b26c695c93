import type { Program } from '../../../functions/programs/program.ts'
import { contact, outline } from '../demonstration.ts'
import { libraries } from '../sources.ts'

export const program: Program = {
  v: 1,
  version: 2,
  slug: 'thu-vien-luu-dong',
  kind: 'mobile-library',
  order: 32,
  name: { vi: 'Thư viện lưu động', en: 'Mobile libraries' },
  summary: {
    vi: 'Tám chiếc xe chở sách và tài liệu số tới tận xóm, tận trường.',
    en: 'Eight vehicles bring books and digital resources to the neighborhood and the school.',
  },
  story: [
    {
      vi: 'Ai ở xa thư viện thì thư viện tới. Xe của Thư viện Khoa học Tổng hợp chở sách, máy tính và tài liệu số tới khu dân cư, khu công nghiệp, vùng ven, cho học trò, công nhân, người khiếm thị.',
      en: 'If you live far from a library, the library comes to you. The vehicles of the General Sciences Library bring books, computers and digital resources to neighborhoods, industrial parks and the outskirts: to pupils, workers and readers with visual impairment.',
    },
    {
      vi: 'Một trong tám xe làm riêng cho người khiếm thị.',
      en: 'One of the eight is made for readers with visual impairment.',
    },
    {
      vi: 'Lịch, điểm dừng và danh mục sách trên xe chưa có trên trang này. Khi có, mỗi điểm dừng sẽ nằm trên trang của phường.',
      en: 'Routes, stops and the list of what is on board are not on this site yet. Once they are, each stop will stand on the page of its ward.',
    },
  ],
  facts: [
    {
      text: {
        vi: 'Có 8 xe chuyên dụng, chạy từ năm 2007.',
        en: 'There are 8 special vehicles; the first went out in 2007.',
      },
      asOf: libraries.asOf,
      source: libraries,
    },
    {
      text: {
        vi: 'Trong 8 xe có 1 xe cho người khiếm thị.',
        en: 'One of the 8 vehicles is for readers with visual impairment.',
      },
      asOf: outline.asOf,
      source: outline,
    },
  ],
  areas: [],
  audience: {
    vi: 'Mọi người, nhất là người ở xa thư viện',
    en: 'Everyone, those who live far from a library above all',
  },
  accessibility: {
    vi: 'Có một xe cho người khiếm thị; xe lăn lên được hay không thì hỏi trước để có người đỡ',
    en: 'One vehicle is for readers with visual impairment; ask ahead whether a wheelchair can board and who can give a hand',
  },
  howToJoin: {
    vi: 'Muốn xe ghé trường hay khu phố thì gọi số ghi ở đây: nói chỗ nào, chừng bao nhiêu người, xe đậu ở đâu được, có ai khiếm thị không.',
    en: 'To have a vehicle stop at your school or neighborhood, call the number given here: say where, about how many people, where it can park, and whether some have a visual impairment.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline, libraries],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
