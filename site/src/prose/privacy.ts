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
      heading: { vi: 'Ngân hàng và VNPAY biết gì', en: 'What your bank and VNPAY know' },
      text: [
        {
          vi: 'Lúc trả tiền, thẻ và tài khoản chỉ đưa cho ngân hàng và VNPAY. Chúng tôi không thấy số thẻ, chỉ nhận mã của lần trả và số tiền. VNPAY đòi địa chỉ mạng của người trả để chống gian lận; chúng tôi chuyển tiếp lúc đó và không giữ lại.',
          en: 'When you pay, card and account are given to your bank and to VNPAY only. We never see the number of a card, only the reference of the payment and the amount. VNPAY asks for the network address of the payer against fraud; we pass it on at that moment and do not keep it.',
        },
      ],
    },
    {
      id: 'device',
      heading: { vi: 'Điều nằm trên máy của mình', en: 'What stays on your device' },
      text: [
        {
          vi: 'Không có cookie, không quảng cáo, không theo dõi. Phường đã chọn, biên nhận bấm giữ và lần góp gần nhất chỉ nằm trên máy; xóa dữ liệu trình duyệt là hết.',
          en: 'There are no cookies, no advertisements and no tracking. The ward you chose, the receipts you chose to keep and the last try to give stay on the device; clearing the browser removes them.',
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
