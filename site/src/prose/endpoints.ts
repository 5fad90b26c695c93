import type { Both } from '../words/words.ts'

/** What each address of the public API is good for; one row per GET address without a secret in it (a test holds it to that). */
export const endpoints: Readonly<Record<string, Both>> = {
  '/api/programs': {
    vi: 'Mọi chương trình và pháp nhân; lọc theo area, kind',
    en: 'All programs and entities; filter by area, kind',
  },
  '/api/programs/{slug}': {
    vi: 'Một chương trình, và hôm nay có nhận góp không',
    en: 'One program, and whether it takes gifts today',
  },
  '/api/areas': { vi: '168 phường, xã, đặc khu và các quận, huyện cũ', en: 'The 168 units and the former districts' },
  '/api/questions': { vi: 'Câu hỏi và câu trả lời', en: 'Questions and answers' },
  '/api/giving': { vi: 'Thành phố có đang nhận góp không', en: 'Whether the city takes gifts now' },
  '/api/ways': {
    vi: 'Các cách trả đang mở, mỗi cách nhận từ bao nhiêu tới bao nhiêu',
    en: 'The ways to pay that are open, with the least and most of each',
  },
  '/api/totals': {
    vi: 'Đã nhận, đã chi, đã hoàn, phí, còn lại; và tiền chưa rõ chương trình',
    en: 'Received, paid out, refunded, fees, left; and money whose program is not known',
  },
  '/api/book': {
    vi: 'Sổ thu chi; lọc theo program, date, amountVnd, line',
    en: 'The public book; filter by program, date, amountVnd, line',
  },
  '/api/statements': {
    vi: 'Bản đối soát từng ngày trong tháng; lọc theo month',
    en: 'Statements of a month’s days; filter by month',
  },
  '/api/statements/{day}': {
    vi: 'Mọi bản đối soát của một ngày, kèm mã SHA-256 mà sổ cũng ghi',
    en: 'Every version of a day’s statement, with the SHA-256 that the book names too',
  },
  '/api/book.csv': { vi: 'Sổ thu chi dạng CSV, cùng bộ lọc', en: 'The public book as CSV, with the same filters' },
}
