import type { Statement } from '../../functions/reconciliation/statement.ts'
import { type Lang, say } from './reconcile-words.ts'

/** Prints the newest statement of a day, as everybody may read it. Returns false if the day is not closed. */
export async function tellStatement(
  {
    origin,
    fetch,
    lang,
    print,
  }: { origin: string; fetch: typeof globalThis.fetch; lang: Lang; print(line: string): void },
  day: string,
): Promise<boolean> {
  const answer = await fetch(new URL(`/api/statements/${encodeURIComponent(day)}`, origin))
  if (answer.status === 404) {
    print(say(lang, 'no-statement', { day: /^\d{4}-\d\d-\d\d$/.test(day) ? { day } : day }))
    return false
  }
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
  const { versions } = (await answer.json()) as { versions: { statement: Statement }[] }
  const newest = versions[0]!.statement
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
  for (const { provider, in: came, files, differences } of newest.providers) {
    const ours = { provider, sum: vnd(came.vnd) }
    print(
      files
        ? say(lang, 'provider-file', { ...ours, theirs: vnd(files.in.vnd), differences: differences.length })
        : say(lang, 'provider-no-file', ours),
    )
    for (const { reason, oursVnd, theirsVnd, entryId = '', line } of differences)
      print(
        say(lang, 'difference', {
          ...{ reason, ours: vnd(oursVnd), theirs: vnd(theirsVnd) },
          where: [entryId, line === undefined ? '' : `#${line}`].filter(Boolean).join(' '),
        }),
      )
  }
  return true
}
