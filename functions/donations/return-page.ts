import type { Reply } from '../door/http.ts'
import { page } from '../door/page.ts'
import { entityBySlug } from '../entities/store.ts'
import { formatVnd } from '../money.ts'
import { programBySlug } from '../programs/store.ts'
import { formatDay } from '../time.ts'
import { type Lang, say } from '../words/words.ts'
import { type Donation, stateFlags, stateOf } from './donation.ts'
import { reasonOf } from './reason.ts'
import { carries, wayOf } from './way.ts'
import { wayLabel } from './way-facts.ts'
import { openWays, wayRows } from './ways-page.ts'

/** A page that waits asks again by itself for ten minutes, without script; then it rests. */
const refreshSeconds = 600
const opensSeconds = 15 * 60

/** Where a gift stands that has not been received, and how to pay it after all; `problem` says why the last try to pay could not begin. */
export async function returnPage(
  donation: Donation,
  lang: Lang,
  now: string,
  problem: { title: string; status: number } = { title: '', status: 200 },
): Promise<Reply> {
  const program = await programBySlug(donation.program)
  const open = await openWays(await entityBySlug(donation.entity))
  const last = donation.attempts.at(-1)!
  const same = wayOf(last.provider, last.choice)
  const receiptUrl = `/receipts/${donation.receiptKey}`
  const others = open.filter((way) => way !== same && carries(way, donation.amountVnd))
  const state = stateOf(donation)
  const gaps = {
    ...stateFlags(donation),
    amount: formatVnd(donation.amountVnd, lang),
    programName: program.name[lang],
    receiptUrl,
    giveAgainUrl: `${lang === 'vi' ? '/ung-ho' : '/en/give'}/${program.slug}/?amount=${donation.amountVnd}`,
    statusUrl: `/api/donations/${donation.receiptKey}`,
    promisedOn: donation.heard?.promisedOn ? formatDay(donation.heard.promisedOn, lang) : '',
    problem: problem.title,
    reason: donation.heard ? say(lang, `reason.${reasonOf(last.provider, donation.heard.responseCode)}`) : '',
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
    viUrl: `${receiptUrl}/return?lang=vi`,
    enUrl: `${receiptUrl}/return?lang=en`,
  }
  return page('return', lang, gaps, problem.status)
}
