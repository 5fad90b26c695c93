import { formatVnd } from '../../functions/money.ts'
import { formatInstant } from '../../functions/time.ts'
import type { Both } from '../../functions/words/words.ts'
import { holderIn, programIn, providerIn } from './names.ts'
import { agree, inWords, needs, type Office, odd, option, type Typed, tell } from './office.ts'
import { isWord, say } from './words/words.ts'

interface Review {
  id: string
  reason: string
  at: string
  code?: string
  refund?: string
  program?: string
  programName?: Both
  provider?: string
  reference?: string
  transactionId?: string
  amountVnd?: number
  pledgedVnd?: number
  like?: string
  responseCode?: string
}

/** Money that was here and was taken back has words of its own, and so has a refund that went twice. */
function wordFor({ reason, responseCode, amountVnd, pledgedVnd }: Review): string {
  if (reason === 'may-have-moved' && responseCode && isWord(`reason.${responseCode}`)) return responseCode
  return reason === 'refund-other-sum' && amountVnd === pledgedVnd ? 'refund-twice' : reason
}

/** How a reason and its next step are said; a reason that nobody worded yet is named as it is. */
function wordsOf(office: Office, of: Review): { reason: string; next: string } {
  const { lang } = office
  const named = wordFor(of)
  const known = isWord(`reason.${named}`) && isWord(`next.${named}`)
  const gaps = {
    name: of.reason,
    came: formatVnd(of.amountVnd ?? 0, lang),
    pledged: formatVnd(of.pledgedVnd ?? 0, lang),
    ...{ id: of.id, like: of.like ?? '–' },
    // How `refund` is told which money is meant.
    code: of.code ?? (of.transactionId ? `--transfer ${of.transactionId}` : '–'),
    provider: of.provider ? holderIn(office, of.provider) : '–',
    ...{ refund: of.refund ?? '–', reference: of.reference || '–' },
  }
  const word = known ? named : 'other'
  const spoken = (kind: 'reason' | 'next') => {
    const full = `${kind}.${word}`
    return isWord(full) ? say(lang, full, gaps) : word
  }
  return { reason: spoken('reason'), next: spoken('next') }
}

/** How many days something has stood at an instant. */
export function ageIn({ lang }: Pick<Office, 'lang'>, since: string, now: string): string {
  const days = Math.floor((Date.parse(now) - Date.parse(since)) / 86_400_000)
  return say(lang, days === 1 ? 'review.day' : 'review.days', { days })
}

const open = (office: Office) => office.order<{ at: string; reviews: Review[] }>('review/resolve', {})

/** Tells of those that wait for a person, among what was just done. */
export async function tellWaiting(office: Office, isMeant: (of: Review) => boolean): Promise<void> {
  const { reviews } = await open(office)
  for (const of of reviews.filter(isMeant))
    tell(office, 'review.waits', { id: of.id, reason: wordsOf(office, of).reason })
}

async function list(office: Office): Promise<void> {
  const { at, reviews } = await open(office)
  if (reviews.length === 0) tell(office, 'review.none')
  for (const of of reviews) {
    const { reason, next } = wordsOf(office, of)
    tell(office, 'review.line', { id: of.id, age: ageIn(office, of.at, at), reason })
    const program = of.program && programIn(office, of.program, of.programName)
    const said = of.responseCode && say(office.lang, 'review.code', { code: of.responseCode })
    const provider = of.provider && providerIn(office, of.provider)
    const facts = [of.code, program, provider, of.transactionId, of.reference, said]
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
  if (what === undefined) return list(office)
  if (what !== 'resolve' && what !== 'book') throw odd(office, 'review.usage', what)
  const because = option(typed, 'because')
  needs(office, 'review.usage', { [say(office.lang, 'id.review')]: id, '--because': because })
  const said = { id, because, by: office.by }
  if (what === 'book') return book(office, said)
  const outcome = option(typed, 'outcome')
  const order = { ...said, ...(outcome === undefined ? {} : { outcome }) }
  const told = await office.order<{ isNew: boolean; reviews: Review[] }>('review/resolve', { ...order, plan: true })
  tell(office, 'review.resolve-what', { id: id!, reason: wordsOf(office, told.reviews[0]!).reason })
  tell(office, 'review.resolve-book')
  if (told.isNew && outcome === 'returned') tell(office, 'review.returned')
  if (!told.isNew) return tell(office, 'nothing-new')
  if (!(await agree(office))) return
  // Of a held transfer the statement of its day is made anew.
  const isHeld = told.reviews[0]!.reason === 'maybe-same'
  const { isNew } = isHeld
    ? await office.order<Booked>('reconciliation/decide-held', { ...order, same: true })
    : await office.order<{ isNew: boolean }>('review/resolve', order)
  tell(office, isNew ? 'done' : 'nothing-new')
}
