import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fault } from '../../../infra/local/faults.ts'
import { openEngine } from '../../engine.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let client: DynamoDBDocumentClient
let keys = 0
let Key: { pk: string; sk: string }

beforeAll(async () => {
  engine = await openEngine()
  const credentials = { accessKeyId: 'asker', secretAccessKey: 'x' }
  const plain = new DynamoDBClient({ endpoint: engine.proxy.endpoint, region: 'local', credentials, maxAttempts: 1 })
  client = DynamoDBDocumentClient.from(plain)
})
beforeEach(() => {
  Key = { pk: `program#${++keys}`, sk: 'it' }
})
afterEach(() => engine.proxy.faults())
afterAll(async () => {
  client.destroy()
  await engine.close()
})

const TableName = () => engine.table
const put = () => client.send(new PutCommand({ TableName: TableName(), Item: Key }))
const there = async () =>
  (await client.send(new GetCommand({ TableName: TableName(), Key, ConsistentRead: true }))).Item !== undefined
const transact = () =>
  client.send(
    new TransactWriteCommand({
      TransactItems: ['a', 'b', 'c'].map((sk) => ({ Put: { TableName: TableName(), Item: { ...Key, sk } } })),
    }),
  )
const failure = async (work: Promise<unknown>) => {
  const failed = await work.then(
    () => undefined,
    (error: Error & { CancellationReasons?: { Code: string }[] }) => error,
  )
  if (!failed) throw new Error('it did not fail')
  return failed
}

describe('the fault proxy', () => {
  it('changes nothing without rules, and sees who asks for what', async () => {
    await put()
    expect(await there()).toBe(true)
    expect(engine.proxy.seen.slice(-2)).toMatchObject([
      { operation: 'PutItem', by: 'asker', status: 200, request: { Item: { pk: { S: Key.pk } } } },
      { operation: 'GetItem', by: 'asker', status: 200 },
    ])
  })
  it('rings after a write that was acknowledged, and only then', async () => {
    let rung = 0
    const count = () => rung++
    engine.proxy.bell.on('wrote', count)
    await put()
    await there()
    engine.proxy.faults([{ fault: 'throttle' }])
    await failure(put())
    engine.proxy.bell.off('wrote', count)
    expect(rung).toBe(1)
  })
  it('makes a transaction meet another one on one of its items', async () => {
    engine.proxy.faults([{ fault: 'conflict' }])
    const error = await failure(transact())
    expect(error.name).toBe('TransactionCanceledException')
    const codes = error.CancellationReasons?.map(({ Code }) => Code)
    expect(codes?.toSorted()).toEqual(['None', 'None', 'TransactionConflict'])
    expect(error.message).toBe(
      `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes?.join(', ')}]`,
    )
  })
  it('makes a single write meet a transaction', async () => {
    engine.proxy.faults([{ fault: 'conflict' }])
    expect((await failure(put())).name).toBe('TransactionConflictException')
    expect(await there()).toBe(false)
  })
  it('turns requests away in both ways that the service has', async () => {
    engine.proxy.faults([{ fault: 'throttle' }], 3)
    const names = new Set<string>()
    for (let at = 0; at < 12; at++) names.add((await failure(put())).name)
    expect([...names].sort()).toEqual(['ProvisionedThroughputExceededException', 'ThrottlingException'])
    engine.proxy.faults()
    expect(await there()).toBe(false)
  })
  it('leaves a batch undone', async () => {
    await put()
    engine.proxy.faults([{ fault: 'unprocessed' }])
    const RequestItems = { [TableName()]: { Keys: [Key] } }
    const answer = await client.send(new BatchGetCommand({ RequestItems }))
    expect([answer.Responses, answer.UnprocessedKeys?.[TableName()]?.Keys]).toEqual([{}, [Key]])
  })
  it.each<[Fault, boolean]>([
    ['lost-before', false],
    ['lost-after', true],
  ])('drops the connection (%s): the write was carried out: %s', async (fault, done) => {
    engine.proxy.faults([{ fault, operations: ['PutItem'] }])
    expect((await failure(put())).message).toMatch(/socket hang up|ECONNRESET|aborted/)
    expect(await there()).toBe(done)
  })
  it('takes its time', async () => {
    engine.proxy.faults([{ fault: 'delay', milliseconds: 80 }])
    const began = performance.now()
    await put()
    expect(performance.now() - began).toBeGreaterThanOrEqual(79)
  })
  it('holds to operations, number and share, and counts', async () => {
    engine.proxy.faults([
      { fault: 'throttle', operations: ['PutItem'], times: 2 },
      { fault: 'conflict', operations: ['TransactWriteItems'], share: 0 },
    ])
    await failure(put())
    expect(await there()).toBe(false)
    await failure(put())
    await put()
    await transact()
    expect(engine.proxy.hit).toEqual({ throttle: 2 })
  })
  it('makes the same faults again for the same seed', async () => {
    const pattern = async (seed: number) => {
      engine.proxy.faults([{ fault: 'throttle', operations: ['PutItem'], share: 0.5 }], seed)
      const hits: boolean[] = []
      for (let at = 0; at < 20; at++)
        hits.push(
          await put().then(
            () => false,
            () => true,
          ),
        )
      return hits
    }
    const first = await pattern(5)
    expect(first).toContain(true)
    expect(first).toContain(false)
    expect(await pattern(5)).toEqual(first)
    expect(await pattern(6)).not.toEqual(first)
  })
  it('is believed by the SDK’s own retries', async () => {
    const plain = new DynamoDBClient({
      endpoint: engine.proxy.endpoint,
      region: 'local',
      maxAttempts: 4,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    })
    engine.proxy.faults([
      { fault: 'throttle', times: 1 },
      { fault: 'lost-after', times: 1 },
    ])
    await DynamoDBDocumentClient.from(plain).send(new PutCommand({ TableName: TableName(), Item: Key }))
    plain.destroy()
    expect(engine.proxy.hit).toEqual({ throttle: 1, 'lost-after': 1 })
    expect(await there()).toBe(true)
  })
})
