import { seeded } from './random.ts'

/**
 * What may happen between a function and the table:
 * `conflict` a transaction met another on the same item; `throttle` the service turns the request away;
 * `unprocessed` a batch answers that it did nothing yet; `delay` it takes longer;
 * `lost-before` the connection drops before the request arrives; `lost-after` it drops after the request was carried out.
 */
export type Fault = 'conflict' | 'throttle' | 'unprocessed' | 'delay' | 'lost-before' | 'lost-after'

export interface FaultRule {
  fault: Fault
  /** Names of DynamoDB operations; all that the fault can meet if absent. */
  operations?: readonly string[]
  /** Part of the requests that are hit, 0 to 1; all if absent. */
  share?: number
  /** Hits at most this often. */
  times?: number
  /** For `delay`. */
  milliseconds?: number
}

export type Request = Record<string, unknown>
export interface Answer {
  status: number
  body: string
}

const singleWrites = ['PutItem', 'UpdateItem', 'DeleteItem']
const transactions = ['TransactWriteItems', 'TransactGetItems']
const batches = ['BatchGetItem', 'BatchWriteItem']
const managing = /^(Create|Delete|Update|Describe|List)(Table|TimeToLive|Tables|Streams?)|GetRecords|GetShardIterator/

/** True if DynamoDB could answer this operation so. */
export function canMeet(fault: Fault, operation: string): boolean {
  if (managing.test(operation)) return false
  if (fault === 'conflict') return [...singleWrites, ...transactions].includes(operation)
  return fault === 'unprocessed' ? batches.includes(operation) : true
}

const model = 'com.amazonaws.dynamodb.v20120810#'
const refuse = (type: string, message: string, more: object = {}): Answer => ({
  status: 400,
  body: JSON.stringify({ __type: type, message, ...more }),
})

function conflict(operation: string, request: Request, chance: () => number): Answer {
  if (singleWrites.includes(operation))
    return refuse(`${model}TransactionConflictException`, 'Transaction is ongoing for the item')
  const items = Array.isArray(request.TransactItems) ? request.TransactItems : [undefined]
  const met = Math.floor(chance() * items.length)
  const codes = items.map((_, place) => (place === met ? 'TransactionConflict' : 'None'))
  return refuse(
    `${model}TransactionCanceledException`,
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(', ')}]`,
    {
      CancellationReasons: codes.map((Code) =>
        Code === 'None' ? { Code } : { Code, Message: 'Transaction is ongoing for the item' },
      ),
    },
  )
}

function throttle(chance: () => number): Answer {
  if (chance() < 0.5)
    return refuse(
      'com.amazon.coral.availability#ThrottlingException',
      'Rate of requests exceeds the allowed throughput.',
    )
  return refuse(
    `${model}ProvisionedThroughputExceededException`,
    'The level of configured provisioned throughput for the table was exceeded.',
  )
}

/** What the service says in place of carrying the request out; undefined for faults of the network. */
export function answerOf(fault: Fault, operation: string, request: Request, chance: () => number): Answer | undefined {
  if (fault === 'conflict') return conflict(operation, request, chance)
  if (fault === 'throttle') return throttle(chance)
  if (fault !== 'unprocessed') return undefined
  const left =
    operation === 'BatchGetItem'
      ? { Responses: {}, UnprocessedKeys: request.RequestItems }
      : { UnprocessedItems: request.RequestItems }
  return { status: 200, body: JSON.stringify(left) }
}

/** Rules and the chance that decides; the same seed and the same requests give the same faults. */
export function faultPlan() {
  let rules: (FaultRule & { left: number })[] = []
  let chance = seeded(1)
  return {
    set(next: readonly FaultRule[], seed = 1): void {
      rules = next.map((rule) => ({ ...rule, left: rule.times ?? Number.POSITIVE_INFINITY }))
      chance = seeded(seed)
    },
    chance: () => chance(),
    next(operation: string): FaultRule | undefined {
      for (const rule of rules) {
        const meets = (rule.operations ?? [operation]).includes(operation) && canMeet(rule.fault, operation)
        if (!meets || rule.left <= 0 || chance() >= (rule.share ?? 1)) continue
        rule.left--
        return rule
      }
      return undefined
    },
  }
}
