import type { StandIns } from './all.ts'
import { type Answer, type Asked, noSuchPage, openCounter } from './counter.ts'
import { dong, escaped, page, style } from './levers.ts'

/** What every stand-in lets a developer do with a payment; the rest is on its own page. */
const acts = { approve: 'Trả', decline: 'Từ chối', cancel: 'Hủy' } as const
type Act = keyof typeof acts
const isAct = (text: string | null): text is Act => text !== null && Object.hasOwn(acts, text)

interface Counter {
  origin: string
  payments(): readonly { reference: string; amountVnd: number }[]
  notices(): readonly { reference: string; answers: readonly string[] }[]
}
type Moves = Partial<Record<Act, (reference: string) => unknown>>

const shown = 30
const mark = 'Bàn của người lập trình / developer’s desk. Không phải tiền thật, no real money.'

function rowsOf(name: string, standIn: Counter & Moves): string {
  const told = new Map(standIn.notices().map(({ reference, answers }) => [reference, answers]))
  const rows = [...standIn.payments()]
    .reverse()
    .slice(0, shown)
    .map(({ reference, amountVnd }) => {
      const answers = told.get(reference)
      const state = answers ? `đã báo: ${escaped(answers.join(', ') || '…')}` : 'đang chờ / pending'
      const buttons = (Object.keys(acts) as Act[])
        .filter((act) => standIn[act])
        .map((act) => `<button name="act" value="${act}">${acts[act]}</button>`)
      return `<li><strong>${escaped(reference)}</strong> ${dong(amountVnd, 'vi')}; ${state}<form method="post" action="/play"><input type="hidden" name="provider" value="${name}"><input type="hidden" name="reference" value="${escaped(reference)}">${buttons.join('')}</form></li>`
    })
  const list = rows.length > 0 ? `<ul>${rows.join('')}</ul>` : '<p>Chưa có khoản nào / none yet</p>'
  return `<h2><a href="${standIn.origin}/">${name}</a></h2>${list}`
}

/** One page that lists the payments of every stand-in, pending ones marked, and lets a developer play the provider. */
export function openDesk(standIns: StandIns) {
  const all: Readonly<Record<string, Counter & Moves>> = standIns
  const list = () =>
    page(
      'vi',
      mark,
      'Bàn thanh toán',
      Object.entries(all)
        .map(([name, each]) => rowsOf(name, each))
        .join(''),
    )
  async function play(form: URLSearchParams): Promise<Answer> {
    const standIn = all[form.get('provider') ?? '']
    const [act, reference] = [form.get('act'), form.get('reference') ?? '']
    if (!standIn || !isAct(act) || !standIn[act]) return noSuchPage
    await standIn[act](reference)
    return { location: '/' }
  }
  return openCounter(({ route, body }: Asked): Answer | Promise<Answer> => {
    if (route === 'GET /') return { body: list() }
    if (route === 'GET /style.css') return { body: style, type: 'text/css' }
    return route === 'POST /play' ? play(new URLSearchParams(body)) : noSuchPage
  })
}
