import { accessTo } from '../door/access.ts'
import type { Reply } from '../door/http.ts'
import { logFault } from '../door/log.ts'
import { page } from '../door/page.ts'
import { entityBySlug } from '../entities/store.ts'
import { formatVnd } from '../money.ts'
import { programBySlug } from '../programs/store.ts'
import { formatDay } from '../time.ts'
import { type Lang, say } from '../words/words.ts'
import { type Donation, stateFlags, stateOf } from './donation.ts'
import { lateGaps } from './pay-gaps.ts'
import { all } from './providers/all.ts'
import type { Returned } from './providers/provider.ts'
import { reasonOf } from './reason.ts'
import { carries, wayOf } from './way.ts'
import { providerName, wayLabel } from './way-facts.ts'
import { openWays, wayRows } from './ways-page.ts'

/** A page that waits asks again by itself for ten minutes, without script; then it rests. */
const refreshSeconds = 600
const opensSeconds = 15 * 60

/** What the query says of the last attempt; undefined if the provider did not sign it, or speaks of another attempt or sum. */
export async function saidOnReturn({ attempts, amountVnd }: Donation, rawQuery = ''): Promise<Returned | undefined> {
  const { provider, reference } = attempts.at(-1)!
  const access = rawQuery === '' ? undefined : await accessTo(provider)
  if (!access) return undefined
  try {
    const said = all[provider].open(access.secret, access).returned?.(rawQuery)
    return said?.reference === reference && said.amountVnd === amountVnd ? said : undefined
  } catch (error) {
    // It is a hint: a broken secret must not take the page from a donor.
    logFault(error, { provider })
    return undefined
  }
}

/** The page in a language, with the provider's word along. */
function urlIn(lang: Lang, receiptUrl: string, rawQuery: string): string {
  const query = new URLSearchParams(rawQuery)
  query.set('lang', lang)
  return `${receiptUrl}/return?${query}`
}

interface Shown {
  /** Why the last try to pay could not begin. */
  problem?: { title: string; status: number }
  /** What the provider says of the last attempt in `rawQuery`. It words a page that waits, and no other. */
  said?: Returned | undefined
  rawQuery?: string | undefined
}

/** Where a gift stands that has not been received, and how to pay it after all. */
export async function returnPage(
  donation: Donation,
  lang: Lang,
  now: string,
  { problem = { title: '', status: 200 }, said, rawQuery = '' }: Shown,
): Promise<Reply> {
  const program = await programBySlug(donation.program)
  const entity = await entityBySlug(donation.entity)
  const open = await openWays(entity)
  const last = donation.attempts.at(-1)!
  const same = wayOf(last.provider, last.choice)
  const receiptUrl = `/receipts/${donation.receiptKey}`
  const others = open.filter((way) => way !== same && carries(way, donation.amountVnd))
  const state = stateOf(donation)
  const hint = state === 'waiting' ? said : undefined
  const unpaid = hint?.meaning === 'failed'
  const code = unpaid ? hint.responseCode : donation.heard?.responseCode
  const gaps = {
    ...stateFlags(donation),
    ...lateGaps(donation, entity, now, lang),
    waiting: state === 'waiting' && !unpaid,
    unpaid,
    paid: hint?.meaning === 'received',
    processing: hint?.meaning === 'pending',
    offers: unpaid || state === 'declined',
    provider: providerName(last.provider, lang),
    amount: formatVnd(donation.amountVnd, lang),
    programName: program.name[lang],
    receiptUrl,
    giveAgainUrl: `${lang === 'vi' ? '/ung-ho' : '/en/give'}/${program.slug}/?amount=${donation.amountVnd}`,
    statusUrl: `/api/donations/${donation.receiptKey}`,
    promisedOn: donation.heard?.promisedOn ? formatDay(donation.heard.promisedOn, lang) : '',
    problem: problem.title,
    reason: code === undefined ? '' : say(lang, `reason.${reasonOf(last.provider, code, now >= last.expiresAt)}`),
    payUrl: `${receiptUrl}/pay`,
    transferUrl: last.provider === 'bank' ? `${receiptUrl}/transfer?lang=${lang}` : '',
    sameWay: open.includes(same) ? same : '',
    sameWayLabel: wayLabel(same, lang),
    others: others.length > 0,
    otherWays: wayRows(others, program.giving?.feesPaidBy ?? 'fund', '', lang),
    refresh:
      problem.title === '' &&
      ['waiting', 'declined'].includes(state) &&
      Date.parse(now) - Date.parse(last.createdAt) < (opensSeconds + refreshSeconds) * 1_000,
    said: hint ? rawQuery : '',
    viUrl: urlIn('vi', receiptUrl, hint ? rawQuery : ''),
    enUrl: urlIn('en', receiptUrl, hint ? rawQuery : ''),
  }
  return page('return', lang, gaps, problem.status)
}
