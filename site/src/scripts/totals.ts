import { formatNumber, formatVnd } from '../../../functions/money.ts'
import { formatInstant } from '../../../functions/time.ts'
import type { Sums, Totals } from '../public-api.ts'
import { squarePath, squaresOf } from '../squares.ts'
import type { Lang } from '../words/words.ts'

/** What was built stays, with its hour, until a newer answer is here. */
async function refresh(): Promise<void> {
  const answer = await fetch('/api/totals')
  if (!answer.ok) return
  const totals = (await answer.json()) as Totals
  for (const block of document.querySelectorAll<HTMLElement>('[data-sums]')) showSums(block, totals)
  for (const figure of document.querySelectorAll<HTMLElement>('[data-squares]')) showSquares(figure, totals)
}

const langOf = (element: HTMLElement): Lang => (element.dataset.lang === 'en' ? 'en' : 'vi')

function showSums(block: HTMLElement, { city, unallocated, programs, asOf }: Totals): void {
  const of = block.dataset.sums ?? ''
  const sums: Sums | undefined = of === 'city' ? city : programs[of]
  if (!sums) return
  for (const cell of block.querySelectorAll<HTMLElement>('[data-sum]'))
    cell.textContent = formatVnd(sums[cell.dataset.sum as keyof Sums], langOf(block))
  const vnd = (amountVnd: number) => formatVnd(amountVnd, langOf(block))
  const { refundedVnd, feesVnd } = sums
  const taken = { refunded: vnd(refundedVnd), fees: vnd(feesVnd) }
  showBeside(block, 'taken', refundedVnd !== 0 || feesVnd !== 0, taken)
  showBeside(block, 'unknown', unallocated.leftVnd !== 0, { amount: vnd(unallocated.leftVnd) })
  const time = block.querySelector('[data-time]')
  if (time) time.textContent = (block.dataset.asOf ?? '').replace('{time}', formatInstant(asOf, langOf(block)))
}

/** What makes the three numbers add up, where there is any of it. */
function showBeside(block: HTMLElement, name: string, shown: boolean, gaps: Record<string, string>): void {
  const says = block.querySelector<HTMLElement>(`[data-${name}]`)
  if (!says) return
  says.hidden = !shown
  says.textContent = (says.dataset[name] ?? '').replace(/\{(\w+)\}/g, (_, gap: string) => gaps[gap] ?? '')
}

/** The newest square inks in; the others simply are there. */
function showSquares(figure: HTMLElement, { programs }: Totals): void {
  const { squares = '', goal, words = '' } = figure.dataset
  const received = programs[squares]?.receivedVnd
  if (received === undefined) return
  const filled = squaresOf(received, Number(goal))
  const before = Number(figure.dataset.filled)
  const fresh = filled > before
  figure.querySelector('.inked')?.setAttribute('d', squarePath(fresh ? filled - 1 : filled))
  figure.querySelector('.fresh')?.setAttribute('d', fresh ? squarePath(filled, filled - 1) : '')
  const caption = figure.querySelector('figcaption')
  const lang = langOf(figure)
  if (caption)
    caption.textContent = words
      .replace('{received}', formatVnd(received, lang))
      .replace('{filled}', formatNumber(filled, lang))
}

refresh().catch(() => undefined)
