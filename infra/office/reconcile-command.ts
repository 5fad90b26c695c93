import { amountOf, needs, type Office, option, type Typed } from './office.ts'
import { reconcile } from './reconcile.ts'
import { say } from './reconcile-words.ts'
import { tellStatement } from './statement.ts'

/** Compares the books with what a provider or the bank says: `--provider`, and `--file` or the `--day` that it is asked of. */
export async function reconcileCommand(office: Office, typed: Typed): Promise<void> {
  const [provider, file, payout] = ['provider', 'file', 'payout'].map((name) => option(typed, name))
  const day = option(typed, 'day')
  needs(office, 'reconcile.usage', { '--provider': provider, '--file': file ?? day })
  const [account, from, to] = ['account', 'from', 'to'].map((name) => option(typed, name))
  if (day !== undefined && [file, account, from, to, payout].some((given) => given !== undefined))
    throw new Error(say(office.lang, 'file-or-day'))
  await reconcile(office, {
    provider: provider!,
    bytes: file === undefined ? undefined : await office.read(file),
    day,
    ...{ account, from, to },
    payoutVnd: payout === undefined ? undefined : amountOf(office, payout, 0),
  })
}

/** Tells the newest statement of a day: `--day`. */
export async function statementCommand(office: Office, typed: Typed): Promise<void> {
  const day = option(typed, 'day')
  needs(office, 'statement.usage', { '--day': day })
  await tellStatement(office, day!)
}
