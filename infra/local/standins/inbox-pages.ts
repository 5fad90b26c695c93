import { clockTime, escaped, page } from '../gateways/levers.ts'
import type { Fate, KeptLetter } from './letters.ts'

const mark = 'Hộp thư thử / stand-in of SES. Thư không đi đâu cả.'

const fates: readonly [Fate, string][] = [
  ['bounce', 'Không có người nhận (bounce)'],
  ['full', 'Hộp thư đầy (soft bounce)'],
  ['away', 'Trả lời tự động (out of office)'],
  ['complaint', 'Báo thư rác (complaint)'],
]

export interface Moods {
  down: boolean
  throttled: boolean
}

const mood = ({ down, throttled }: Moods): string =>
  `<form method="post" action="/moods">${[
    ['down', down, 'SES không trả lời được (down)'],
    ['throttled', throttled, 'SES chê gửi nhanh quá (throttled)'],
  ]
    .map(([name, on, text]) => `<label><input type="checkbox" name="${name}"${on ? ' checked' : ''}> ${text}</label>`)
    .join('')}<button>Đặt</button></form>`

/** All letters, the newest first. */
export function inboxPage(letters: readonly KeptLetter[], moods: Moods): string {
  const rows = letters
    .toReversed()
    .map(
      ({ id, at, to, subject, told }) =>
        `<li><a href="/letters/${id}">${escaped(subject)}</a><br>${escaped(to)}, ${clockTime(at)}${told.map((each) => `; ${escaped(each)}`).join('')}</li>`,
    )
  return page(
    'vi',
    mark,
    'Hộp thư',
    `<ul>${rows.join('') || '<li>Chưa có thư nào</li>'}</ul><h2>Sự cố</h2>${mood(moods)}`,
  )
}

const linked = (text: string): string =>
  escaped(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`)

/** One letter as it reads without HTML, and what can become of it. */
export function letterPage({ id, from, to, subject, text, told }: KeptLetter): string {
  const buttons = fates.map(([fate, name]) => `<button name="fate" value="${fate}">${name}</button>`).join('')
  const facts = [
    ['Từ', from],
    ['Tới', to],
    ['Đã báo', told.join(', ') || 'chưa có gì'],
  ].map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value!)}</dd>`)
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((each) => `<p>${linked(each).replaceAll('\n', '<br>')}</p>`)
  return page(
    'vi',
    mark,
    subject,
    `<dl>${facts.join('')}</dl>${paragraphs.join('')}<p><a href="/letters/${id}/html">HTML</a></p><h2>Làm như máy nhận thư</h2><form method="post" action="/fate"><input type="hidden" name="id" value="${id}">${buttons}</form><p><a href="/">Hộp thư</a></p>`,
  )
}
