import { differencesIn, type Statement } from '../../functions/reconciliation/statement.ts'
import { providerIn } from './names.ts'
import type { Desk } from './reconcile.ts'
import { say } from './reconcile-words.ts'

/** Prints the newest statement of a day, as everybody may read it. Returns false if the day is not closed. */
export async function tellStatement(
  { order, lang, print }: Pick<Desk, 'order' | 'lang' | 'print'>,
  day: string,
): Promise<boolean> {
  const { statement: newest } = await order<{ statement: Statement | null }>('reconciliation/tell', { day })
  if (newest === null) {
    print(say(lang, 'no-statement', { day: { day } }))
    return false
  }
  const vnd = (amount: number) => ({ vnd: amount })
  print(say(lang, 'statement', { day: { day: newest.day }, version: newest.version, differences: newest.differences }))
  print(
    say(lang, 'sum-in', { count: newest.in.count, sum: vnd(newest.in.vnd), unallocated: vnd(newest.unallocatedVnd) }),
  )
  print(
    say(lang, 'sum-out', {
      ...{ fees: vnd(newest.feesVnd), refunded: vnd(newest.refunded.vnd) },
      ...{ paidOut: vnd(newest.paidOut.vnd), out: vnd(newest.outVnd) },
    }),
  )
  for (const of of newest.providers) {
    const { provider, in: came, files, differences } = of
    const ours = { provider: providerIn({ lang }, provider), sum: vnd(came.vnd) }
    print(
      files
        ? say(lang, 'provider-file', { ...ours, theirs: vnd(files.in.vnd), differences: differencesIn(of) })
        : say(lang, 'provider-no-file', ours),
    )
    for (const { reason, oursVnd, theirsVnd, entryId = '', line } of differences)
      print(
        say(lang, 'difference', {
          ...{ reason: say(lang, `why.${reason}`), ours: vnd(oursVnd), theirs: vnd(theirsVnd) },
          where: [entryId, line === undefined ? '' : `#${line}`].filter(Boolean).join(' '),
        }),
      )
  }
  return true
}
