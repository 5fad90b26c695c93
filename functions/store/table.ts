import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { type Key, table } from './keys.ts'

/** The document client; its settings serve a request that a person waits for. */
export const client = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  }),
  { marshallOptions: { removeUndefinedValues: true } },
)

export type Item = Record<string, unknown>
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]
type WriteOf<K extends keyof Write> = Omit<NonNullable<Write[K]>, 'TableName'>

/** One or more conditions of a write did not hold; `at` are the places of those writes. */
export class ConditionFailed extends Error {
  readonly at: readonly number[]
  constructor(at: readonly number[]) {
    super(`condition failed at ${at.join(', ')}`)
    this.name = 'ConditionFailed'
    this.at = at
  }
}

const tableName = (): string => {
  const name = process.env.TABLE_NAME
  if (!name) throw new Error('TABLE_NAME is not set')
  return name
}

const attempts = 10
/** Growing and random: whoever met on one item meets no more. */
export const pause = (attempt: number) =>
  new Promise((done) => setTimeout(done, Math.random() * Math.min(1_000, 15 * 2 ** attempt)))

/** One item, read after every write that was acknowledged before; undefined if there is none. */
export async function get(key: Key): Promise<Item | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true }))
  return Item
}

/** Up to any number of items in the order of `keys`; undefined where there is none. */
export async function getMany(keys: readonly Key[]): Promise<(Item | undefined)[]> {
  const found = new Map<string, Item>()
  const name = (key: Item) => `${key.pk}\n${key.sk}`
  const wanted = [...new Map(keys.map((key) => [name({ ...key }), key])).values()]
  for (let from = 0; from < wanted.length; from += 100) {
    let ask: Item[] = wanted.slice(from, from + 100).map(({ pk, sk }) => ({ pk, sk }))
    for (let attempt = 0; ask.length > 0; attempt++) {
      if (attempt >= attempts) throw new Error('table: items stayed unprocessed')
      if (attempt > 0) await pause(attempt)
      const answer = await client.send(
        new BatchGetCommand({ RequestItems: { [tableName()]: { Keys: ask, ConsistentRead: true } } }),
      )
      for (const item of answer.Responses?.[tableName()] ?? []) found.set(name(item), item)
      ask = answer.UnprocessedKeys?.[tableName()]?.Keys ?? []
    }
  }
  return keys.map((key) => found.get(name({ ...key })))
}

/** Items of one partition in the order of their sort keys; all of them, or the first `limit`. */
export async function query(pk: string, range: { upTo?: string; limit?: number } = {}): Promise<Item[]> {
  const items: Item[] = []
  let start: Item | undefined
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: range.upTo === undefined ? '#pk = :pk' : '#pk = :pk AND #sk <= :upTo',
        ExpressionAttributeNames:
          range.upTo === undefined ? { '#pk': table.partition } : { '#pk': table.partition, '#sk': table.sort },
        ExpressionAttributeValues: range.upTo === undefined ? { ':pk': pk } : { ':pk': pk, ':upTo': range.upTo },
        ConsistentRead: true,
        Limit: range.limit,
        ExclusiveStartKey: start,
      }),
    )
    items.push(...(answer.Items ?? []))
    start = answer.LastEvaluatedKey
  } while (start && (range.limit === undefined || items.length < range.limit))
  return range.limit === undefined ? items : items.slice(0, range.limit)
}

/** Items of one partition of the index; a write may show here a moment later. */
export async function queryIndex(pk: string): Promise<Item[]> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: table.index.name,
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': table.index.partition },
      ExpressionAttributeValues: { ':pk': pk },
    }),
  )
  return Items ?? []
}

/** Adds to a counter that expires, and answers what it is now. A repeated call may count twice. */
export async function increase(key: Key, counter: string, expiresAtSeconds: number, by = 1): Promise<number> {
  const counting = new UpdateCommand({
    TableName: tableName(),
    Key: key,
    UpdateExpression: 'ADD #counter :by SET #expiry = :expiry',
    ExpressionAttributeNames: { '#counter': counter, '#expiry': table.expiry },
    ExpressionAttributeValues: { ':by': by, ':expiry': expiresAtSeconds },
    ReturnValues: 'UPDATED_NEW',
  })
  const { Attributes } = await single(() => client.send(counting))
  return Number(Attributes?.[counter] ?? 1)
}

/** Puts one item if `when` holds; throws ConditionFailed([0]) if it does not. */
export async function put(item: Item, when: Omit<WriteOf<'Put'>, 'Item'> = {}): Promise<void> {
  await single(() =>
    client.send(new PutCommand({ TableName: tableName(), Item: item, ...when } as PutCommand['input'])),
  )
}

export const absent = { ConditionExpression: 'attribute_not_exists(pk)' } as const
export const present = { ConditionExpression: 'attribute_exists(pk)' } as const

/** Deletes one item; that it is already gone is no error. */
export async function remove(key: Key): Promise<void> {
  await single(() => client.send(new DeleteCommand({ TableName: tableName(), Key: key })))
}

/** Sends one write. One that meets a transaction on the same item is refused, and the SDK does not repeat it: this does. */
async function single<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send()
    } catch (error) {
      const name = error instanceof Error ? error.name : ''
      if (name === 'ConditionalCheckFailedException') throw new ConditionFailed([0])
      if (name !== 'TransactionConflictException' || attempt >= attempts) throw error
      await pause(attempt)
    }
  }
}

export const write = {
  put: (item: Item, when: Omit<WriteOf<'Put'>, 'Item'> = {}): Write => ({
    Put: { TableName: tableName(), Item: item, ...when },
  }),
  update: (key: Key, change: Omit<WriteOf<'Update'>, 'Key'>): Write => ({
    Update: { TableName: tableName(), Key: key, ...change },
  }),
  remove: (key: Key, when: Omit<WriteOf<'Delete'>, 'Key'> = {}): Write => ({
    Delete: { TableName: tableName(), Key: key, ...when },
  }),
  check: (key: Key, condition: Omit<WriteOf<'ConditionCheck'>, 'Key'>): Write => ({
    ConditionCheck: { TableName: tableName(), Key: key, ...condition },
  }),
  absent: (key: Key): Write => ({ ConditionCheck: { TableName: tableName(), Key: key, ...absent } }),
  present: (key: Key): Write => ({ ConditionCheck: { TableName: tableName(), Key: key, ...present } }),
}

const mayRetry = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded', 'None'])

/**
 * Writes all or nothing. The SDK does not repeat a transaction that met another one on the same item: this does,
 * with growing, random pauses. Throws ConditionFailed if a condition did not hold.
 */
export async function transact(writes: readonly Write[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: [...writes] }))
      return
    } catch (error) {
      const busy = error instanceof Error && error.name === 'TransactionInProgressException'
      if (!(error instanceof TransactionCanceledException) && !busy) throw error
      const reasons =
        error instanceof TransactionCanceledException
          ? (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None')
          : []
      const failed = reasons.flatMap((code, place) => (code === 'ConditionalCheckFailed' ? [place] : []))
      if (failed.length > 0) throw new ConditionFailed(failed)
      if (attempt >= attempts || !reasons.every((code) => mayRetry.has(code))) throw error
      await pause(attempt)
    }
  }
}
