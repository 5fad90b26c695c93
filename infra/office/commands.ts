import { allocate } from './allocate.ts'
import type { Office, Typed } from './office.ts'
import { payout } from './payout.ts'
import { reconcileCommand as reconcile, statementCommand as statement } from './reconcile-command.ts'
import { refund } from './refund.ts'
import { review } from './review.ts'
import { today } from './today.ts'

/** Every command of the office; a new one is a row here, a file beside this one, and its words. */
export const commands = { today, review, refund, allocate, payout, reconcile, statement } as const satisfies Readonly<
  Record<string, (office: Office, typed: Typed) => Promise<void>>
>

export const isCommand = (name: string | undefined): name is keyof typeof commands =>
  name !== undefined && Object.hasOwn(commands, name)

/** What may be typed behind them, beside `--stage`, `--lang`, `--by` and `--yes`. */
export const options = [
  ...['amount', 'number', 'transfer', 'because', 'again', 'reference'],
  ...['settlement', 'provider', 'file', 'account', 'from', 'to', 'payout', 'day'],
  ...['program', 'payee', 'tax', 'purpose', 'purpose-en', 'evidence'],
] as const
