import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchWriteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BellPart } from '../../../infra/local/parts.ts'
import { type Bells, startBells } from '../../../infra/local/streams.ts'
import type { Outcome } from '../../../infra/local/worker/worker.ts'
import { openEngine } from '../../engine.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
let client: DynamoDBDocumentClient
let bells: Bells
let family = 'none'
let round = 0
const folder = mkdtempSync(join(tmpdir(), 'streams-'))

beforeAll(async () => {
  engine = await openEngine()
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: engine.proxy.endpoint, region: 'local', credentials }),
  )
})
beforeEach(() => {
  family = `f${++round}`
})
afterEach(() => bells.close())
afterAll(async () => {
  client.destroy()
  await engine.close()
  rmSync(folder, { recursive: true })
})

type Batch = string[]
const fault = { errorType: 'E', errorMessage: 'e', trace: [] }
const fine: Outcome = { how: 'answered', payload: '{"batchItemFailures":[]}' }
const failed: Outcome = { how: 'error', fault }

/** Listens to the family of the test; `take` sees the sort keys of each batch. */
function listen(
  take: (batch: Batch, numbers: string[]) => Outcome,
  more: Partial<BellPart> = {},
  options: object = {},
) {
  const batches: Batch[] = []
  const notes: string[] = []
  bells = startBells({
    parts: [
      {
        ...{ id: 'bell', run: 'fold', table: engine.table, EventSourceArn: '', FunctionName: '', BatchSize: 100 },
        ...{ StartingPosition: 'TRIM_HORIZON', MaximumBatchingWindowInSeconds: 0, MaximumRetryAttempts: -1 },
        ...{ MaximumRecordAgeInSeconds: -1, BisectBatchOnFunctionError: false },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        FilterCriteria: {
          Filters: [{ Pattern: JSON.stringify({ dynamodb: { Keys: { pk: { S: [{ prefix: `${family}#` }] } } } }) }],
        },
        ...more,
      },
    ],
    ...{ endpoint: engine.engine, bell: engine.proxy.bell, now: Date.now, note: (note: string) => notes.push(note) },
    async invoke(_, event) {
      const { Records } = event as { Records: { dynamodb: { Keys: { sk: { S: string } }; SequenceNumber: string } }[] }
      const batch = Records.map(({ dynamodb }) => dynamodb.Keys.sk.S)
      batches.push(batch)
      return take(
        batch,
        Records.map(({ dynamodb }) => dynamodb.SequenceNumber),
      )
    },
    ...options,
  })
  return { batches, notes }
}
const write = (names: string[], of = family) =>
  client.send(
    new BatchWriteCommand({
      RequestItems: { [engine.table]: names.map((sk) => ({ PutRequest: { Item: { pk: `${of}#1`, sk } } })) },
    }),
  )
const writeEach = async (names: string[]) => {
  for (const sk of names)
    await client.send(new PutCommand({ TableName: engine.table, Item: { pk: `${family}#1`, sk } }))
}

describe('an event source', () => {
  it('rings for its family only, keys only, in order', async () => {
    const { batches } = listen(() => fine)
    await write(['x'], `other${family}`)
    await writeEach(['a', 'b', 'c'])
    await bells.settled()
    expect(batches.flat()).toEqual(['a', 'b', 'c'])
  })
  it('rings soon after a write, without waiting for its next look', async () => {
    let heard: (at: number) => void = () => {}
    const rung = new Promise<number>((done) => {
      heard = done
    })
    listen(
      () => {
        heard(performance.now())
        return fine
      },
      {},
      { lookMs: 60_000 },
    )
    await bells.settled()
    const began = performance.now()
    await writeEach(['a'])
    expect((await rung) - began).toBeLessThan(30_000)
  })
  it('hands over no more than a batch at once', async () => {
    await writeEach(['a', 'b', 'c', 'd', 'e'])
    const { batches } = listen(() => fine, { BatchSize: 2 })
    await bells.settled()
    expect(batches).toEqual([['a', 'b'], ['c', 'd'], ['e']])
  })
  it('repeats a batch until it is taken', async () => {
    await writeEach(['a', 'b'])
    let left = 2
    const { batches } = listen(() => (left-- > 0 ? failed : fine))
    await bells.settled()
    expect(batches).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ])
    expect(bells.discarded).toEqual([])
  })
  it('repeats from the first reported failure on', async () => {
    await writeEach(['a', 'b', 'c'])
    let first = true
    const { batches } = listen((_, numbers) => {
      if (!first) return fine
      first = false
      return { how: 'answered', payload: JSON.stringify({ batchItemFailures: [{ itemIdentifier: numbers[1] }] }) }
    })
    await bells.settled()
    expect(batches).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
    ])
  })
  it('cuts a failing batch in two until the bad record stands alone, and gives that up', async () => {
    await writeEach(['a', 'b', 'bad', 'c'])
    const { batches, notes } = listen((batch) => (batch.includes('bad') ? failed : fine), {
      ...{ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 1 },
    })
    await bells.settled()
    expect(batches).toEqual([['a', 'b', 'bad', 'c'], ['a', 'b'], ['bad', 'c'], ['bad'], ['bad'], ['c']])
    expect(bells.discarded.map(({ record, why }) => [record.dynamodb.Keys.sk?.S, why])).toEqual([
      ['bad', 'tried 2 times'],
    ])
    expect(notes).toEqual([
      'fold did not take 1 records of the stream: tried 2 times. They are given up, as in the cloud.',
    ])
  })
  it('gives up what is too old', async () => {
    await writeEach(['a'])
    listen(() => failed, { MaximumRecordAgeInSeconds: 60 }, { now: () => Date.now() + 3_600_000 })
    await bells.settled()
    expect(bells.discarded).toMatchObject([{ why: 'older than 60 seconds' }])
  })
  it('goes on after a restart where it was', async () => {
    const file = join(folder, `${family}.json`)
    await writeEach(['a', 'b'])
    const first = listen(() => fine, {}, { file })
    await bells.settled()
    await bells.close()
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('bell')
    await writeEach(['c'])
    const second = listen(() => fine, {}, { file })
    await bells.settled()
    expect([first.batches, second.batches]).toEqual([[['a', 'b']], [['c']]])
  })
  it('says once that the stream is broken, and settled does not wait for ever', async () => {
    const { notes } = listen(() => fine, { table: 'nowhere' })
    await expect(bells.settled()).rejects.toThrow('the stream to fold cannot be read')
    expect(notes).toHaveLength(1)
  })
})
