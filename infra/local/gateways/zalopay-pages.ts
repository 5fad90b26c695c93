import { clockTime, dong, escaped, levers, page as standInPage } from './levers.ts'
import type { Bank } from './zalopay-bank.ts'
import type { Order } from './zalopay-orders.ts'
import type { Refund } from './zalopay-refunds.ts'

const mark = 'Cổng thử / stand-in. Không phải ZaloPay, không phải tiền thật. Not ZaloPay, no real money.'
const acts = {
  approve: 'Trả / pay',
  decline: 'Ví không đủ tiền / too little money',
  cancel: 'Hủy / cancel',
  close: 'Đóng cửa sổ / close the window',
  late: 'Trả trễ / pay late',
} as const
export type Act = keyof typeof acts
export const isAct = (text: string | null): text is Act => text !== null && Object.hasOwn(acts, text)

const page = (title: string, body: string): string => standInPage('vi', mark, title, body)

const buttons = (reference: string, from: 'payer' | 'list'): string =>
  `<form method="post" action="/play"><input type="hidden" name="reference" value="${escaped(reference)}"><input type="hidden" name="from" value="${from}">${Object.entries(
    acts,
  )
    .map(
      ([act, name]) => `<button name="act" value="${act}"${act === 'approve' ? ' class="main"' : ''}>${name}</button>`,
    )
    .join('')}</form>`

/** Where the payer decides. */
export function paymentPage({ reference, amountVnd, info, expiresAt }: Order): string {
  const rows = [
    ['Số tiền / amount', dong(amountVnd, 'vi')],
    ['Nội dung / for', info],
    ['Mã đơn / order', reference],
    ['Trả trước / pay before', clockTime(expiresAt)],
  ]
  const list = rows.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value!)}</dd>`).join('')
  return page('Ví (cổng thử)', `<dl>${list}</dl>${buttons(reference, 'payer')}`)
}

const says = {
  closed: 'Cửa sổ coi như đã đóng. Chưa trả gì. / The window counts as closed. Nothing was paid.',
  late: 'Tiền sẽ tới một phút sau khi hết hạn. / The money will come one minute after the time limit.',
  over: 'Đơn này đã trả hoặc đã hết hạn. / This order is paid or its time is over.',
  unknown: 'Không có đơn này. / No such order.',
}
export const sayPage = (what: keyof typeof says): string => page('Ví (cổng thử)', `<p>${says[what]}</p>`)

const orderLine = (order: Order, { notices }: Bank['notices']): string => {
  const sent = notices
    .filter(({ of }) => of.order === order)
    .map(({ of: { payment }, answers, done, dueAt }) => {
      const next = done ? 'xong' : Number.isFinite(dueAt) ? `gửi lại ${clockTime(dueAt)}` : 'đang gửi'
      return `<li>số ${payment.id}, ${dong(payment.amountVnd, 'vi')}: ${escaped(answers.join(', ') || 'chưa gửi')}; ${next}</li>`
    })
  return `<li><strong>${escaped(order.reference)}</strong> ${dong(order.amountVnd, 'vi')}, ${escaped(order.info)}<ul>${sent.join('')}</ul>${buttons(order.reference, 'list')}</li>`
}

const refundLine = ({ id, amountVnd, state }: Refund): string =>
  `<li><strong>${escaped(id)}</strong> ${dong(amountVnd, 'vi')}: ${state}<form method="post" action="/refund"><input type="hidden" name="id" value="${escaped(id)}"><button name="state" value="done">Hoàn xong</button><button name="state" value="failed">Không hoàn được</button></form></li>`

/** All orders and refunds of this run, with the provider's levers. */
export function listPage({ orders, notices, desk, switches }: Bank): string {
  const lines = [...orders.values()].reverse().map((order) => orderLine(order, notices))
  const refunds = [...desk.refunds.values()].reverse().map(refundLine)
  return page(
    'ZaloPay (cổng thử)',
    `<h2>Đơn</h2><ul>${lines.join('') || '<li>Chưa có đơn nào</li>'}</ul><h2>Hoàn tiền</h2><ul>${refunds.join('') || '<li>Chưa có</li>'}</ul><h2>Sự cố trên đường báo tin</h2>${levers(switches)}`,
  )
}
