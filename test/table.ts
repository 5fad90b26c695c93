import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchWriteCommand, DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { type Key, table as names } from '../functions/store/keys.ts'
import { startEngine } from '../infra/local/engine.ts'

export interface Table {
  endpoint: string
  /** Every item by its key. */
  items(): Promise<Map<string, object>>
  erase(...keys: Key[]): Promise<void>
  empty(): Promise<void>
  close(): Promise<void>
}

/** A table of the template's shape in an engine of its own, and the environment that leads the stores to it. */
export async function openTable(): Promise<Table> {
  const engine = await startEngine({})
  const { endpoint } = engine
  const TableName = `city-${crypto.randomUUID()}`
  Object.assign(process.env, {
    TABLE_NAME: TableName,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    STAGE: 'dev',
  })
  const plain = new DynamoDBClient({ endpoint, maxAttempts: 1 })
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
    async items() {
      const all = new Map<string, object>()
      let after: Record<string, unknown> | undefined
      do {
        const page = await documents.send(new ScanCommand({ TableName, ExclusiveStartKey: after }))
        for (const item of page.Items ?? []) all.set(`${item.pk} ${item.sk}`, item)
        after = page.LastEvaluatedKey
      } while (after)
      return all
    },
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
      await engine.close()
    },
  }
}
