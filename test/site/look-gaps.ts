import { amountInWords } from '../../functions/amount-words.ts'
import type { Gaps } from '../../functions/door/frame.ts'
import { problemOf, refuseFields } from '../../functions/door/problem.ts'
import { entityFacts } from '../../functions/entities/entity.ts'
import { formatNumber, formatVnd } from '../../functions/money.ts'
import { type FieldReason, Refusal } from '../../functions/refusal.ts'
import { formatDay, formatInstant } from '../../functions/time.ts'
import { type Lang, langs } from '../../functions/words/words.ts'
import { seed } from '../../infra/seed/seed.ts'
import { say } from '../../site/src/words/words.ts'

const program = seed.programs[0]!
const entity = seed.entities.find(({ slug }) => slug === program.entity)!
const limits = program.giving!.limits
const longName = 'Gia đình Nguyễn Thị Minh Khai & <b>con cháu</b>, hẻm 47 đường Lê Văn Quới'
const states = { received: false, waiting: false, checking: false, declined: false }

/** What was wrong, as the door says it: in the summary and beside each field. */
function refused(refusal: Refusal, lang: Lang): Gaps {
  const { title, fields } = problemOf(refusal, lang)
  const at = (field: string) => fields.find((each) => each.field === field)?.message ?? ''
  return {
    problem: title,
    problems: fields.map(({ field, message }) => ({ field, message })),
    amountProblem: at('amount'),
    nameProblem: at('name'),
    codeProblem: at('code'),
  }
}
const wrong = (...fields: FieldReason[]) => refuseFields(fields)

function give(lang: Lang): Gaps[] {
  const base: Gaps = {
    program: program.slug,
    programName: program.name[lang],
    programUrl: '/',
    entityName: entity.legalName[lang],
    entityFacts: entityFacts(entity, lang),
    general: '',
    amountWords: '',
    nameValue: '',
    confirm: '',
    closed: '',
    minLabel: formatVnd(limits.minVnd, lang),
    suggestions: program.giving!.suggestedVnd.map((vnd) => ({ label: formatVnd(vnd, lang), url: `/${vnd}/` })),
  }
  const thousands = { field: 'amount', code: 'amount-thousands', with: { amount: { vnd: 50_000 } } } as const
  const large = { field: 'amount', code: 'amount-too-large', with: { max: { vnd: limits.maxVnd } } } as const
  const over = new Refusal('closed', 'program-closed', { with: { date: { day: '2026-11-20' } } })
  return [
    {
      ...base,
      ...refused(wrong(thousands, { field: 'name', code: 'name-missing' }), lang),
      state: 'Two things to mend',
      amount: '50',
      confirm: '50000',
    },
    {
      ...base,
      ...refused(wrong(large), lang),
      state: 'Too much, for the general fund, with a name',
      amount: '999.999.999.999',
      nameValue: longName,
      general: say(lang, 'program.general'),
    },
    { ...base, ...refused(over, lang), state: 'Closed', amount: '', closed: problemOf(over, lang).title },
  ]
}

const find = (lang: Lang): Gaps[] => [
  {
    ...refused(wrong({ field: 'code', code: 'code-unreadable' }, { field: 'amount', code: 'amount-missing' }), lang),
    state: 'Two things to mend',
    code: 'K7M2',
    amount: '',
  },
  {
    ...refused(new Refusal('unknown', 'receipt-not-found'), lang),
    state: 'No such receipt',
    code: 'K7M2-9QXR',
    amount: '50.000',
  },
]

const goingBack = (lang: Lang): Gaps[] =>
  (['waiting', 'checking', 'declined'] as const).map((state) => ({
    ...states,
    state,
    [state]: true,
    amount: formatVnd(state === 'waiting' ? limits.maxVnd : 50_000, lang),
    programName: program.name[lang],
    receiptUrl: '/',
    giveAgainUrl: '/',
    statusUrl: '/api/status',
    promisedOn: formatDay('2026-11-26', lang),
  }))

function receipt(lang: Lang): Gaps[] {
  const payment = (amountVnd: number, line: number, more: Gaps = {}): Gaps => ({
    number: '20261123-4839-2075-1',
    amount: formatVnd(amountVnd, lang),
    amountWordsVi: amountInWords(amountVnd, 'vi'),
    amountWordsEn: amountInWords(amountVnd, 'en'),
    receivedAt: formatInstant('2026-11-23T07:05:00.000Z', lang),
    inBook: line > 0,
    line: formatNumber(line, lang),
    lineUrl: '/',
    second: false,
    otherAmount: false,
    ...more,
  })
  const base: Gaps = {
    ...states,
    test: true,
    code: 'K7M2-9QXR',
    pledged: formatVnd(50_000, lang),
    receivedAmount: formatVnd(50_000, lang),
    promisedOn: '',
    programName: program.name[lang],
    programUrl: '/',
    purpose: program.giving!.purpose[0]!.text[lang],
    entityName: entity.legalName[lang],
    entityTaxCode: entity.taxCode,
    entityAddress: entity.address,
    reportDueOn: formatDay(program.giving!.reportDueOn, lang),
    name: '',
    hideNameUrl: '/',
    fileUrl: '/',
    payments: [],
  }
  const flagged = payment(98_765_432, 0, { second: true, otherAmount: true })
  return [
    { ...base, state: 'Received', received: true, payments: [payment(50_000, 1_247)], name: 'Cô Sáu tiệm chè' },
    {
      ...base,
      state: 'Received twice, another amount, a long name, in the real city',
      test: false,
      received: true,
      pledged: formatVnd(limits.maxVnd, lang),
      receivedAmount: formatVnd(limits.maxVnd + 98_765_432, lang),
      payments: [payment(limits.maxVnd, 1_234_567), flagged],
      name: longName,
    },
    { ...base, state: 'Waiting', waiting: true },
    { ...base, state: 'Checking', checking: true, promisedOn: formatDay('2026-11-26', lang) },
    { ...base, state: 'Declined', declined: true },
  ]
}

const stopped = (lang: Lang): Gaps[] => [
  {
    state: 'Missing',
    title: say(lang, 'problem.missing'),
    message: problemOf(new Refusal('unknown', 'receipt-unknown'), lang).title,
    homeUrl: '/',
  },
  {
    state: 'A fault',
    title: say(lang, 'problem.stopped'),
    message: problemOf(new Refusal('malformed', 'fault'), lang).title,
    homeUrl: '/',
  },
]

/** A row for each state; a state that says little in its language stands in one of them only. */
const rows = (of: (lang: Lang) => Gaps[], only: Readonly<Record<Lang, readonly number[]>>): Gaps =>
  Object.fromEntries(
    langs.map((lang) => [lang, only[lang].map((place) => ({ ...of(lang)[place], ending: `-${lang}-${place}` }))]),
  )

/** What fills the look pages of components with gaps: a row for each state, in each language. */
export const lookGaps: Record<string, Gaps> = {
  give: rows(give, { vi: [0, 1, 2], en: [0, 2] }),
  find: rows(find, { vi: [0, 1], en: [0, 1] }),
  return: rows(goingBack, { vi: [0, 1, 2], en: [0, 1, 2] }),
  receipt: rows(receipt, { vi: [0, 2, 3], en: [1, 4] }),
  stopped: rows(stopped, { vi: [0, 1], en: [0, 1] }),
}
