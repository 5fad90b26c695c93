import { amountInWords } from '../amount-words.ts'
import type { Donation } from '../donations/donation.ts'
import type { Entity } from '../entities/entity.ts'
import { formatVnd } from '../money.ts'
import type { Program } from '../programs/program.ts'
import { formatInstant } from '../time.ts'
import { type LetterWord, sayInLetter } from '../words/letters.ts'
import { type Lang, langs, say } from '../words/words.ts'

/** A letter as it is sent. Nothing in it tells anybody that it was opened. */
export interface Written {
  subject: string
  text: string
  html: string
}

/** A gift as a letter tells of it. */
export interface Told {
  receiptUrl: string
  payment: Donation['payments'][number]
  code: string
  program: Pick<Program, 'name'>
  entity: Pick<Entity, 'legalName' | 'taxCode' | 'phone'>
}

type Line = { say: string; strong?: true } | { row: string; is: string } | { link: string; to: string }

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => escapes[mark]!)

const asText = (line: Line): string =>
  'say' in line ? line.say : 'row' in line ? `${line.row}: ${line.is}` : `${line.link}:\n${line.to}`

function asHtml(line: Line): string {
  if ('row' in line) return `<p>${escaped(line.row)}: <b>${escaped(line.is)}</b></p>`
  if ('link' in line) return `<p><a href="${escaped(line.to)}">${escaped(line.link)}</a></p>`
  return `<p>${line.strong ? `<b>${escaped(line.say)}</b>` : escaped(line.say)}</p>`
}

/** In the donor's language, and below in the other one. */
function written(subject: string, lang: Lang, lines: (lang: Lang) => Line[]): Written {
  const both = [lang, ...langs.filter((each) => each !== lang)].map((each) => ({ lang: each, lines: lines(each) }))
  const parts = both.map((part) => `<div lang="${part.lang}">${part.lines.map(asHtml).join('\n')}</div>`)
  return {
    subject: subject.replace(/\s/g, ' '),
    text: `${both.map((part) => part.lines.map(asText).join('\n\n')).join('\n\n-----\n\n')}\n`,
    html: `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>\n<body>${parts.join('\n<hr>\n')}</body></html>\n`,
  }
}

const saying = (lang: Lang, word: LetterWord, gaps: Parameters<typeof sayInLetter>[2] = {}): Line => ({
  say: sayInLetter(lang, word, gaps),
})

/** How the address came here and how it goes; on a stage for trying out, that no money is real. */
const end = (lang: Lang, phone: string | undefined, test: boolean): Line[] => [
  saying(lang, 'key'),
  saying(lang, 'erase'),
  ...(phone === undefined ? [] : [saying(lang, 'ask', { phone })]),
  ...(test ? [saying(lang, 'test')] : []),
]

const receiptIn = (lang: Lang, receiptUrl: string): string => `${receiptUrl}?lang=${lang}`

/** The receipt of one payment. */
export function receiptLetter(
  { receiptUrl, payment, code, program, entity }: Told,
  lang: Lang,
  test: boolean,
): Written {
  const { amountVnd, number, receivedAt } = payment
  const subject = sayInLetter(lang, 'receipt-subject', { number, amount: { vnd: amountVnd }, program: program.name })
  return written(subject, lang, (each) => [
    { say: sayInLetter(each, 'received', { amount: { vnd: amountVnd } }), strong: true },
    { row: sayInLetter(each, 'amount-words'), is: amountInWords(amountVnd, each) },
    { row: sayInLetter(each, 'number'), is: number },
    { row: sayInLetter(each, 'code'), is: code },
    { row: sayInLetter(each, 'at'), is: sayInLetter(each, 'zone', { time: formatInstant(receivedAt, each) }) },
    { row: sayInLetter(each, 'program'), is: program.name[each] },
    {
      row: sayInLetter(each, 'entity'),
      is: `${entity.legalName[each]}, ${say(each, 'foot.tax', { code: entity.taxCode })}`,
    },
    { link: sayInLetter(each, 'open'), to: receiptIn(each, receiptUrl) },
    ...end(each, entity.phone, test),
  ])
}

/** Links to all receipts that were sent to an address, the newest first. */
export function linksLetter(gifts: readonly Told[], lang: Lang, test: boolean): Written {
  return written(sayInLetter(lang, 'links-subject'), lang, (each) => [
    saying(each, 'links'),
    ...gifts.map(({ payment, program, code, receiptUrl }) => ({
      link: `${formatInstant(payment.receivedAt, each)} · ${formatVnd(payment.amountVnd, each)} · ${program.name[each]} · ${code}`,
      to: receiptIn(each, receiptUrl),
    })),
    saying(each, 'links-unasked'),
    ...end(each, undefined, test),
  ])
}
