import { client } from '../../../functions/store/table.ts'

/** Stops the writer at its `at`-th call to the table: before the call, or after the table has taken it. */
export function crashAt(at: number, when: 'before' | 'after'): { calls: () => number; mend: () => void } {
  let calls = 0
  client.middlewareStack.add(
    (next) => async (args) => {
      const mine = ++calls
      if (mine > at || (mine === at && when === 'before')) throw new Error('crash')
      const result = await next(args)
      if (mine === at) throw new Error('crash')
      return result
    },
    { step: 'initialize', name: 'crash', priority: 'high' },
  )
  return { calls: () => calls, mend: () => client.middlewareStack.remove('crash') }
}
