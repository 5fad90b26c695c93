import { formatInstant } from '../../functions/time.ts'
import type { Both } from '../../functions/words/words.ts'
import { fundIn, providerIn } from './names.ts'
import { againOf, agree, amountOf, inWords, needs, type Office, odd, option, type Typed, tell } from './office.ts'
import { tellWaiting } from './review.ts'
import { isWord, say } from './words/words.ts'

interface Refund {
  id: string
  state: string
  /** The provider's own. */
  code?: string
  amountVnd: number
  provider: string
  /** Id of the payment that it gives back. */
  came: string
  askedAt: string
  /** What the office writes into its transfer. */
  memo?: string
  /** Transfers that left the account with those words. */
  sent?: { reference: string; vnd: number }[]
}
interface Told {
  isNew: boolean
  /** Which one of its sum it is. */
  nth: number
  /** Short code of the gift. */
  code?: string
  refund: Pick<Refund, 'id' | 'state' | 'code' | 'amountVnd'>
  came: {
    provider: string
    transactionId: string
    amountVnd: number
    program: string
    programName?: Both
    number: string
    leftVnd: number
  }
  fund: { leftVnd: number }
  memo?: string
}

function stateIn({ lang }: Office, state: string): string {
  const word = `state.${state}`
  return isWord(word) ? say(lang, word) : state
}

/** What a person is to do next for a refund that no provider carries. */
function tellNext(office: Office, { id, state, amountVnd, provider, came, memo = '', sent = [] }: Refund): void {
  if (state === 'gone') tell(office, 'refund.next-gone', { id })
  if (state !== 'to-transfer') return
  const seen = sent.find(({ vnd }) => vnd === amountVnd)
  const amount = { vnd: amountVnd }
  if (seen) tell(office, 'refund.next-seen', { id, amount, reference: seen.reference })
  else tell(office, 'refund.next-transfer', { id, amount, memo })
  if (provider === 'bank' && !seen) tell(office, 'refund.payer', { came })
  for (const { reference, vnd } of sent)
    if (vnd !== amountVnd) tell(office, 'refund.sent-other', { amount: { vnd }, reference })
}

/** What is under way, each with what it waits for. */
async function list(office: Office): Promise<void> {
  const { refunds } = await office.order<{ refunds: Refund[] }>('donations/finish-refund', {})
  if (refunds.length === 0) tell(office, 'refund.none')
  for (const of of refunds) {
    const [amount, provider] = [{ vnd: of.amountVnd }, providerIn(office, of.provider)]
    const at = formatInstant(of.askedAt, office.lang)
    tell(office, 'refund.line', { id: of.id, provider, amount, state: stateIn(office, of.state), at })
    tellNext(office, of)
  }
}

/** A person says how a refund ended. */
async function finish(office: Office, end: 'done' | 'refused', typed: Typed): Promise<void> {
  const [, id] = typed.words
  const reference = option(typed, 'reference')
  const lacking = end === 'done' ? { '--reference': reference } : {}
  needs(office, 'refund.usage', { [say(office.lang, 'id.refund')]: id, ...lacking })
  const order = { id, end, reference, by: office.by }
  const told = await office.order<{ isNew: boolean; refunds: Refund[] }>('donations/finish-refund', {
    ...order,
    plan: true,
  })
  const { amountVnd, provider, sent = [] } = told.refunds[0]!
  const amount = inWords(office, amountVnd)
  const state = stateIn(office, end)
  tell(office, 'refund.finish-what', { id: id!, amount, provider: providerIn(office, provider), state })
  if (!told.isNew) return tell(office, 'nothing-new')
  for (const each of sent) tell(office, 'refund.sent', { amount: { vnd: each.vnd }, reference: each.reference })
  tell(office, end === 'done' ? 'refund.finish-book' : 'refund.finish-refused', { amount })
  if (!(await agree(office))) return
  await office.order('donations/finish-refund', order)
  tell(office, 'done')
  await tellWaiting(office, ({ refund: of }) => of === id!.toUpperCase())
}

function explain(office: Office, { refund, came, fund: { leftVnd }, memo }: Told): void {
  const amount = inWords(office, refund.amountVnd)
  const { number, program, programName } = came
  const after = leftVnd - refund.amountVnd
  const fund = fundIn(office, program, programName)
  tell(office, 'refund.what', { amount, number, came: { vnd: came.amountVnd }, left: { vnd: came.leftVnd } })
  if (refund.state === 'gone') tell(office, 'refund.outside', { fund })
  else if (memo) tell(office, 'refund.way-bank', { fund, memo })
  else tell(office, 'refund.way', { fund, provider: providerIn(office, came.provider) })
  tell(office, 'refund.book', { amount: { vnd: -refund.amountVnd }, after: { vnd: after } })
  if (after < 0) tell(office, 'refund.short')
}

/** How a refund stands after the order, what is next for it, and what else waits for a person with this gift. */
async function outcome(office: Office, { refund, came, memo, code: gift }: Told): Promise<void> {
  const { id, code = '' } = refund
  const provider = providerIn(office, came.provider)
  // What is no code of the provider's is said by the state.
  const said = /\d/.test(code) ? say(office.lang, 'refund.code', { provider, code }) : ''
  const gaps = { amount: { vnd: refund.amountVnd }, state: stateIn(office, refund.state) }
  tell(office, 'refund.state', { id, ...gaps, code: said })
  const { provider: by, transactionId } = came
  tellNext(office, { ...refund, provider: by, came: transactionId, askedAt: '', ...(memo ? { memo } : {}) })
  if (gift !== undefined) await tellWaiting(office, ({ code: of }) => of === gift)
}

/** Gives back all or a part of a payment; lists what is under way; ends one by hand. */
export async function refund(office: Office, typed: Typed): Promise<void> {
  const [code, extra] = typed.words
  const transfer = option(typed, 'transfer')
  if (code === 'done' || code === 'refused') return finish(office, code, typed)
  if (extra !== undefined) throw odd(office, 'refund.usage', code!)
  if (code === undefined && transfer === undefined) return list(office)
  const because = option(typed, 'because')
  needs(office, 'refund.usage', { '--because': because })
  const amount = option(typed, 'amount')
  const order = {
    ...(transfer === undefined ? { code, number: option(typed, 'number') } : { transfer }),
    ...(amount === undefined ? {} : { amountVnd: amountOf(office, amount) }),
    ...{ because, by: office.by, nth: againOf(typed), ...(typed.options.outside === true ? { outside: true } : {}) },
  }
  const told = await office.order<Told>('donations/refund-gift', { ...order, plan: true })
  if (!told.isNew) {
    tell(office, 'nothing-new')
    return outcome(office, told)
  }
  explain(office, told)
  if (!(await agree(office))) return
  // The sum that was agreed to, whatever came or went since.
  const agreed = { ...order, amountVnd: told.refund.amountVnd, nth: told.nth }
  await outcome(office, await office.order<Told>('donations/refund-gift', agreed))
}
