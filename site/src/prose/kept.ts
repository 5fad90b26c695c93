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
]
