import { box, clockTime, dong, escaped, levers, page as standInPage } from './levers.ts'
import type { Notice } from './notices.ts'
import type { Bank } from './vnpay-bank.ts'
import type { Payment, Transaction, Wrong } from './vnpay-payments.ts'
import type { RefundSwitches } from './vnpay-refunds.ts'

type Lang = Payment['lang']

const words = {
  vi: {
    mark: 'Cổng thử / stand-in. Không phải VNPAY, không phải tiền thật.',
    title: 'Thanh toán (cổng thử)',
    order: 'Mã đơn',
    amount: 'Số tiền',
    info: 'Nội dung',
    until: 'Trả trước (giờ Việt Nam)',
    acts: 'Làm như người trả hoặc ngân hàng',
    approve: 'Trả',
    decline: 'Ngân hàng từ chối',
    cancel: 'Hủy',
    close: 'Đóng cửa sổ',
    late: 'Trả trễ',
    suspect: 'Bị trừ tiền, nghi gian lận',
    closed: 'Cửa sổ coi như đã đóng. Chưa trả gì.',
    lateSaid: 'Tiền sẽ tới một phút sau khi hết hạn. Coi như cửa sổ đã đóng.',
    again: 'Mở lại trang trả tiền',
    stopped: 'Cổng thử không nhận yêu cầu này',
  },
  en: {
    mark: 'Cổng thử / stand-in. Not VNPAY, no real money.',
    title: 'Payment (stand-in)',
    order: 'Order',
    amount: 'Amount',
    info: 'For',
    until: 'Pay before (Viet Nam time)',
    acts: 'Play the payer or the bank',
    approve: 'Pay',
    decline: 'Bank declines',
    cancel: 'Cancel',
    close: 'Close the window',
    late: 'Pay late',
    suspect: 'Debited, suspected fraud',
    closed: 'The window counts as closed. Nothing was paid.',
    lateSaid: 'The money will come one minute after the time limit. The window counts as closed.',
    again: 'Open the payment page again',
    stopped: 'The stand-in does not take this request',
  },
}
const wrongs: Record<Wrong['code'], Record<Lang, string>> = {
  '01': { vi: 'Giao dịch đã tồn tại', en: 'This order exists already' },
  '03': { vi: 'Dữ liệu gửi sang không đúng định dạng', en: 'A field has the wrong format' },
  '04': { vi: 'Số tiền hợp lệ từ 5,000 đến dưới 1 tỷ đồng', en: 'The amount must be 5,000 to under 1 billion đồng' },
  '15': { vi: 'Giao dịch đã quá thời gian chờ thanh toán', en: 'The time to pay is over' },
  '70': { vi: 'Sai chữ ký', en: 'Wrong signature' },
  '72': { vi: 'Không tìm thấy website', en: 'No such merchant' },
}

const page = (lang: Lang, title: string, body: string): string => standInPage(lang, words[lang].mark, title, body)

const acts = ['approve', 'decline', 'cancel', 'close', 'late', 'suspect'] as const
export type Act = (typeof acts)[number]
export const isAct = (text: string | null): text is Act => acts.some((act) => act === text)

const buttons = (reference: string, lang: Lang, from: 'payer' | 'list'): string =>
  `<form method="post" action="/play"><input type="hidden" name="reference" value="${escaped(reference)}"><input type="hidden" name="from" value="${from}">${acts
    .map(
      (act) =>
        `<button name="act" value="${act}"${act === 'approve' ? ' class="main"' : ''}>${words[lang][act]}</button>`,
    )
    .join('')}</form>`

/** Where the payer decides. */
export function paymentPage({ reference, amountVnd, info, lang, expiresAt }: Payment): string {
  const w = words[lang]
  const rows = [
    [w.amount, dong(amountVnd, lang)],
    [w.info, info],
    [w.order, reference],
    [w.until, clockTime(expiresAt)],
  ]
  const list = rows.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value!)}</dd>`).join('')
  return page(lang, w.title, `<dl>${list}</dl><h2>${w.acts}</h2>${buttons(reference, lang, 'payer')}`)
}

export const sayPage = ({ lang, query }: Payment, what: 'closed' | 'lateSaid'): string =>
  page(
    lang,
    words[lang].title,
    `<p>${words[lang][what]}</p><p><a href="/paymentv2/vpcpay.html?${escaped(query)}">${words[lang].again}</a></p>`,
  )

export const wrongPage = ({ code, field }: Wrong, lang: Lang): string =>
  page(lang, words[lang].stopped, `<p>${code}: ${wrongs[code][lang]}${field ? ` (${escaped(field)})` : ''}</p>`)

const paymentLine = (
  payment: Payment,
  notices: readonly Notice<{ payment: Payment; transaction: Transaction }>[],
): string => {
  const sent = notices
    .filter(({ of }) => of.payment === payment)
    .map(({ of: { transaction }, answers, done, dueAt }) => {
      const next = done ? 'xong' : Number.isFinite(dueAt) ? `gửi lại ${clockTime(dueAt)}` : 'đang gửi'
      return `<li>${transaction.responseCode}/${transaction.status} số ${transaction.number}, ${dong(transaction.amountVnd, 'vi')}: ${escaped(answers.join(', ') || 'chưa gửi')}; ${next}</li>`
    })
  const back = payment.refunds.map(
    ({ amountVnd, status, at }) => `<li>Hoàn ${dong(amountVnd, 'vi')}: ${status}, ${clockTime(at)}</li>`,
  )
  return `<li><strong>${escaped(payment.reference)}</strong> ${dong(payment.amountVnd, 'vi')}, ${escaped(payment.info)}<ul>${sent.join('')}${back.join('')}</ul>${buttons(payment.reference, 'vi', 'list')}</li>`
}

const refundLevers = ({ off, refuse }: RefundSwitches): string =>
  `<form method="post" action="/refunds">${box('off', off, 'tắt, như sandbox (99)')}${box('refuse', refuse, 'ngân hàng không nhận (09)')}<button>Đặt</button><button name="now" value="yes">Xong ngay các lần hoàn đang chờ</button></form>`

/** All payments of this run, with the provider's levers. */
export function listPage({ payments, notices, switches, refunds }: Bank): string {
  const lines = [...payments.values()].reverse().map((payment) => paymentLine(payment, notices.notices))
  return page(
    'vi',
    'VNPAY (cổng thử)',
    `<h2>Đơn</h2><ul>${lines.join('') || '<li>Chưa có đơn nào</li>'}</ul><h2>Sự cố trên đường báo tin</h2>${levers(switches)}<h2>Hoàn tiền</h2>${refundLevers(refunds)}`,
  )
}
