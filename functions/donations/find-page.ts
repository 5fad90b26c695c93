import type { Reply } from '../door/http.ts'
import { offersMail } from '../door/offer.ts'
import { page } from '../door/page.ts'
import { problemOf } from '../door/problem.ts'
import type { Refusal } from '../refusal.ts'
import type { Lang } from '../words/words.ts'

interface Typed {
  code?: string
  amount?: string
  email?: string
  /** A letter is on its way, if there is anything to send. */
  asked?: boolean
}

const homes = { vi: '/tim-bien-nhan/', en: '/en/find-receipt/' }

/** The page that finds a receipt again, with all that was typed and what is wrong beside each field. */
export async function findPage(lang: Lang, typed: Typed, refusal?: Refusal): Promise<Reply> {
  const problem = refusal && problemOf(refusal, lang)
  const at = (name: string) => problem?.fields.find(({ field }) => field === name)?.message ?? ''
  const { code = '', amount = '', email = '', asked = false } = typed
  const gaps = {
    ...{ code, amount, email, asked },
    offersMail: offersMail(),
    problem: problem?.title ?? '',
    problems: problem?.fields.map(({ field, message }) => ({ field, message })) ?? [],
    codeProblem: at('code'),
    amountProblem: at('amount'),
    emailProblem: at('email'),
    viUrl: homes.vi,
    enUrl: homes.en,
  }
  const again = await page('find', lang, gaps, problem?.status ?? 200)
  const minutes = refusal?.with.minutes
  const wait = typeof minutes === 'number' ? { 'retry-after': String(minutes * 60) } : {}
  return { ...again, headers: { ...again.headers, ...wait } }
}
