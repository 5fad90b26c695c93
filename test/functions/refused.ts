import { expect } from 'vitest'
import { client } from '../../functions/store/table.ts'
import { call, type Said } from '../call.ts'

let writes = 0
let noting = false

/** A try that is counted; it goes by itself within the hour. */
const isTry = (input: unknown): boolean => JSON.stringify(input).includes('"pk":"limit#')

/** Like `call`, and holds what every refusal promises: nothing was written but that it was tried. Calls must not overlap. */
export async function callKeeping(...args: Parameters<typeof call>): Promise<Said> {
  if (!noting) {
    client.middlewareStack.add(
      (next, context) => async (sent) => {
        const done = await next(sent)
        if (/^(Put|Update|Delete|TransactWrite|BatchWrite)/.test(context.commandName ?? '') && !isTry(sent.input))
          writes++
        return done
      },
      { step: 'initialize', name: 'noted writes' },
    )
    noting = true
  }
  const before = writes
  const said = await call(...args)
  if (said.status >= 400) expect([said.status, writes - before]).toEqual([said.status, 0])
  return said
}
