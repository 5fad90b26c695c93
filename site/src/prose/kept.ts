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
    what: { vi: 'Một con số ngẫu nhiên của biên nhận', en: 'A random number of the receipt' },
    why: {
      vi: 'Để người góp chứng minh dòng nào trong sổ là của mình',
      en: 'So that a donor can prove which line of the book is theirs',
    },
    long: { vi: '10 năm khi đã trả tiền; 30 ngày nếu không', en: '10 years once paid; 30 days if not' },
    erase: { vi: 'Tự mất khi hết hạn', en: 'It expires by itself' },
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
    long: { vi: 'Mãi mãi, là chứng từ tiền', en: 'For ever, as a voucher of money' },
    erase: { vi: 'Không xóa được: luật kế toán buộc giữ', en: 'It cannot be erased: accounting law has it kept' },
  },
  {
    family: 'outgoing',
    what: { vi: 'Nội dung các lần chuyển tiền đi', en: 'The text of transfers that left the account' },
    why: { vi: 'Để đối chiếu với sao kê của ngân hàng', en: 'To compare the book with the bank’s statement' },
    long: { vi: 'Mãi mãi, là chứng từ tiền', en: 'For ever, as a voucher of money' },
    erase: { vi: 'Không xóa được: luật kế toán buộc giữ', en: 'It cannot be erased: accounting law has it kept' },
  },
]
