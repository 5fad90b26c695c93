import { isDeepStrictEqual } from 'node:util'
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import type { TablePart } from './parts.ts'

type Keys = readonly { AttributeName?: string | undefined; KeyType?: string | undefined }[] | undefined
const spelled = (keys: Keys) => (keys ?? []).map(({ AttributeName, KeyType }) => [AttributeName, KeyType])

const shapeOf = (table: TableDescription | Omit<TablePart, 'name'>) => ({
  keys: spelled(table.KeySchema),
  indexes: [...(table.GlobalSecondaryIndexes ?? [])]
    .map(({ IndexName, KeySchema }) => [IndexName, spelled(KeySchema)])
    .sort(),
  view: table.StreamSpecification?.StreamViewType,
})

/** Makes the template's table if it is not there. Throws one sentence if another shape of it holds data already. */
export async function makeTable(endpoint: string, { name, ...part }: TablePart): Promise<'made' | 'kept'> {
  const client = new DynamoDBClient({
    ...{ endpoint, region: 'local', maxAttempts: 3 },
    credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
  })
  try {
    const found = await client.send(new DescribeTableCommand({ TableName: name })).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined
      throw error
    })
    if (found?.Table) {
      if (!isDeepStrictEqual(shapeOf(found.Table), shapeOf(part)))
        throw new Error(
          'The kept data has a table of another shape than the template. Begin anew with: npm start -- --fresh',
        )
      return 'kept'
    }
    await client.send(
      new CreateTableCommand({
        TableName: name,
        AttributeDefinitions: part.AttributeDefinitions,
        KeySchema: part.KeySchema,
        BillingMode: part.BillingMode,
        GlobalSecondaryIndexes: part.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
          ...{ IndexName, KeySchema },
          Projection: { ...Projection },
        })),
        StreamSpecification: part.StreamSpecification && {
          StreamEnabled: true,
          StreamViewType: part.StreamSpecification.StreamViewType as 'KEYS_ONLY',
        },
      }),
    )
    const expiry = part.TimeToLiveSpecification
    if (expiry?.Enabled)
      await client.send(
        new UpdateTimeToLiveCommand({
          TableName: name,
          TimeToLiveSpecification: { Enabled: true, AttributeName: expiry.AttributeName },
        }),
      )
    return 'made'
  } finally {
    client.destroy()
  }
}
