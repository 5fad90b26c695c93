import type { Gaps } from '../../functions/door/frame.ts'
import { problemOf } from '../../functions/door/problem.ts'
import { Refusal } from '../../functions/refusal.ts'
import type { Lang } from '../../functions/words/words.ts'
import type { FrameName } from '../../site/src/frames.ts'
import { say } from '../../site/src/words/words.ts'
import { base, type Filled, hostile, refused, wrong } from './frame-base.ts'
import { give } from './frame-give.ts'
import { confirmation } from './frame-mail.ts'
import { goingBack, transfer } from './frame-pay.ts'
import { receipt } from './frame-receipt.ts'

function find(lang: Lang): Filled[] {
  const filled = (refusal: Refusal, code: string, amount: string, more: Gaps = {}): Gaps => {
    const { at, problem, problems } = refused(refusal, lang)
    const byCode = { code, amount, codeProblem: at('code'), amountProblem: at('amount') }
    const byEmail = { offersMail: true, email: '', emailProblem: at('email'), asked: false }
    return { ...base, problem, problems, ...byCode, ...byEmail, ...more }
  }
  const two = wrong({ field: 'code', code: 'code-unreadable' }, { field: 'amount', code: 'amount-missing' })
  return [
    ['Two things to mend', filled(two, hostile, '')],
    ['An email that is none', filled(wrong({ field: 'email', code: 'email-unreadable' }), '', '', { email: hostile })],
    [
      'Asked by email',
      { ...filled(new Refusal('unknown', 'receipt-not-found'), '', '', { asked: true }), problem: '' },
    ],
    ['No such receipt', filled(new Refusal('unknown', 'receipt-not-found'), 'K7M2-9QXR', '50.000')],
  ]
}

function problem(lang: Lang): Filled[] {
  const stopped = (title: string, refusal: Refusal): Gaps => {
    return { ...base, title, message: problemOf(refusal, lang).title, homeUrl: '/' }
  }
  return [
    ['Missing', stopped(say(lang, 'problem.missing'), new Refusal('unknown', 'receipt-unknown'))],
    ['A fault', stopped(say(lang, 'problem.stopped'), new Refusal('malformed', 'fault'))],
  ]
}

const all = { give, return: goingBack, receipt, find, transfer, problem, confirmation } satisfies Record<
  FrameName,
  (lang: Lang) => Filled[]
>

/** A frame in every state that it may be in, with all that its verb fills it with: these are all gaps that it may have. */
export const filled = (frame: string, lang: Lang): Filled[] => all[frame as FrameName](lang)

/** Names of all gaps, inner ones too. */
export const gapsOf = (gaps: Gaps): string[] =>
  Object.entries(gaps).flatMap(([name, value]) => [
    name,
    ...(Array.isArray(value) ? value.flatMap((row: Gaps) => gapsOf(row)) : []),
  ])
