import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** A small generator with a seed, so that a failing run can be repeated (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const named = (name: string, more: object = {}) => Object.assign(new Error(name), { name, $metadata: {}, ...more })

/**
 * Faults below the SDK's own retries, as the network and the service make them: throttles, lost requests, and writes that
 * were applied though their answer was lost; writes also meet transactions. `share` of the calls are hit: transactions in
 * turn and by each fault in turn, so that few are enough for all of them; others by chance.
 */
export function withFaults(
  client: DynamoDBDocumentClient,
  share: number,
  seed: number,
): { hit: Record<string, number>; mend(): void } {
  const chance = seeded(seed)
  const hit: Record<string, number> = {}
  const note = (fault: string) => {
    hit[fault] = (hit[fault] ?? 0) + 1
  }
  let transactions = 0
  let hits = 0
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const transaction = context.commandName?.startsWith('TransactWrite')
      if (transaction ? transactions++ % Math.round(1 / share) > 0 : chance() >= share) return next(args)
      const writes = /^(Put|Update|Delete)/.test(context.commandName ?? '')
      const kind = transaction ? 3 - (hits++ % 4) : Math.floor(chance() * (writes ? 4 : 3))
      if (kind === 0) {
        note('throttle')
        throw named('ProvisionedThroughputExceededException', { $retryable: { throttling: true } })
      }
      if (kind === 1) {
        note('lost before')
        throw named('TimeoutError')
      }
      if (kind === 2) {
        note('applied, answer lost')
        await next(args)
        throw named('TimeoutError')
      }
      note('conflict')
      if (!transaction) throw named('TransactionConflictException')
      throw new TransactionCanceledException({
        message: 'conflict',
        $metadata: {},
        CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
      })
    },
    { step: 'deserialize', name: 'faults', priority: 'high' },
  )
  return { hit, mend: () => client.middlewareStack.remove('faults') }
}
