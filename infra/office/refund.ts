import { formatInstant } from '../../functions/time.ts'
import { againOf, agree, amountOf, inWords, needs, type Office, option, type Typed, tell } from './office.ts'
import { isWord, say } from './words/words.ts'

interface Refund {
  id: string
  state: string
  code?: string
  amountVnd: number
  provider: string
  program: string
  askedAt: string
  memo?: string
}
interface Told {
  isNew: boolean
  /** Which one of its sum it is. */
  nth: number
  refund: Pick<Refund, 'id' | 'state' | 'code' | 'amountVnd'>
  came: { provider: string; amountVnd: number; program: string; number: string; leftVnd: number }
  fund: { leftVnd: number }
  memo?: string
}

function stateIn({ lang }: Office, state: string): string {
  const word = `state.${state}`
  return isWord(word) ? say(lang, word) : state
}

/** What is under way, each with what it waits for. */
async function list(office: Office): Promise<void> {
  const { refunds } = await office.order<{ refunds: Refund[] }>('donations/finish-refund', {})
  if (refunds.length === 0) tell(office, 'refund.none')
  for (const { id, amountVnd, provider, state, askedAt, memo } of refunds) {
    const gaps = {
      id,
      provider,
      amount: { vnd: amountVnd },
      state: stateIn(office, state),
      at: formatInstant(askedAt, office.lang),
    }
    tell(office, 'refund.line', { ...gaps, memo: memo ? `  ${memo}` : '' })
  }
}

/** A person says how a refund ended. */
async function finish(office: Office, end: 'done' | 'refused', typed: Typed): Promise<void> {
  const [, id] = typed.words
  const reference = option(typed, 'reference')
  needs(office, 'refund.usage', { id, ...(end === 'done' ? { '--reference': reference } : {}) })
  const order = { id, end, reference, by: office.by }
  const told = await office.order<{ isNew: boolean; refunds: Refund[] }>('donations/finish-refund', {
    ...order,
    plan: true,
  })
  const { amountVnd, provider } = told.refunds[0]!
  const amount = inWords(office, amountVnd)
  tell(office, 'refund.finish-what', { id: id!, amount, provider, state: stateIn(office, end) })
  tell(office, end === 'done' ? 'refund.finish-book' : 'refund.finish-refused', { amount })
  if (!told.isNew) return tell(office, 'nothing-new')
  if (!(await agree(office))) return
  await office.order('donations/finish-refund', order)
  tell(office, 'done')
}

function explain(office: Office, { refund, came, fund, memo }: Told, isOutside: boolean): void {
  const amount = inWords(office, refund.amountVnd)
  const { number, program, provider } = came
  const after = fund.leftVnd - refund.amountVnd
  tell(office, 'refund.what', { amount, number, came: { vnd: came.amountVnd }, left: { vnd: came.leftVnd } })
  if (isOutside) tell(office, 'refund.outside', { program, provider, id: refund.id })
  else if (memo) tell(office, 'refund.way-bank', { program, memo })
  else tell(office, 'refund.way', { program, provider })
  tell(office, 'refund.book', { amount: { vnd: -refund.amountVnd }, after: { vnd: after } })
  if (after < 0) tell(office, 'refund.short')
}

const outcome = (office: Office, { refund: { id, state, code } }: Told): void =>
  tell(office, 'refund.state', { id, state: stateIn(office, state), code: code ? ` (${code})` : '' })

/** Gives back all or a part of a payment; lists what is under way; ends one by hand. */
export async function refund(office: Office, typed: Typed): Promise<void> {
  const [code] = typed.words
  const transfer = option(typed, 'transfer')
  if (code === 'done' || code === 'refused') return finish(office, code, typed)
  if (code === undefined && transfer === undefined) return list(office)
  const because = option(typed, 'because')
  needs(office, 'refund.usage', { '--because': because })
  const amount = option(typed, 'amount')
  const isOutside = typed.options.outside === true
  const order = {
    ...(transfer === undefined ? { code, number: option(typed, 'number') } : { transfer }),
    ...(amount === undefined ? {} : { amountVnd: amountOf(office, amount) }),
    ...{ because, by: office.by, nth: againOf(typed), ...(isOutside ? { outside: true } : {}) },
  }
  const told = await office.order<Told>('donations/refund-gift', { ...order, plan: true })
  explain(office, told, isOutside)
  if (!told.isNew) {
    tell(office, 'nothing-new')
    return outcome(office, told)
  }
  if (!(await agree(office))) return
  // The sum that was agreed to, whatever came or went since.
  const agreed = { ...order, amountVnd: told.refund.amountVnd, nth: told.nth }
  outcome(office, await office.order<Told>('donations/refund-gift', agreed))
}
