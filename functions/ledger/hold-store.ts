import type { Vnd } from '../money.ts'
import { key } from '../store/keys.ts'
import { absent, get, type Write, write } from '../store/table.ts'
import { emptyHold, type Hold, heldVnd, hold } from './hold.ts'
import { readLines, readTotals } from './store.ts'

/** What is held of a program's fund, without what has found its line in the book since. */
export async function readHold(program: string): Promise<Hold> {
  const kept = await get(key.hold(program))
  if (!kept) return emptyHold
  const of = hold.parse(kept)
  const lines = await readLines(of.held.map(({ entryId }) => entryId))
  return { ...of, held: of.held.filter((_, place) => lines[place] === undefined) }
}

/** A program's fund and what is held of it. The total is read last: a line that is known then is in it. */
export async function readFund(program: string): Promise<{ hold: Hold; leftVnd: Vnd; freeVnd: Vnd }> {
  const held = await readHold(program)
  const { leftVnd } = (await readTotals([program])).get(program)!
  return { hold: held, leftVnd, freeVnd: leftVnd - heldVnd(held) }
}

/** Keeps what `before` became, if nobody changed it meanwhile. */
export const holdWrite = (program: string, before: Hold, after: Hold): Write =>
  write.put(
    { ...key.hold(program), ...after },
    before.version === 0
      ? absent
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before.version } },
  )
