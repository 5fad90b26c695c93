import { clock } from '../door/clock.ts'
import { leftFiles } from '../door/left-files.ts'
import { count, log } from '../door/log.ts'
import { draw } from '../door/random.ts'
import { Refusal } from '../refusal.ts'
import { compare } from './compare-store.ts'
import { leftStatement } from './left.ts'
import type { Statement } from './parts.ts'

/** What the files say that were left for the city. One that cannot be read holds up no other; a person must look. */
async function readLeft(): Promise<Statement[]> {
  const told: Statement[] = []
  for await (const file of leftFiles())
    try {
      const said = leftStatement(file)
      if (said) told.push(said)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      log('unreadable statement', { file: file.name, code: error.code })
      count('UnreadableStatement')
    }
  return told
}

/** Compares the books with the files that were left; one that was taken changes nothing. */
export const handler = clock(async (now) => {
  const told = await readLeft()
  return { told: told.length, changed: await compare(told, draw, now) }
})
