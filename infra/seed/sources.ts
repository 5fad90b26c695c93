import type { Program } from '../../functions/programs/program.ts'

type Source = Program['sources'][number]

export const unescoJoined: Source = {
  title: {
    vi: 'UNESCO: hai thành viên mới ở Việt Nam trong Mạng lưới Thành phố học tập toàn cầu',
    en: 'UNESCO: two new members in Viet Nam of the Global Network of Learning Cities',
  },
  url: 'https://www.unesco.org/en/articles/unesco-global-network-learning-cities-two-new-members-viet-nam-among-sixty-four-world',
  asOf: '2024-02-14',
}

export const certificate: Source = {
  title: {
    vi: 'Thông tấn xã Việt Nam: Thành phố Hồ Chí Minh nhận chứng nhận của UNESCO',
    en: 'Viet Nam News Agency: Ho Chi Minh City receives UNESCO’s certificate',
  },
  url: 'https://en.vietnamplus.vn/hcm-city-becomes-member-of-unesco-global-network-of-learning-cities/283788.vnp',
  asOf: '2024-03-31',
}

/** Targets of the four models, 2025 and 2030. */
export const decision387: Source = {
  title: {
    vi: 'Quyết định 387/QĐ-TTg của Thủ tướng, ngày 25/3/2022',
    en: 'Decision 387/QĐ-TTg of the Prime Minister, 25 March 2022',
  },
  url: 'https://nhoquan.ninhbinh.gov.vn/thong-tin-chi-dao-dieu-hanh/quyet-dinh-cua-thu-tuong-chinh-phu-phe-duyet-chuong-trinh-day-manh-phong-trao-hoc-tap-suot-doi-t-241116',
  asOf: '2022-03-25',
}

export const circular25: Source = {
  title: {
    vi: 'Thông tư 25/2023/TT-BGDĐT, ngày 27/12/2023: công nhận cộng đồng học tập cấp xã',
    en: 'Circular 25/2023/TT-BGDĐT, 27 December 2023: how a commune-level Learning Community is recognized',
  },
  url: 'https://thuvienphapluat.vn/chinh-sach-phap-luat-moi/vn/thong-bao-van-ban-moi/email/57726/quy-dinh-ve-danh-gia-cong-nhan-cong-dong-hoc-tap-cap-xa-huyen-tinh',
  asOf: '2023-12-27',
}

export const learningCitizen: Source = {
  title: {
    vi: 'Trang quốc gia Công dân học tập',
    en: 'The national site for Learning Citizens (in Vietnamese)',
  },
  url: 'https://congdanhoctap.vn',
  asOf: '2026-11-23',
}

export const digitalLiteracy: Source = {
  title: {
    vi: 'Trang quốc gia Bình dân học vụ số',
    en: 'The national site for digital literacy (in Vietnamese)',
  },
  url: 'https://binhdanhocvuso.gov.vn',
  asOf: '2026-11-23',
}

export const promotionDay: Source = {
  title: {
    vi: 'Báo Thanh Niên, 2/10/2008: ngày 2/10 là Ngày Khuyến học Việt Nam',
    en: 'Thanh Niên newspaper, 2 October 2008: 2 October is Viet Nam’s Learning Promotion Day',
  },
  url: 'https://baomoi.com/2-10-hang-nam-la-ngay-khuyen-hoc-vn/c/2044196.epi',
  asOf: '2008-10-02',
}

export const weekOf2024: Source = {
  title: {
    vi: 'Công văn 5201 của Bộ Giáo dục và Đào tạo về Tuần lễ năm 2024, theo báo Quảng Nam',
    en: 'The Ministry of Education’s dispatch 5201 on the Week of 2024, as told by Quảng Nam newspaper',
  },
  url: 'https://vietnam.vn/en/quang-nam-xay-dung-ke-hoach-to-chuc-tuan-le-huong-ung-hoc-tap-suot-doi',
  asOf: '2024-09-09',
}

export const libraries: Source = {
  title: {
    vi: 'Bộ Văn hóa, Thể thao và Du lịch: xe thư viện số lưu động',
    en: 'Ministry of Culture, Sports and Tourism: the mobile digital library vehicles',
  },
  url: 'https://www.vietnam.vn/en/xe-thu-vien-so-luu-dong-lan-toa-van-hoa-doc-den-moi-nguoi-dan',
  asOf: '2025-10-15',
}
