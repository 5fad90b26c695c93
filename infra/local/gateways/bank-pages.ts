import type { Movement, Order } from './bank-movements.ts'
import type { openTeller } from './bank-teller.ts'
import { services } from './bank-wire.ts'
import { clockTime, dong, escaped, levers, page } from './levers.ts'

const mark = 'Ngân hàng thử / stand-in. Không phải ngân hàng, không phải tiền thật.'
const acts = [
  ['plain', 'Chuyển'],
  ['mangled', 'Ngân hàng viết lại nội dung'],
  ['masked', 'Che số'],
  ['dropped', 'Mất nội dung'],
  ['other', 'Thêm 1.000 ₫'],
  ['twice', 'Chuyển hai lần'],
  ['out', 'Chuyển đi'],
] as const

const buttons = acts
  .map(([act, text]) => `<button name="act" value="${act}"${act === 'plain' ? ' class="main"' : ''}>${text}</button>`)
  .join('')
const form = (inner: string): string => `<form method="post" action="/play">${inner}</form>`
const field = (name: string, text: string): string => `<label>${text} <input name="${name}"></label>`

const orderLine = ([reference, { account, amountVnd }]: [string, Order]): string =>
  `<li><strong>${escaped(reference)}</strong> ${dong(amountVnd, 'vi')} vào ${escaped(account)}${form(
    `<input type="hidden" name="reference" value="${escaped(reference)}">${buttons}`,
  )}</li>`

function movementLine(of: Movement, { notices: { notices } }: ReturnType<typeof openTeller>): string {
  const told = notices
    .filter(({ of: { movement } }) => movement === of)
    .map(({ of: { service }, answers, done, dueAt }) => {
      const next = done ? 'xong' : Number.isFinite(dueAt) ? `gửi lại ${clockTime(dueAt)}` : 'đang gửi'
      return `<li>${service}: ${escaped(answers.join(', ') || 'chưa gửi')}; ${next}</li>`
    })
  const sum = `${of.direction === 'in' ? '+' : '-'}${dong(of.amountVnd, 'vi')}`
  return `<li>${clockTime(of.at)} <strong>${sum}</strong> ${escaped(of.reference)}: ${escaped(of.text)}<ul>${told.join('')}</ul></li>`
}

/** Transfers that wait, all movements, and the levers of whoever tells of them. */
export function listPage(teller: ReturnType<typeof openTeller>): string {
  const waiting = [...teller.orders].reverse().map(orderLine).join('')
  const moved = [...teller.movements].reverse().map((of) => movementLine(of, teller))
  const told = services
    .map((name) => {
      const on = teller.tellers.includes(name) ? ' checked' : ''
      return `<label><input type="checkbox" name="${name}"${on}> ${name}</label>`
    })
    .join('')
  return page(
    'vi',
    mark,
    'Ngân hàng (thử)',
    `<h2>Quét mã</h2>${form(`${field('payload', 'Chữ trong mã VietQR')}<button name="act" value="scan" class="main">Quét</button>`)}
<h2>Hoặc gõ tay</h2>${form(`${field('account', 'Số tài khoản')}${field('amount', 'Số tiền')}${field('memo', 'Nội dung')}<button name="act" value="scan">Để đó</button>${buttons}`)}
<h2>Lệnh đang chờ</h2><ul>${waiting || '<li>Chưa có lệnh nào</li>'}</ul>
<h2>Sao kê</h2><p><a href="/statement.csv">Tải về (CSV như SePay)</a></p><ul>${moved.join('') || '<li>Chưa có dòng nào</li>'}</ul>
<h2>Ai báo tin</h2><form method="post" action="/services">${told}<button>Đặt</button></form>
<h2>Sự cố trên đường báo tin</h2>${levers(teller.switches)}`,
  )
}
