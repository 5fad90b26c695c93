import type { Prose } from './prose.ts'

export const report: Prose = {
  title: { vi: 'Báo có gì sai', en: 'Report a problem' },
  lead: {
    vi: 'Số tiền sai, tên hiện nhầm, trang giả, chữ khó đọc: cứ nói.',
    en: 'A wrong amount, a name that should not show, a false site, words that are hard to read: tell us.',
  },
  sections: [
    {
      id: 'whom',
      heading: { vi: 'Nói với ai', en: 'Whom to tell' },
      text: [
        {
          vi: 'Gọi hoặc tới nơi này. Trang chưa có hộp thư, nên không có mẫu điền để rồi thất lạc.',
          en: 'Call or come here. The site has no inbox yet, so there is no form in which your words could be lost.',
        },
      ],
      shows: 'contact',
    },
    {
      id: 'what',
      heading: { vi: 'Nên có sẵn', en: 'What helps' },
      list: [
        {
          vi: 'Chuyện tiền: mã ngắn trên biên nhận, số tiền, giờ trả. Đừng đưa mã OTP hay số thẻ.',
          en: 'About money: the short code, the amount, the hour. Give nobody an OTP or the number of a card.',
        },
        { vi: 'Chuyện sổ: số dòng.', en: 'About the book: the number of the line.' },
        {
          vi: 'Chuyện trang: địa chỉ trang, máy đang dùng, một tấm hình chụp.',
          en: 'About the site: the address, the device, a picture of the screen.',
        },
      ],
    },
    {
      id: 'next',
      heading: { vi: 'Rồi sao nữa', en: 'What happens then' },
      list: [
        {
          vi: 'Ghi nhầm tiền: sổ không sửa dòng cũ mà thêm một dòng ngược lại, ai cũng thấy.',
          en: 'Money written down wrongly: the book never changes a line; an opposite line is added for all to see.',
        },
        {
          vi: 'Trả hai lần: cả hai dòng nằm trong sổ, khoản sau được đánh dấu để người của quỹ xem lại và hoàn nếu lỡ tay.',
          en: 'Paid twice: both lines stand in the book; the second is marked for the fund to look at, and is given back if it was a mistake.',
        },
        {
          vi: 'Tên hiện nhầm: bấm Ẩn tên tôi trên biên nhận, hoặc gọi để được giúp.',
          en: 'A name that should not show: press Hide my name on the receipt, or call for help.',
        },
      ],
    },
  ],
}
