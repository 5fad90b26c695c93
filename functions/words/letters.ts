import { speaker } from './words.ts'

/** What letters say; of their own, so that no other function carries their sentences. */
export const vi = {
  from: 'Thành phố học tập',
  'receipt-subject': 'Biên nhận {number}: {amount} cho {program}',
  received: 'Cảm ơn. Quỹ đã nhận {amount}.',
  'amount-words': 'Bằng chữ',
  number: 'Số biên nhận',
  code: 'Mã ngắn',
  at: 'Quỹ nhận lúc',
  zone: '{time} (giờ Việt Nam, GMT+7)',
  program: 'Góp cho',
  entity: 'Bên nhận',
  open: 'Mở biên nhận',
  key: 'Ai có đường dẫn này đều mở được biên nhận. Muốn giữ riêng thì đừng chuyển tiếp thư.',
  erase:
    'Địa chỉ email này chỉ để gửi biên nhận, tự xóa sau 90 ngày. Muốn xóa ngay: mở biên nhận, bấm Xóa email của tôi.',
  ask: 'Có gì cần hỏi, gọi quỹ: {phone}. Thư trả lời vào địa chỉ này không ai đọc.',
  test: 'Bản thử. Không phải tiền thật.',
  'links-subject': 'Đường dẫn tới các biên nhận',
  links: 'Các biên nhận đã gửi tới địa chỉ này, mới nhất ở trên:',
  'links-unasked': 'Không xin thư này thì bỏ qua: đường dẫn chỉ gửi tới đây, không ai khác thấy.',
} as const

export const en: Record<keyof typeof vi, string> = {
  from: 'Learning City',
  'receipt-subject': 'Receipt {number}: {amount} for {program}',
  received: 'Thank you. {amount} received.',
  'amount-words': 'In words',
  number: 'Receipt number',
  code: 'Short code',
  at: 'Received',
  zone: '{time} (Viet Nam time, GMT+7)',
  program: 'For',
  entity: 'Received by',
  open: 'Open the receipt',
  key: 'Whoever has this link can open the receipt. To keep it to yourself, do not forward this letter.',
  erase:
    'This email address serves only to send the receipt and is erased after 90 days. To erase it now: open the receipt and press Erase my email.',
  ask: 'Questions? Call the fund: {phone}. Nobody reads replies to this address.',
  test: 'Trial version. Not real money.',
  'links-subject': 'Links to your receipts',
  links: 'The receipts that were sent to this address, the newest first:',
  'links-unasked': 'If you did not ask for this letter, leave it: the links went here only, and nobody else saw them.',
}

export type LetterWord = keyof typeof vi
export const sayInLetter = speaker<LetterWord>({ vi, en })
