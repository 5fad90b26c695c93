import type { Notice, Switches } from './vnpay-notices.ts'
import type { Payment, Wrong } from './vnpay-payments.ts'
import { stamp } from './vnpay-wire.ts'

type Lang = Payment['lang']

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
const dong = (vnd: number, lang: Lang): string =>
  `${new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en').format(vnd)} ₫`
const clockTime = (ms: number): string => {
  const text = stamp(ms)
  return `${text.slice(8, 10)}:${text.slice(10, 12)}:${text.slice(12)} ${text.slice(6, 8)}/${text.slice(4, 6)}/${text.slice(0, 4)}`
}

export const style = `:root{color-scheme:light dark;font:18px/1.6 system-ui,sans-serif}
body{margin:0 auto;max-width:40rem;padding:1rem;color:#1b1b2a;background:#fff}
.mark{background:#f2b632;color:#1b1b2a;padding:.5rem 1rem;margin:0 0 1rem;font-weight:700}
button{font:inherit;min-height:48px;padding:.25rem 1rem;margin:.25rem .5rem .25rem 0;border:2px solid #0b4f8a;border-radius:4px;background:#fff;color:#0b4f8a}
button.main{background:#0b4f8a;color:#fff}dt{font-weight:700}dd{margin:0 0 .5rem;overflow-wrap:anywhere}
li{margin-bottom:1rem;overflow-wrap:anywhere}label{display:block;min-height:32px}input{font:inherit}a{color:#0b4f8a}
@media(prefers-color-scheme:dark){body{color:#eee;background:#111c26}a{color:#9cf}button{color:#9cf;background:#111c26;border-color:#9cf}button.main{background:#9cf;color:#111c26}}
`

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

const page = (lang: Lang, title: string, body: string): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,"></head><body><main><p class="mark">${words[lang].mark}</p><h1>${escaped(title)}</h1>${body}</main></body></html>`

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

const paymentLine = (payment: Payment, notices: readonly Notice[]): string => {
  const sent = notices
    .filter((notice) => notice.payment === payment)
    .map(({ transaction, answers, done, dueAt }) => {
      const next = done ? 'xong' : Number.isFinite(dueAt) ? `gửi lại ${clockTime(dueAt)}` : 'đang gửi'
      return `<li>${transaction.responseCode}/${transaction.status} số ${transaction.number}, ${dong(transaction.amountVnd, 'vi')}: ${escaped(answers.join(', ') || 'chưa gửi')}; ${next}</li>`
    })
  return `<li><strong>${escaped(payment.reference)}</strong> ${dong(payment.amountVnd, 'vi')}, ${escaped(payment.info)}<ul>${sent.join('')}</ul>${buttons(payment.reference, 'vi', 'list')}</li>`
}

const box = (name: string, on: boolean, text: string): string =>
  `<label><input type="checkbox" name="${name}"${on ? ' checked' : ''}> ${text}</label>`

/** All payments of this run, with the provider's levers. */
export function listPage(payments: readonly Payment[], notices: readonly Notice[], switches: Switches): string {
  const lines = payments.map((payment) => paymentLine(payment, notices)).join('')
  const levers = `<form method="post" action="/switches">${box('drop', switches.drop, 'làm mất thông báo (drop)')}${box('double', switches.double, 'gửi đôi (double)')}${box('reorder', switches.reorder, 'đảo thứ tự (reorder)')}${box('forge', switches.forge, 'ký sai khóa (forge)')}<label>chậm, giây (delay) <input name="delaySeconds" inputmode="numeric" size="6" value="${switches.delaySeconds}"></label><label>ngân hàng trả số tiền khác (amount) <input name="amountVnd" inputmode="numeric" size="12" value="${switches.amountVnd ?? ''}"></label><button>Đặt</button></form><form method="post" action="/deliver"><button>Gửi thông báo đến hạn</button></form>`
  return page(
    'vi',
    'VNPAY (cổng thử)',
    `<h2>Đơn</h2><ul>${lines || '<li>Chưa có đơn nào</li>'}</ul><h2>Sự cố trên đường báo tin</h2>${levers}`,
  )
}
