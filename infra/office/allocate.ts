import { formatInstant } from '../../functions/time.ts'
import type { Both } from '../../functions/words/words.ts'
import { agree, inWords, needs, type Office, option, type Typed, tell } from './office.ts'

interface Income {
  transactionId: string
  leftVnd: number
  at: string
  text: string
}
interface Told {
  isNew: boolean
  program: { slug: string; name: Both }
  income: Income[]
}

/** Gives money without a code to its program, or lists such money. */
export async function allocate(office: Office, typed: Typed): Promise<void> {
  const { lang } = office
  const [transfer] = typed.words
  if (transfer === undefined) {
    const { income } = await office.order<{ income: Income[] }>('transfers/allocate', {})
    if (income.length === 0) tell(office, 'allocate.none')
    for (const { transactionId, leftVnd, at, text } of income)
      tell(office, 'allocate.line', {
        transfer: transactionId,
        amount: { vnd: leftVnd },
        at: formatInstant(at, lang),
        text,
      })
    return
  }
  const [program, because] = [option(typed, 'program'), option(typed, 'because')]
  needs(office, 'allocate.usage', { '--program': program, '--because': because })
  const order = { transfer, program, because, by: office.by }
  const told = await office.order<Told>('transfers/allocate', { ...order, plan: true })
  const { leftVnd, at, text } = told.income[0]!
  const name = told.program.name
  tell(office, 'allocate.what', {
    transfer,
    amount: inWords(office, leftVnd),
    at: formatInstant(at, lang),
    program: name,
  })
  tell(office, 'allocate.text', { text })
  tell(office, 'allocate.book', { amount: { vnd: leftVnd }, program: name })
  if (!told.isNew) return tell(office, 'nothing-new')
  if (!(await agree(office))) return
  const { isNew } = await office.order<Told>('transfers/allocate', order)
  tell(office, isNew ? 'done' : 'nothing-new')
}
