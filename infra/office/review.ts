import { formatVnd } from '../../functions/money.ts'
import { formatInstant } from '../../functions/time.ts'
import { agree, inWords, needs, type Office, option, type Typed, tell } from './office.ts'
import { isWord, say } from './words/words.ts'

interface Review {
  id: string
  reason: string
  at: string
  code?: string
  refund?: string
  program?: string
  provider?: string
  reference?: string
  transactionId?: string
  amountVnd?: number
  pledgedVnd?: number
  like?: string
  responseCode?: string
}

/** How a reason and its next step are said; a reason that nobody worded yet is named as it is. */
function wordsOf({ lang }: Office, of: Review): { reason: string; next: string } {
  const known = isWord(`reason.${of.reason}`) && isWord(`next.${of.reason}`)
  const gaps = {
    name: of.reason,
    came: formatVnd(of.amountVnd ?? 0, lang),
    pledged: formatVnd(of.pledgedVnd ?? 0, lang),
    ...{ id: of.id, like: of.like ?? '–' },
    ...{ code: of.code ?? '–', refund: of.refund ?? '–', provider: of.provider ?? '–', reference: of.reference || '–' },
  }
  const word = known ? of.reason : 'other'
  const spoken = (kind: 'reason' | 'next') => {
    const full = `${kind}.${word}`
    return isWord(full) ? say(lang, full, gaps) : word
  }
  return { reason: spoken('reason'), next: spoken('next') }
}

export const daysSince = (at: string, now: number): number => Math.floor((now - Date.parse(at)) / 86_400_000)

async function list(office: Office): Promise<void> {
  const { reviews } = await office.order<{ reviews: Review[] }>('review/resolve', {})
  if (reviews.length === 0) tell(office, 'review.none')
  for (const of of reviews) {
    const { reason, next } = wordsOf(office, of)
    const age = say(office.lang, 'review.days', { days: daysSince(of.at, Date.now()) })
    tell(office, 'review.line', { id: of.id, age, reason })
    const facts = [of.code, of.program, of.provider, of.transactionId, of.reference, of.responseCode]
    tell(office, 'review.facts', { facts: facts.filter(Boolean).join(' · ') })
    tell(office, 'review.next', { next })
  }
}

interface Booked {
  isNew: boolean
  like?: string
  transfer: { transactionId: string; amountVnd: number; at: string; text: string }
}

/** Records a transfer that was held. */
async function book(office: Office, order: object): Promise<void> {
  const verb = 'reconciliation/decide-held'
  const { isNew, like = '–', transfer } = await office.order<Booked>(verb, { ...order, plan: true })
  const amount = inWords(office, transfer.amountVnd)
  const at = formatInstant(transfer.at, office.lang)
  tell(office, 'review.book-what', { transfer: transfer.transactionId, amount, at, like })
  tell(office, 'allocate.text', { text: transfer.text })
  tell(office, 'review.book-book', { amount: { vnd: transfer.amountVnd } })
  if (!isNew) tell(office, 'nothing-new')
  // A repeated order finishes what broke.
  else if (!(await agree(office))) return
  const done = await office.order<Booked>(verb, order)
  if (isNew) tell(office, done.isNew ? 'done' : 'nothing-new')
}

/** Lists what a person must look at, with its age and the next step; marks one as looked at. */
export async function review(office: Office, typed: Typed): Promise<void> {
  const [what, id] = typed.words
  if (what !== 'resolve' && what !== 'book') return list(office)
  const because = option(typed, 'because')
  needs(office, 'review.usage', { id, '--because': because })
  const order = { id, because, by: office.by }
  if (what === 'book') return book(office, order)
  const told = await office.order<{ isNew: boolean; reviews: Review[] }>('review/resolve', { ...order, plan: true })
  tell(office, 'review.resolve-what', { id: id!, reason: wordsOf(office, told.reviews[0]!).reason })
  tell(office, 'review.resolve-book')
  if (!told.isNew) return tell(office, 'nothing-new')
  if (!(await agree(office))) return
  // Of a held transfer the statement of its day is made anew.
  const isHeld = told.reviews[0]!.reason === 'maybe-same'
  const [verb, decided] = isHeld ? ['reconciliation/decide-held', { ...order, same: true }] : ['review/resolve', order]
  const { isNew } = await office.order<{ isNew: boolean }>(verb as string, decided as object)
  tell(office, isNew ? 'done' : 'nothing-new')
}
