import { formatInstant } from '../../functions/time.ts'
import type { Both } from '../../functions/words/words.ts'
import { providerIn } from './names.ts'
import { agree, inWords, needs, type Office, option, type Typed, tell } from './office.ts'

interface Income {
  transactionId: string
  leftVnd: number
  /** What a provider kept of it. */
  feesVnd?: number
  at: string
  text: string
}
interface Told {
  isNew: boolean
  /** Absent where a provider paid over what was given through it. */
  program?: { slug: string; name: Both }
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
  const [program, settlement, because] = ['program', 'settlement', 'because'].map((name) => option(typed, name))
  needs(office, 'allocate.usage', { '--program': program ?? settlement, '--because': because })
  const order = { transfer, program, settlement, because, by: office.by }
  const told = await office.order<Told>('transfers/allocate', { ...order, plan: true })
  const { leftVnd, feesVnd = 0, at, text } = told.income[0]!
  const what = { transfer, amount: inWords(office, leftVnd), at: formatInstant(at, lang) }
  if (told.program) tell(office, 'allocate.what', { ...what, program: told.program.name })
  else tell(office, 'allocate.settlement', { ...what, provider: providerIn(office, settlement ?? '') })
  tell(office, 'allocate.text', { text })
  if (feesVnd !== 0) tell(office, 'allocate.fees', { fees: { vnd: feesVnd } })
  if (told.program) tell(office, 'allocate.book', { amount: { vnd: leftVnd }, program: told.program.name })
  else tell(office, 'allocate.settled', { amount: { vnd: leftVnd } })
  if (!told.isNew) return tell(office, 'nothing-new')
  if (!(await agree(office))) return
  const { isNew } = await office.order<Told>('transfers/allocate', order)
  tell(office, isNew ? 'done' : 'nothing-new')
}
