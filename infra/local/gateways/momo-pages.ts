import { clockTime, dong, escaped, levers, page as standInPage } from './levers.ts'
import type { Code, Payment, Transaction } from './momo-orders.ts'
import type { Notice, Switches } from './notices.ts'

type Lang = Payment['lang']

const words = {
  vi: {
    mark: 'Cổng thử / stand-in. Không phải MoMo, không phải tiền thật.',
    title: 'Ví MoMo (cổng thử)',
    order: 'Mã đơn',
    amount: 'Số tiền',
    info: 'Nội dung',
    until: 'Trả trước (giờ Việt Nam)',
    acts: 'Làm như người trả hoặc ví',
    approve: 'Trả',
    decline: 'Ví không đủ tiền',
    cancel: 'Từ chối trả',
    close: 'Đóng cửa sổ',
    late: 'Trả trễ',
    authorize: 'Mới giữ tiền (9000)',
    process: 'Đang xử lý (7002)',
    capture: 'Thu tiền đã giữ',
    release: 'Thả tiền đã giữ',
    closed: 'Cửa sổ coi như đã đóng. Chưa trả gì.',
    lateSaid: 'Tiền sẽ tới một phút sau khi hết hạn. Coi như cửa sổ đã đóng.',
    over: 'Liên kết này đã dùng xong hoặc hết hạn.',
    again: 'Mở lại trang trả tiền',
  },
  en: {
    mark: 'Cổng thử / stand-in. Not MoMo, no real money.',
    title: 'MoMo wallet (stand-in)',
    order: 'Order',
    amount: 'Amount',
    info: 'For',
    until: 'Pay before (Viet Nam time)',
    acts: 'Play the payer or the wallet',
    approve: 'Pay',
    decline: 'Not enough money',
    cancel: 'Refuse to pay',
    close: 'Close the window',
    late: 'Pay late',
    authorize: 'Only authorize (9000)',
    process: 'Under way (7002)',
    capture: 'Capture',
    release: 'Release',
    closed: 'The window counts as closed. Nothing was paid.',
    lateSaid: 'The money will come one minute after the time limit. The window counts as closed.',
    over: 'This link is used up or expired.',
    again: 'Open the payment page again',
  },
}

const page = (lang: Lang, title: string, body: string): string => standInPage(lang, words[lang].mark, title, body)

const payers = ['approve', 'decline', 'cancel', 'close', 'late', 'authorize', 'process'] as const
const acts = [...payers, 'capture', 'release'] as const
export type Act = (typeof acts)[number]
export const isAct = (text: string | null): text is Act => acts.some((act) => act === text)

const buttons = (reference: string, lang: Lang, from: 'payer' | 'list'): string =>
  `<form method="post" action="/play"><input type="hidden" name="reference" value="${escaped(reference)}"><input type="hidden" name="from" value="${from}">${(from ===
  'payer'
    ? payers
    : acts
  )
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

export const sayPage = ({ lang }: Payment, what: 'closed' | 'lateSaid' | 'over', again?: string): string =>
  page(
    lang,
    words[lang].title,
    `<p>${words[lang][what]}</p>${again ? `<p><a href="${escaped(again)}">${words[lang].again}</a></p>` : ''}`,
  )

export type Sent = readonly Notice<{ payment: Payment; transaction: Transaction }>[]

function paymentLine(payment: Payment, notices: Sent): string {
  const said = payment.transactions.map((transaction) => {
    const notice = notices.find(({ of }) => of.transaction === transaction)
    const told = notice ? notice.answers.join(', ') || 'chưa báo' : 'không báo'
    return `<li>${transaction.code} số ${transaction.number}, ${dong(transaction.amountVnd, 'vi')}: ${escaped(told)}${notice?.done ? '; xong' : ''}</li>`
  })
  const back = payment.refunds.map(
    ({ reference, amountVnd, code }) => `<li>hoàn ${escaped(reference)} ${dong(amountVnd, 'vi')}: ${code}</li>`,
  )
  return `<li><strong>${escaped(payment.reference)}</strong> ${dong(payment.amountVnd, 'vi')}, ${escaped(payment.info)}<ul>${[...said, ...back].join('')}</ul>${buttons(payment.reference, 'vi', 'list')}</li>`
}

/** How refunds may be answered. */
export const refundCodes = [0, 7002, 1080, 1081, 1088] as const satisfies readonly Code[]

/** All orders of this run, with MoMo's levers. */
export function listPage(payments: readonly Payment[], notices: Sent, switches: Switches, refunds: Code): string {
  const lines = payments.map((payment) => paymentLine(payment, notices)).join('')
  const codes = refundCodes.map(
    (code) => `<button name="code" value="${code}"${code === refunds ? ' class="main"' : ''}>${code}</button>`,
  )
  return page(
    'vi',
    'MoMo (cổng thử)',
    `<h2>Đơn</h2><ul>${lines || '<li>Chưa có đơn nào</li>'}</ul><h2>Sự cố trên đường báo tin</h2>${levers(switches)}<h2>Trả lời lệnh hoàn tiền</h2><form method="post" action="/refunds">${codes.join('')}</form>`,
  )
}
