import type { Prose } from './prose.ts'

export const real: Prose = {
  title: { vi: 'Có phải trang thật không?', en: 'Is this the real site?' },
  lead: {
    vi: 'Ba điều xem trước khi góp, mất chừng mười giây.',
    en: 'Three things to look at before giving. It takes ten seconds.',
  },
  sections: [
    {
      id: 'address',
      heading: { vi: '1. Địa chỉ trên thanh trình duyệt', en: '1. The address in the browser' },
      shows: 'domain',
    },
    {
      id: 'account',
      heading: { vi: '2. Tên và tài khoản bên nhận', en: '2. The name and the account' },
      text: [
        {
          vi: 'Lúc trả tiền hay quét mã QR, tên bên nhận phải đúng tên pháp nhân ghi ở trang Chúng tôi là ai. Không bao giờ là tên một người.',
          en: 'When you pay or scan a QR code, the receiver must be a legal entity named on the page Who we are. It is never the name of a person.',
        },
      ],
    },
    {
      id: 'line',
      heading: { vi: '3. Dòng của mình trong sổ', en: '3. Your line in the book' },
      text: [
        {
          vi: 'Góp xong, khoản tiền hiện trong sổ thu chi thường trong một phút. Không thấy thì tìm lại biên nhận bằng mã ngắn và số tiền.',
          en: 'After giving, the amount shows in the public book, as a rule within a minute. If it does not, find your receipt by its short code and the amount.',
        },
      ],
    },
    {
      id: 'never',
      heading: { vi: 'Điều không bao giờ có', en: 'What never happens' },
      list: [
        { vi: 'Gọi điện, nhắn tin để xin tiền.', en: 'A call or message that asks for money.' },
        { vi: 'Hỏi mã OTP, mật khẩu, số thẻ.', en: 'Asking for an OTP, a password or a card number.' },
        { vi: 'Gửi đường dẫn bảo cài ứng dụng.', en: 'A link that tells you to install an app.' },
        {
          vi: 'Giục góp gấp, hứa quay số, hứa hoàn tiền gấp đôi.',
          en: 'Hurry, prizes, or a promise to double your money.',
        },
      ],
    },
    {
      id: 'cheated',
      heading: { vi: 'Lỡ bị lừa thì sao', en: 'If you were cheated' },
      list: [
        { vi: 'Gọi ngay cho ngân hàng của mình để chặn tiền.', en: 'Call your bank at once to stop the money.' },
        {
          vi: 'Báo công an phường, giữ lại tin nhắn và hình chụp.',
          en: 'Tell the police of your ward; keep the messages and pictures.',
        },
        { vi: 'Gọi cho chúng tôi để báo cho người khác biết.', en: 'Call us, so that others are warned.' },
      ],
      shows: 'contact',
    },
    {
      id: 'test',
      heading: { vi: 'Bản thử trông ra sao', en: 'What a test copy looks like' },
      text: [
        {
          vi: 'Bản thử có dải vàng trên cùng ghi “Bản thử. Không phải tiền thật.” và dấu chìm trên biên nhận. Không chuyển tiền thật vào bản thử.',
          en: 'A test copy has a yellow band at the top that says “Test copy. Not real money.” and a watermark on receipts. Send no real money to it.',
        },
      ],
    },
  ],
}
