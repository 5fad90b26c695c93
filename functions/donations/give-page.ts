import { amountInWords } from '../amount-words.ts'
import type { Reply } from '../door/http.ts'
import { logFault } from '../door/log.ts'
import { offersMail } from '../door/offer.ts'
import { asPages, page } from '../door/page.ts'
import { problemOf } from '../door/problem.ts'
import { entityFacts } from '../entities/entity.ts'
import { entityBySlug } from '../entities/store.ts'
import { formatVnd, parseTyped } from '../money.ts'
import { acceptance } from '../programs/program.ts'
import { programBySlug } from '../programs/store.ts'
import { Refusal } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { say, sayRefusal } from '../words/words.ts'
import type { GiveForm } from './gift.ts'
import { openWays, wayRows } from './ways-page.ts'

const homes = { vi: { program: '/chuong-trinh', give: '/ung-ho' }, en: { program: '/en/programs', give: '/en/give' } }

/** What only some give; open where there is something in it. */
function more({ email, legalName, taxCode }: GiveForm, at: (field: string) => string) {
  const problems = { emailProblem: at('email'), legalNameProblem: at('legalName'), taxCodeProblem: at('taxCode') }
  return {
    ...{ offersMail: offersMail() || email !== '', email, legalName, taxCode, ...problems },
    emailOpen: email !== '',
    organizationOpen: legalName !== '' || taxCode !== '',
  }
}

/** The give form again, with all that was typed and what is wrong beside each field. */
export async function formPage(refusal: Refusal, form: GiveForm, now: string): Promise<Reply> {
  const { lang } = form
  const problem = problemOf(refusal, lang)
  if (refusal.code === 'program-unknown' || form.program === '') return asPages.refused(refusal, form)
  try {
    const program = await programBySlug(form.program)
    const entity = await entityBySlug(program.entity)
    const accepts = acceptance(program, dayOf(now))
    const at = (field: string) => problem.fields.find((each) => each.field === field)?.message ?? ''
    const typed = parseTyped(form.amount)
    const asks = refusal.fields.some(({ code }) => code === 'amount-thousands')
    const open = await openWays(entity)
    const chosen = open.find((way) => way === form.way) ?? open[0] ?? ''
    const ofWay = problem.fields.length > 0 && problem.fields.every(({ field }) => field === 'way')
    const gaps = {
      program: program.slug,
      programName: program.name[lang],
      entityName: entity.legalName[lang],
      entityFacts: entityFacts(entity, lang),
      general: program.giving?.generalFundOnly ? say(lang, 'program.general') : '',
      programUrl: `${homes[lang].program}/${program.slug}/`,
      amount: form.amount,
      amountWords: 'read' in typed ? `${formatVnd(typed.read, lang)}: ${amountInWords(typed.read, lang)}` : '',
      name: form.name,
      nameValue: form.name,
      lang,
      confirm: asks && 'perhaps' in typed ? String(typed.perhaps) : '',
      ways: wayRows(open, program.giving?.feesPaidBy ?? 'fund', chosen, lang),
      wayProblem: at('way'),
      problem: ofWay ? sayRefusal(lang, 'fields', { count: 1 }) : problem.title,
      problems: problem.fields.map(({ field, message }) => ({ field, message })),
      amountProblem: at('amount'),
      nameProblem: at('name'),
      ...more(form, at),
      closed: refusal.kind === 'closed' && !ofWay ? problem.title : '',
      minLabel: formatVnd(program.giving?.limits.minVnd ?? 0, lang),
      suggestions: accepts.open
        ? accepts.giving.suggestedVnd.map((amountVnd) => ({
            label: formatVnd(amountVnd, lang),
            url: `${homes[lang].give}/${program.slug}/${amountVnd}/`,
          }))
        : [],
      viUrl: `${homes.vi.give}/${program.slug}/`,
      enUrl: `${homes.en.give}/${program.slug}/`,
    }
    return await page('give', lang, gaps, problem.status)
  } catch (error) {
    if (!(error instanceof Refusal)) logFault(error)
    return asPages.refused(refusal, form)
  }
}
