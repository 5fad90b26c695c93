import type { Switches } from './notices.ts'

const vietNamMs = 7 * 3_600_000

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
export const dong = (vnd: number, lang: 'vi' | 'en'): string =>
  `${new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en').format(vnd)} ₫`
/** `14:05:09 23/11/2026` in Viet Nam. */
export const clockTime = (ms: number): string => {
  const text = new Date(ms + vietNamMs).toISOString()
  return `${text.slice(11, 19)} ${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)}`
}

export const style = `:root{color-scheme:light dark;font:18px/1.6 system-ui,sans-serif}
body{margin:0 auto;max-width:40rem;padding:1rem;color:#1b1b2a;background:#fff}
.mark{background:#f2b632;color:#1b1b2a;padding:.5rem 1rem;margin:0 0 1rem;font-weight:700}
button{font:inherit;min-height:48px;padding:.25rem 1rem;margin:.25rem .5rem .25rem 0;border:2px solid #0b4f8a;border-radius:4px;background:#fff;color:#0b4f8a}
button.main{background:#0b4f8a;color:#fff}dt{font-weight:700}dd{margin:0 0 .5rem;overflow-wrap:anywhere}
li{margin-bottom:1rem;overflow-wrap:anywhere}label{display:block;min-height:32px}input{font:inherit}a{color:#0b4f8a;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{color:#eee;background:#111c26}a{color:#9cf}button{color:#9cf;background:#111c26;border-color:#9cf}button.main{background:#9cf;color:#111c26}}
`

/** A page of a stand-in; `mark` says that it is none of the provider's. */
export const page = (lang: 'vi' | 'en', mark: string, title: string, body: string): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,"></head><body><main><p class="mark">${mark}</p><h1>${escaped(title)}</h1>${body}</main></body></html>`

export const box = (name: string, on: boolean, text: string): string =>
  `<label><input type="checkbox" name="${name}"${on ? ' checked' : ''}> ${text}</label>`

const number = (name: string, value: number | undefined, text: string): string =>
  `<label>${text} <input name="${name}" inputmode="numeric" size="12" value="${value || ''}"></label>`

/** The switches as a form, and a button that sends what is due. */
export const levers = (switches: Switches): string =>
  `<form method="post" action="/switches">${box('drop', switches.drop, 'làm mất thông báo (drop)')}${box('double', switches.double, 'gửi đôi (double)')}${box('reorder', switches.reorder, 'đảo thứ tự (reorder)')}${box('forge', switches.forge, 'ký sai khóa (forge)')}${number('delaySeconds', switches.delaySeconds, 'chậm, giây (delay)')}${number('slowSeconds', switches.slowSeconds, 'trả lời chậm, giây (slow)')}${number('amountVnd', switches.amountVnd, 'ngân hàng trả số tiền khác (amount)')}<button>Đặt</button></form><form method="post" action="/deliver"><button>Gửi thông báo đến hạn</button></form>`

export function setSwitches(switches: Switches, form: URLSearchParams): void {
  for (const name of ['drop', 'double', 'reorder', 'forge'] as const) switches[name] = form.has(name)
  for (const name of ['delaySeconds', 'slowSeconds'] as const) switches[name] = Number(form.get(name)) || 0
  switches.amountVnd = Number(form.get('amountVnd')) || undefined
}
