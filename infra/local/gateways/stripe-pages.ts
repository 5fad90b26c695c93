import { clockTime, dong, escaped, levers, page as standInPage } from './levers.ts'
import type { Notice, Switches } from './notices.ts'
import { type Payment, refundedVnd } from './stripe-sessions.ts'

type Lang = 'vi' | 'en'
const words = {
  vi: {
    mark: 'CỔNG THỬ – không phải Stripe, không có tiền thật',
    title: 'Trả bằng thẻ quốc tế (thử)',
    acts: 'Bạn chọn việc xảy ra',
    approve: 'Trả bằng thẻ',
    decline: 'Thẻ bị từ chối',
    cancel: 'Quay lại, không trả',
    promise: 'Trả qua ngân hàng chậm, tiền tới sau',
    late: 'Tiền tới sau hạn trang',
    expire: 'Trang hết hạn ngay',
    declined: 'Thẻ bị từ chối. Thử thẻ khác.',
    over: 'Trang này đã đóng.',
  },
  en: {
    mark: 'STAND-IN – not Stripe, no real money',
    title: 'Pay by card (stand-in)',
    acts: 'You choose what happens',
    approve: 'Pay by card',
    decline: 'The card is declined',
    cancel: 'Go back without paying',
    promise: 'Pay by a slow bank, the money comes later',
    late: 'The money comes after the page’s time',
    expire: 'The page’s time is over now',
    declined: 'Your card was declined. Try another card.',
    over: 'This page is closed.',
  },
} as const

const acts = ['approve', 'decline', 'cancel', 'promise', 'late', 'expire'] as const
export type Act = (typeof acts)[number]
export const isAct = (text: string | null): text is Act => acts.some((act) => act === text)

const page = (lang: Lang, title: string, body: string): string => standInPage(lang, words[lang].mark, title, body)
const buttons = (id: string, lang: Lang): string =>
  `<form method="post" action="/play"><input type="hidden" name="session" value="${escaped(id)}">${acts
    .map(
      (act) =>
        `<button name="act" value="${act}"${act === 'approve' ? ' class="main"' : ''}>${words[lang][act]}</button>`,
    )
    .join('')}</form>`

/** Where the payer decides; `declined` after a card was. */
export function paymentPage(of: Payment, declined = false): string {
  const { lang, id, status, amountVnd, info } = of
  const w = words[lang]
  if (status !== 'open') return page(lang, w.title, `<p>${w.over}</p>`)
  const problem = declined ? `<p>${w.declined}</p>` : ''
  return page(
    lang,
    w.title,
    `<p>${escaped(info)}</p><p>${dong(amountVnd, lang)}</p>${problem}<h2>${w.acts}</h2>${buttons(id, lang)}`,
  )
}

const line = (of: Payment, notices: readonly Notice<{ type: string }>[]): string => {
  const sent = notices
    .filter(({ reference }) => reference === of.reference)
    .map(({ of: { type }, answers, done, dueAt }) => {
      const next = done ? 'xong' : Number.isFinite(dueAt) ? `gửi lại ${clockTime(dueAt)}` : 'đang gửi'
      return `<li>${type}: ${escaped(answers.join(', ') || 'chưa gửi')}; ${next}</li>`
    })
  const lever =
    of.paymentStatus === 'paid'
      ? `<form method="post" action="/after"><input type="hidden" name="session" value="${of.id}"><button name="act" value="refund">Hoàn tiền từ bảng điều khiển</button><button name="act" value="dispute">Chủ thẻ khiếu nại</button></form>`
      : ''
  return `<li><strong>${escaped(of.reference)}</strong> ${dong(of.amountVnd, 'vi')}, ${of.status}/${of.paymentStatus}, hoàn ${dong(refundedVnd(of), 'vi')}<ul>${sent.join('')}</ul>${of.status === 'open' ? buttons(of.id, 'vi') : lever}</li>`
}

/** All sessions of this run, with the provider's levers. */
export function listPage(
  payments: readonly Payment[],
  notices: readonly Notice<{ type: string }>[],
  switches: Switches,
): string {
  const lines = payments.map((each) => line(each, notices)).join('')
  return page(
    'vi',
    'Stripe (cổng thử)',
    `<h2>Phiên</h2><ul>${lines || '<li>Chưa có phiên nào</li>'}</ul><h2>Sự cố trên đường báo tin</h2>${levers(switches)}`,
  )
}
