import { amountInWords } from '../../functions/amount-words.ts'
import { wayNames } from '../../functions/donations/way.ts'
import type { Gaps } from '../../functions/door/frame.ts'
import { entityFacts } from '../../functions/entities/entity.ts'
import { formatVnd } from '../../functions/money.ts'
import { Refusal } from '../../functions/refusal.ts'
import type { Lang } from '../../functions/words/words.ts'
import { wayRows } from '../../site/src/ways.ts'
import { say } from '../../site/src/words/words.ts'
import { base, entity, type Filled, giving, hostile, program, refused, wrong } from './frame-base.ts'
import { giveLess, giveMore } from './frame-mail.ts'

const { limits } = giving

/** The give form as it comes back: what was typed, and what is wrong beside each field. */
function form(lang: Lang, refusal: Refusal): Gaps {
  const { at, problem, problems } = refused(refusal, lang)
  return {
    ...base,
    program: program.slug,
    programName: program.name[lang],
    programUrl: '/chuong-trinh/heo-dat/',
    entityName: entity.legalName[lang],
    entityFacts: entityFacts(entity, lang),
    general: '',
    lang,
    amount: '50.000',
    amountWords: `${formatVnd(50_000, lang)}: ${amountInWords(50_000, lang)}`,
    name: '',
    nameValue: '',
    confirm: '',
    closed: '',
    problem,
    problems,
    ways: wayRows(wayNames, entity, giving, lang).map((row) => ({ ...row })),
    wayProblem: at('way'),
    amountProblem: at('amount'),
    nameProblem: at('name'),
    ...giveLess,
    minLabel: formatVnd(limits.minVnd, lang),
    suggestions: giving.suggestedVnd.map((vnd) => ({ label: formatVnd(vnd, lang), url: `/ung-ho/heo-dat/${vnd}/` })),
  }
}

export function give(lang: Lang): Filled[] {
  const thousands = { field: 'amount', code: 'amount-thousands', with: { amount: { vnd: 50_000 } } } as const
  const large = { field: 'amount', code: 'amount-too-large', with: { max: { vnd: limits.maxVnd } } } as const
  const over = new Refusal('closed', 'program-closed', { with: { date: { day: '2026-11-20' } } })
  const closedWay = wrong({ field: 'way', code: 'provider-closed' })
  const two = form(lang, wrong(thousands, { field: 'name', code: 'name-missing' }))
  const much = form(lang, wrong(large))
  const general = say(lang, 'program.general')
  const more = wrong(
    { field: 'email', code: 'email-unreadable' },
    { field: 'legalName', code: 'legal-name-missing' },
    { field: 'taxCode', code: 'tax-code-digit' },
  )
  return [
    ['Two things to mend', { ...two, amount: '50', amountWords: '', confirm: '50000' }],
    [
      'Too much, for the general fund, with a name',
      { ...much, amount: '999.999.999.999', amountWords: '', name: hostile, nameValue: hostile, general },
    ],
    ['Closed', { ...form(lang, over), closed: refused(over, lang).problem }],
    ['The way has closed meanwhile', form(lang, closedWay)],
    ['What only some need, wrong', { ...form(lang, more), ...giveMore(refused(more, lang).at) }],
    [
      'Sent by a form on another site',
      { ...form(lang, new Refusal('conflict', 'form-foreign')), amount: '', amountWords: '' },
    ],
    ['No way is open', { ...form(lang, closedWay), ways: [] }],
  ]
}
