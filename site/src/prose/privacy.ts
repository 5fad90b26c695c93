import type { Prose } from './prose.ts'

export const privacy: Prose = {
  title: { vi: 'Quyền riêng tư', en: 'Privacy' },
  lead: {
    vi: 'Trang này giữ càng ít càng tốt. Góp không ghi tên thì chúng tôi không biết ai góp.',
    en: 'This site keeps as little as it can. If you give without a name, we do not know who gave.',
  },
  sections: [
    {
      id: 'kept',
      heading: { vi: 'Giữ gì, để làm gì, bao lâu', en: 'What is kept, why, how long' },
      shows: 'kept',
    },
    {
      id: 'public',
      heading: { vi: 'Điều gì ai cũng đọc được', en: 'What everyone can read' },
      text: [
        {
          vi: 'Sổ thu chi ghi giờ chẵn, chương trình, số tiền, và tên nếu người góp bấm Góp và ghi tên. Không ghi gì khác về người góp.',
          en: 'The public book has the full hour, the program, the amount, and a name if the donor pressed Give and show my name. Nothing else about a donor is in it.',
        },
        {
          vi: 'Đổi ý thì bấm Ẩn tên tôi trên biên nhận. Tên mất khỏi sổ và không lấy lại được; dòng tiền vẫn còn.',
          en: 'If you change your mind, press Hide my name on the receipt. The name leaves the book for good; the line of money stays.',
        },
      ],
    },
    {
      id: 'money',
      heading: { vi: 'Vì sao số tiền được giữ mười năm', en: 'Why amounts are kept for ten years' },
      text: [
        {
          vi: 'Luật kế toán buộc giữ chứng từ thu tiền mười năm (Nghị định 174/2016). Phần đó không có tên người.',
          en: 'Accounting law has vouchers of money kept for ten years (Decree 174/2016). That part holds no person.',
        },
      ],
    },
    {
      id: 'bank',
      heading: { vi: 'Ngân hàng và bên thanh toán biết gì', en: 'What your bank and the payment provider know' },
      text: [
        {
          vi: 'Tùy cách trả đã chọn, tiền đi qua VNPAY, MoMo, ZaloPay hay Stripe (thẻ nước ngoài), hoặc chuyển khoản thẳng vào tài khoản quỹ. Thẻ, ví và tài khoản chỉ đưa cho ngân hàng và bên đó. Chúng tôi không thấy số thẻ, chỉ nhận mã của lần trả, số tiền, và lý do nếu không trả được.',
          en: 'Depending on the way you choose, the money goes through VNPAY, MoMo, ZaloPay or Stripe (cards abroad), or by transfer straight to the account of the fund. Card, wallet and account are given to your bank and to that provider only. We never see the number of a card, only the reference of the payment, the amount, and the reason if it failed.',
        },
        {
          vi: 'Chúng tôi gửi cho bên thanh toán: mã của lần trả, số tiền, mã ngắn và tên chương trình; không gửi tên người góp. VNPAY còn đòi địa chỉ mạng của người trả để chống gian lận; chúng tôi chuyển tiếp lúc đó và không giữ lại.',
          en: 'We send the provider the reference of the payment, the amount, the short code and the name of the program, and no name of a donor. VNPAY also asks for the network address of the payer against fraud; we pass it on at that moment and do not keep it.',
        },
        {
          vi: 'Chuyển khoản thì ngân hàng, hoặc dịch vụ đọc sao kê thay quỹ, báo cho chúng tôi số tiền, giờ và nội dung người chuyển ghi. Nội dung đó không bao giờ công khai.',
          en: 'Of a transfer, the bank, or a service that reads the account for the fund, tells us the amount, the time and the text that the payer wrote. That text is never public.',
        },
        {
          vi: 'Stripe ở nước ngoài: chọn cách đó là dữ liệu của lần trả ra khỏi Việt Nam.',
          en: 'Stripe is abroad: if you choose it, the data of the payment leaves Viet Nam.',
        },
      ],
    },
    {
      id: 'mail',
      heading: { vi: 'Biên nhận qua email đi đường nào', en: 'Which way a receipt by email goes' },
      text: [
        {
          vi: 'Chỉ khi có ghi email. Thư đi qua dịch vụ gửi thư Amazon SES ở Singapore rồi tới hộp thư của người nhận. Trong thư không có gì báo về lúc mở hay bấm. Thư không tới được thì trên biên nhận có ghi, và không gửi tới địa chỉ đó nữa.',
          en: 'Only if an email address was given. The letter goes through the mail service Amazon SES in Singapore to the mailbox. Nothing in it reports when it is opened or a link is pressed. If it does not arrive, the receipt says so, and nothing more is sent to that address.',
        },
      ],
    },
    {
      id: 'device',
      heading: { vi: 'Điều nằm trên máy của mình', en: 'What stays on your device' },
      text: [
        {
          vi: 'Không có cookie, không quảng cáo, không theo dõi. Phường đã chọn, biên nhận bấm giữ, lần góp gần nhất và tên của cách trả đã chọn chỉ nằm trên máy; xóa dữ liệu trình duyệt là hết. Mỗi thẻ trình duyệt tự đặt một mã ngẫu nhiên, đóng thẻ là mất; mã chỉ để hãm kẻ gửi hàng loạt.',
          en: 'There are no cookies, no advertisements and no tracking. The ward you chose, the receipts you chose to keep, the last try to give and the name of the way you paid stay on the device; clearing the browser removes them. Each tab draws a random name for itself that is gone when it is closed; it only serves to slow floods.',
        },
      ],
    },
    {
      id: 'children',
      heading: { vi: 'Trẻ em', en: 'Children' },
      text: [
        {
          vi: 'Không trang nào ghi tên, trường, hình hay chỗ ở của một em. Tiền góp vào quỹ chung, không gắn với một em.',
          en: 'No page shows the name, school, picture or home of a child. Gifts go to a general fund and are not tied to one child.',
        },
      ],
    },
    {
      id: 'rights',
      heading: { vi: 'Quyền của mình', en: 'Your rights' },
      text: [
        {
          vi: 'Muốn biết, sửa hay xóa điều gì về mình thì gọi hoặc tới nơi dưới đây, mang theo biên nhận. Luật Bảo vệ dữ liệu cá nhân 91/2025 cho quyền đó.',
          en: 'To know, correct or erase something about yourself, call or come to the office below with your receipt. The Personal Data Protection Law 91/2025 gives you that right.',
        },
      ],
      shows: 'contact',
    },
  ],
}
