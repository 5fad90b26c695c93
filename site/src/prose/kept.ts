import type { Both } from '../words/words.ts'

/** What is kept of persons, in plain words; one row per personal family of the table (a test holds it to that). */
export const kept: readonly { family: string; what: Both; why: Both; long: Both; erase: Both }[] = [
  {
    family: 'name',
    what: { vi: 'Tên ghi trong sổ, nếu chọn ghi tên', en: 'The name in the book, if one was chosen' },
    why: { vi: 'Để hiện trong sổ và trên biên nhận', en: 'To show it in the book and on the receipt' },
    long: {
      vi: '10 năm, hoặc tới khi bấm Ẩn tên tôi; 30 ngày nếu không trả tiền',
      en: '10 years, or until hidden; 30 days if nothing was paid',
    },
    erase: { vi: 'Bấm Ẩn tên tôi trên biên nhận', en: 'Press Hide my name on the receipt' },
  },
  {
    family: 'donor',
    what: {
      vi: 'Một con số ngẫu nhiên của biên nhận; tên pháp nhân và mã số thuế nếu góp nhân danh tổ chức',
      en: 'A random number of the receipt; legal name and tax code of an organization that gave',
    },
    why: {
      vi: 'Để người góp chứng minh dòng nào trong sổ là của mình, và in giấy xác nhận',
      en: 'So that a donor can prove which line of the book is theirs, and print the confirmation',
    },
    long: { vi: '10 năm khi đã trả tiền; 30 ngày nếu không', en: '10 years once paid; 30 days if not' },
    erase: { vi: 'Tự mất khi hết hạn', en: 'It expires by itself' },
  },
  {
    family: 'email',
    what: { vi: 'Email, nếu có ghi khi góp, và lúc đã đồng ý', en: 'The email address, if given, and when you agreed' },
    why: { vi: 'Chỉ để gửi biên nhận', en: 'Only to send the receipt' },
    long: {
      vi: '90 ngày sau khi gửi biên nhận; 30 ngày nếu không trả tiền',
      en: '90 days after the receipt was sent; 30 days if nothing was paid',
    },
    erase: { vi: 'Bấm Xóa email của tôi trên biên nhận', en: 'Press Erase my email on the receipt' },
  },
  {
    family: 'address',
    what: {
      vi: 'Dấu băm của email đã nhận biên nhận, không đọc ngược lại được',
      en: 'A digest of the address that got a receipt; it cannot be read back',
    },
    why: {
      vi: 'Để gửi lại đường dẫn khi được xin, và thôi gửi khi thư không tới',
      en: 'To send links again when asked, and to stop when a letter does not arrive',
    },
    long: { vi: '90 ngày sau khi gửi biên nhận', en: '90 days after a receipt was sent' },
    erase: { vi: 'Mất cùng lúc với email', en: 'It goes together with the address' },
  },
  {
    family: 'letter',
    what: {
      vi: 'Thư chờ gửi: mã khoản góp, hoặc dấu băm của email xin đường dẫn',
      en: 'A letter that waits: the id of a gift, or the digest of an address that asked for links',
    },
    why: {
      vi: 'Để không lá thư nào bị mất khi máy gửi thư nghỉ',
      en: 'So that no letter is lost while the post is down',
    },
    long: { vi: 'Tới khi gửi xong', en: 'Until it is sent' },
    erase: { vi: 'Tự mất khi gửi xong', en: 'It goes once it is sent' },
  },
  {
    family: 'limit',
    what: {
      vi: 'Dấu băm của địa chỉ mạng, không đọc ngược lại được',
      en: 'A digest of the network address that cannot be read back',
    },
    why: { vi: 'Để chặn người dò mã biên nhận', en: 'To stop those who guess receipt codes' },
    long: { vi: 'Nhiều nhất một giờ', en: 'An hour at most' },
    erase: { vi: 'Tự mất khi hết hạn', en: 'It expires by itself' },
  },
  {
    family: 'unallocated',
    what: {
      vi: 'Nội dung chuyển khoản không có mã của trang, như ngân hàng gửi tới',
      en: 'The text of a transfer without a code of this site, as the bank sends it',
    },
    why: {
      vi: 'Để biết tiền đó góp cho chương trình nào; không công khai',
      en: 'To find out which program it is for; never public',
    },
    long: {
      vi: 'Tới khi biết góp cho chương trình nào, rồi 10 năm, là chứng từ tiền',
      en: 'Until its program is known, then 10 years, as a voucher of money',
    },
    erase: {
      vi: 'Trước hạn thì không xóa được: luật kế toán buộc giữ',
      en: 'Not before that: accounting law has it kept',
    },
  },
  {
    family: 'outgoing',
    what: { vi: 'Nội dung các lần chuyển tiền đi', en: 'The text of transfers that left the account' },
    why: { vi: 'Để đối chiếu với sao kê của ngân hàng', en: 'To compare the book with the bank’s statement' },
    long: { vi: '10 năm, là chứng từ tiền', en: '10 years, as a voucher of money' },
    erase: {
      vi: 'Trước hạn thì không xóa được: luật kế toán buộc giữ',
      en: 'Not before that: accounting law has it kept',
    },
  },
]
