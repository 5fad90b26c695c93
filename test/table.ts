import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { BatchWriteCommand, DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { type Key, table as names } from '../functions/store/keys.ts'

export interface Table {
  endpoint: string
  erase(...keys: Key[]): Promise<void>
  empty(): Promise<void>
  close(): Promise<void>
}

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })

async function answers(client: DynamoDBClient): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const up = await client.send(new ListTablesCommand({})).then(
      () => true,
      () => false,
    )
    if (up) return
    await pause(25)
  }
  throw new Error('the engine does not answer')
}

/** A table of the template's shape in an engine of its own, and the environment that leads the stores to it. */
export async function openTable(): Promise<Table> {
  const port = await freePort()
  const engine = spawn('node_modules/@dynoxide/linux-x64/dynoxide', ['serve', '--port', String(port)], {
    stdio: 'ignore',
  })
  const endpoint = `http://127.0.0.1:${port}`
  const TableName = 'city'
  Object.assign(process.env, {
    TABLE_NAME: TableName,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    STAGE: 'dev',
  })
  const plain = new DynamoDBClient({ endpoint, maxAttempts: 1 })
  await answers(plain)
  const { partition: pk, sort: sk, index } = names
  await plain.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: pk, KeyType: 'HASH' },
        { AttributeName: sk, KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [pk, sk, index.partition, index.sort].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      GlobalSecondaryIndexes: [
        {
          IndexName: index.name,
          KeySchema: [
            { AttributeName: index.partition, KeyType: 'HASH' },
            { AttributeName: index.sort, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  )
  const documents = DynamoDBDocumentClient.from(plain)
  const erase = async (...keys: Key[]) => {
    for (let from = 0; from < keys.length; from += 25)
      await documents.send(
        new BatchWriteCommand({
          RequestItems: { [TableName]: keys.slice(from, from + 25).map((Key) => ({ DeleteRequest: { Key } })) },
        }),
      )
  }
  return {
    endpoint,
    erase,
    async empty() {
      for (;;) {
        const { Items = [] } = await documents.send(new ScanCommand({ TableName, ProjectionExpression: 'pk, sk' }))
        if (Items.length === 0) return
        await erase(...Items.map(({ pk, sk }) => ({ pk, sk })))
      }
    },
    async close() {
      plain.destroy()
      await new Promise((done) => engine.once('exit', done) && engine.kill('SIGKILL'))
    },
  }
}
