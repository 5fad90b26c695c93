import type { Program } from '../../../functions/programs/program.ts'
import { contact, outline } from '../demonstration.ts'

export const program: Program = {
  v: 1,
  version: 1,
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
      vi: 'Xe ghé trường, nhà văn hóa, khu nhà trọ, chỗ xa thư viện. Lên xe đọc tại chỗ, mượn, nghe kể chuyện, xem tài liệu số. Không tốn tiền.',
      en: 'The vehicles stop at schools, culture houses, boarding houses, places far from a library. Come aboard to read, borrow, hear a story or use digital resources. It is free.',
    },
    {
      vi: 'Một trong tám xe dành cho người khiếm thị.',
      en: 'One of the eight is made for readers with visual impairment.',
    },
    {
      vi: 'Lịch và điểm dừng chưa có trên trang này. Khi có, mỗi điểm dừng sẽ nằm trên trang của phường.',
      en: 'Routes and stops are not on this site yet. Once they are, each stop will stand on the page of its ward.',
    },
  ],
  facts: [
    {
      text: {
        vi: 'Thành phố có 8 xe, 1 xe cho người khiếm thị.',
        en: 'The city has 8 vehicles, 1 of them for readers with visual impairment.',
      },
      asOf: outline.asOf,
      source: outline,
    },
  ],
  areas: [],
  audience: {
    vi: 'Mọi người, nhất là trẻ em và người ở xa thư viện',
    en: 'Everyone, children and people far from a library above all',
  },
  accessibility: {
    vi: 'Có một xe cho người khiếm thị; lên xuống xe có bậc, hỏi trước để có người đỡ',
    en: 'One vehicle is for readers with visual impairment; there are steps, so ask ahead for a hand',
  },
  howToJoin: {
    vi: 'Muốn xe ghé trường hay khu phố thì gọi số bên cạnh, nói có bao nhiêu người, chỗ đậu xe ở đâu.',
    en: 'To have a vehicle stop at your school or neighborhood, call the number beside and say how many people come and where it can park.',
  },
  contact: contact({ vi: 'Thành phố Hồ Chí Minh', en: 'Ho Chi Minh City' }, 'Thành phố Hồ Chí Minh'),
  sources: [outline],
  entity: 'quy-khuyen-hoc-thanh-pho',
  demonstration: true,
}
