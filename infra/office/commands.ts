import { allocate } from './allocate.ts'
import { type Office, odd, type Typed } from './office.ts'
import { payout } from './payout.ts'
import { reconcileCommand as reconcile, statementCommand as statement } from './reconcile-command.ts'
import { refund } from './refund.ts'
import { review } from './review.ts'
import { today } from './today.ts'

interface Command {
  run: (office: Office, typed: Typed) => Promise<void>
  /** Most words that may stand behind it. */
  words: number
  /** What may be typed behind it, beside `--stage`, `--lang`, `--by` and `--yes`. */
  options: readonly string[]
}

/** Every command of the office; a new one is a row here, a file beside this one, and its words. */
export const commands = {
  today: { run: today, words: 0, options: [] },
  review: { run: review, words: 2, options: ['because', 'outcome'] },
  refund: {
    run: refund,
    words: 2,
    options: ['amount', 'number', 'transfer', 'because', 'again', 'outside', 'reference'],
  },
  allocate: { run: allocate, words: 1, options: ['program', 'settlement', 'because'] },
  payout: {
    run: payout,
    words: 2,
    options: ['program', 'payee', 'tax', 'amount', 'purpose', 'purpose-en', 'evidence', 'because', 'again'],
  },
  reconcile: { run: reconcile, words: 0, options: ['provider', 'file', 'day', 'account', 'from', 'to', 'payout'] },
  statement: { run: statement, words: 0, options: ['day'] },
} as const satisfies Readonly<Record<string, Command>>

type Name = keyof typeof commands
export type Option = (typeof commands)[Name]['options'][number]

export const isCommand = (name: string | undefined): name is Name => name !== undefined && Object.hasOwn(commands, name)

/** Options of a command; of all of them if there is none of that name. */
export const optionsOf = (name: string | undefined): readonly Option[] =>
  isCommand(name) ? commands[name].options : Object.values(commands).flatMap(({ options }) => options)

/** Runs a command. Refuses words that it does not know. */
export async function carryOut(name: Name, office: Office, typed: Typed): Promise<void> {
  const { run, words }: Command = commands[name]
  const extra = typed.words[words]
  if (extra !== undefined) throw odd(office, `${name}.usage`, extra)
  await run(office, typed)
}
