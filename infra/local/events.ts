import type { RulePart } from './parts.ts'
import { fits } from './pattern.ts'
import type { Outcome } from './worker/worker.ts'

/** The account's event bus: brings an event to each function whose rule it fits, twice more if that fails. */
export const openBus =
  (rules: readonly RulePart[], invoke: (name: string, event: unknown, cause: string) => Promise<Outcome>) =>
  async (event: { 'detail-type': string }): Promise<void> => {
    const fitting = rules.filter(({ pattern }) => fits(pattern, event))
    await Promise.all(
      fitting.map(async ({ run }) => {
        for (let times = 0; times < 3; times++)
          if ((await invoke(run, event, event['detail-type'])).how === 'answered') return
      }),
    )
  }
