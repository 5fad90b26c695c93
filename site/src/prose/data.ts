import type { Prose } from './prose.ts'

export const data: Prose = {
  title: { vi: 'Dữ liệu mở', en: 'Open data' },
  lead: {
    vi: 'Trang này đọc từ đâu thì ai cũng đọc được từ đó. Không cần xin, không cần khóa.',
    en: 'What this site reads, anyone can read. No permission and no key is needed.',
  },
  sections: [
    {
      id: 'endpoints',
      heading: { vi: 'Địa chỉ để đọc', en: 'Where to read' },
      text: [
        {
          vi: 'Số tiền là số nguyên đồng, giờ theo ISO 8601 (UTC). Mô tả đầy đủ theo OpenAPI 3.1 ở /api/openapi.json.',
          en: 'Amounts are whole đồng, times ISO 8601 in UTC. The full description as OpenAPI 3.1 is at /api/openapi.json.',
        },
      ],
      shows: 'endpoints',
    },
    {
      id: 'csv',
      heading: { vi: 'Sổ thu chi dạng CSV', en: 'The book as CSV' },
      text: [
        {
          vi: 'Cột giống như sổ: dòng, mã dòng, giờ, chương trình, loại, số tiền, còn lại cả thành phố, còn lại chương trình, tên nếu người góp chọn ghi, dòng liên quan, chi tiết (JSON: trả cho ai, việc gì, tổng của ngày). Mỗi tệp có nhiều nhất 10.000 dòng; phần sau nằm ở tiêu đề Link.',
          en: 'The columns of the book: line, entry id, hour, program, kind, amount, balance of the city, balance of the program, name if the donor chose to show it, related line, facts (JSON: who was paid, what for, sums of a day). A file has at most 10,000 lines; the Link header names the next.',
        },
      ],
    },
    {
      id: 'verify',
      heading: { vi: 'Kiểm một dòng', en: 'Check a line' },
      text: [
        {
          vi: 'Người góp tải tệp biên nhận về, băm SHA-256 chuỗi “ledger-receipt-v1”, 32 byte ngẫu nhiên và nội dung biên nhận (RFC 8785). Kết quả phải bằng mã cam kết trong tệp. Số tiền và mã dòng phải bằng trong sổ.',
          en: 'A donor downloads the receipt file and takes SHA-256 of “ledger-receipt-v1”, the 32 random bytes and the receipt (RFC 8785). It must equal the commitment in the file; amount and entry id must equal the book.',
        },
      ],
    },
    {
      id: 'cite',
      heading: { vi: 'Dùng lại và ghi nguồn', en: 'Use and cite' },
      text: [
        {
          vi: 'Số liệu dùng lại tự do, ghi tên trang, địa chỉ và giờ đọc. Tên người trong sổ do chính họ chọn hiện và có thể ẩn bất cứ lúc nào: đừng chép tên đi nơi khác.',
          en: 'Figures are free to use; name the site, the address and the hour of reading. Names in the book are shown by choice and may be hidden any time: do not copy them elsewhere.',
        },
      ],
    },
  ],
}
