import type { Prose } from './prose.ts'

export const access: Prose = {
  title: { vi: 'Ai cũng dùng được', en: 'Accessibility' },
  lead: {
    vi: 'Trang làm cho điện thoại rẻ, mạng chậm, mắt kém, tay run, và người dùng bàn phím hay trình đọc màn hình.',
    en: 'The site is made for cheap phones, slow networks, weak eyes, shaking hands, keyboards and screen readers.',
  },
  sections: [
    {
      id: 'aim',
      heading: { vi: 'Mức nhắm tới', en: 'What we aim for' },
      text: [
        {
          vi: 'WCAG 2.2 mức AA. Mỗi lần đổi trang, máy kiểm từng loại trang bằng axe, hai thứ tiếng, khổ 360 và 1280 điểm, nền sáng và nền tối; có lần góp trọn vẹn chỉ bằng bàn phím và một lần không chạy script.',
          en: 'WCAG 2.2 level AA. With each change, machines check every type of page with axe, in two languages, at 360 and 1280 px, by day and by night; one gift is given with the keyboard alone and one without script.',
        },
      ],
    },
    {
      id: 'works',
      heading: { vi: 'Làm được gì', en: 'What works' },
      list: [
        {
          vi: 'Góp tiền, đọc sổ, tìm phường không cần script.',
          en: 'Giving, reading the book and finding a ward need no script.',
        },
        { vi: 'Phóng chữ tới 200 % không mất nội dung.', en: 'Text can grow to 200 % and nothing is lost.' },
        {
          vi: 'Nút bấm cao ít nhất 48 điểm; ô tiền 56 điểm.',
          en: 'Controls are at least 48 px high, money buttons 56 px.',
        },
        {
          vi: 'Lỗi được nói bằng lời, ngay tại ô cần sửa; chữ đã gõ còn nguyên.',
          en: 'Errors are said in words at their field, and what was typed stays.',
        },
      ],
    },
    {
      id: 'lacks',
      heading: { vi: 'Chưa được', en: 'What falls short' },
      list: [
        {
          vi: 'Chưa có người khiếm thị và người cao tuổi thử trang một cách bài bản.',
          en: 'No methodical test with blind and older people has been held yet.',
        },
        {
          vi: 'Trang trả tiền của VNPAY, MoMo, ZaloPay và Stripe không do chúng tôi làm.',
          en: 'The pages to pay at VNPAY, MoMo, ZaloPay and Stripe are not made by us.',
        },
        {
          vi: 'Chấm trên bản đồ nhỏ; danh sách bên dưới có đủ các nơi đó.',
          en: 'Dots of the map are small; the list below it has all the same places.',
        },
        {
          vi: 'Không script thì sổ không hiện tên và chỉ có các dòng tới lần dựng trang gần nhất.',
          en: 'Without script the book shows no names and only the lines up to the last build of the site.',
        },
      ],
    },
    {
      id: 'tell',
      heading: { vi: 'Vướng chỗ nào thì nói', en: 'Tell us where you got stuck' },
      shows: 'contact',
    },
  ],
}
