import type { GivingSwitch } from '../../functions/giving/switch.ts'
import { formatInstant } from '../../functions/time.ts'
import type { Both } from '../../functions/words/words.ts'
import type { Ringing } from './alarms.ts'
import { providerIn } from './names.ts'
import { type Office, tell } from './office.ts'
import { ageIn } from './review.ts'
import { impactIn } from './words/impacts.ts'
import { say } from './words/words.ts'

/** What `office/today` answers. */
export interface Today {
  at: string
  giving: GivingSwitch
  received: { providers: { provider: string; gifts: number; vnd: number }[]; isWhole: boolean }
  pending: { provider: string; attempts: number }[]
  reviews: { open: number; oldestAt?: string }
  heard: Record<string, string>
  refunds: { amountVnd: number }[]
  payouts: { amountVnd: number }[]
  unallocated: { sums: number; vnd: number }
  reports: { name: Both; dueOn: string; isLate: boolean }[]
}

const sum = (of: readonly { amountVnd: number }[]) => ({
  count: of.length,
  amount: { vnd: of.reduce((total, { amountVnd }) => total + amountVnd, 0) },
})

function tellReceived(office: Office, { providers, isWhole }: Today['received']): void {
  const gifts = providers.reduce((total, each) => total + each.gifts, 0)
  const vnd = providers.reduce((total, each) => total + each.vnd, 0)
  tell(office, 'today.received', { gifts, amount: { vnd } })
  if (!isWhole) tell(office, 'today.at-least')
  for (const each of providers)
    tell(office, 'today.provider', {
      provider: providerIn(office, each.provider),
      gifts: each.gifts,
      amount: { vnd: each.vnd },
    })
}

function tellWaiting(office: Office, { at, pending, reviews, refunds, payouts, unallocated }: Today): void {
  const attempts = pending.reduce((total, each) => total + each.attempts, 0)
  const each =
    pending.map(({ provider, attempts: many }) => `${providerIn(office, provider)} ${many}`).join(', ') || '–'
  tell(office, 'today.pending', { attempts, each })
  tell(office, 'today.reviews', { open: reviews.open, age: ageIn(office, reviews.oldestAt ?? at, at) })
  tell(office, 'today.refunds', sum(refunds))
  tell(office, 'today.payouts', sum(payouts))
  tell(office, 'today.unallocated', { count: unallocated.sums, amount: { vnd: unallocated.vnd } })
}

function alarmLines({ lang }: Office, alarms: readonly Ringing[] | string): string[] {
  if (typeof alarms === 'string') return [alarms]
  if (alarms.length === 0) return [say(lang, 'alarms.none')]
  return alarms.flatMap(({ impact, first, since }) => [
    say(lang, 'alarms.rings', { impact: impactIn(lang, impact), since: formatInstant(since, lang) }),
    ...(first ? [say(lang, 'alarms.first', { first })] : []),
  ])
}

/** How the day stands, in one look. */
export async function today(office: Office): Promise<void> {
  const { lang } = office
  const [told, alarms] = await Promise.all([office.order<Today>('office/today', {}), office.alarms()])
  tell(office, 'today.title', { at: formatInstant(told.at, lang) })
  if (told.giving.open) tell(office, 'today.open')
  else tell(office, 'today.closed', { reason: told.giving.reason[lang] ?? told.giving.reason.vi })
  tellReceived(office, told.received)
  tellWaiting(office, told)
  const heard = Object.entries(told.heard).map(
    ([provider, at]) => `${providerIn(office, provider)} ${formatInstant(at, lang)}`,
  )
  tell(office, 'today.heard', { each: heard.join(', ') || say(lang, 'today.never') })
  for (const { name, dueOn, isLate } of told.reports)
    tell(office, isLate ? 'today.report-late' : 'today.report-soon', { program: name, day: { day: dueOn } })
  for (const line of alarmLines(office, alarms)) office.print(line)
}
