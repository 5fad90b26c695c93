import type { Answer } from './faults.ts'
import type { Permissions } from './iam.ts'
import type { TablePart } from './parts.ts'
import type { Seen } from './proxy.ts'
import type { Place } from './resources.ts'

interface Need {
  action: string
  table: string
  index?: string | undefined
  /** First parts of the keys that are touched. */
  keys: string[]
}

type Item = Record<string, { S?: string; N?: string }>
type Json = Record<string, unknown>

/** What the table's own description says of a key; the first attribute is the partition. */
interface Shape {
  partition: string
  indexes: Record<string, string>
}
const partitionOf = (keys: TablePart['KeySchema']) =>
  keys.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? ''

const textOf = (item: unknown, name: string): string[] => {
  const value = (item as Item | undefined)?.[name]
  return value ? [value.S ?? value.N ?? ''] : []
}

/** Values that a key condition sets equal to the partition key. */
function queried(request: Json, partition: string): string[] {
  const names = (request.ExpressionAttributeNames ?? {}) as Record<string, string>
  const pairs = String(request.KeyConditionExpression ?? '').matchAll(/([#\w.]+)\s*=\s*(:\w+)/g)
  return [...pairs]
    .filter(([, name = '']) => (names[name] ?? name) === partition)
    .flatMap(([, , value = '']) => textOf(request.ExpressionAttributeValues, value))
}

/** A transaction needs each action for its own keys; all others are one action. */
function needsOf(
  { operation, request }: Pick<Seen, 'operation' | 'request'>,
  shapes: ReadonlyMap<string, Shape>,
): Need[] {
  const keysOf = (table: string, item: unknown) => textOf(item, shapes.get(table)?.partition ?? '')
  if (operation.startsWith('Transact')) {
    const needs = new Map<string, Need>()
    for (const each of (request.TransactItems ?? []) as Record<string, Json>[])
      for (const [kind, part] of Object.entries(each)) {
        const table = String(part.TableName)
        const action = kind === 'ConditionCheck' ? 'ConditionCheckItem' : `${kind}Item`
        const need = needs.get(`${action} ${table}`) ?? { action, table, keys: [] }
        need.keys.push(...keysOf(table, part.Key ?? part.Item))
        needs.set(`${action} ${table}`, need)
      }
    return [...needs.values()]
  }
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem')
    return Object.entries((request.RequestItems ?? {}) as Record<string, Json>).map(([table, asked]) => {
      const items = Array.isArray(asked)
        ? (asked as { PutRequest?: Json; DeleteRequest?: Json }[]).map(
            ({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key,
          )
        : ((asked.Keys ?? []) as unknown[])
      return { action: operation, table, keys: items.flatMap((item) => keysOf(table, item)) }
    })
  const table = String(request.TableName)
  const index = typeof request.IndexName === 'string' ? request.IndexName : undefined
  const shape = shapes.get(table)
  const partition = (index === undefined ? shape?.partition : shape?.indexes[index]) ?? ''
  const keys = operation === 'Query' ? queried(request, partition) : keysOf(table, request.Key ?? request.Item)
  return [{ action: operation, table, index, keys }]
}

/** Denies a function what its role does not allow: another family, another action, a scan. */
export function tableGate({ account, region }: Place, tables: readonly TablePart[], judge: Permissions) {
  const shapes = new Map(
    tables.map(({ name, KeySchema, GlobalSecondaryIndexes = [] }): [string, Shape] => [
      name,
      {
        partition: partitionOf(KeySchema),
        indexes: Object.fromEntries(
          GlobalSecondaryIndexes.map((each) => [each.IndexName, partitionOf(each.KeySchema)]),
        ),
      },
    ]),
  )
  return (seen: Seen): Answer | undefined => {
    for (const { action, table, index, keys } of needsOf(seen, shapes)) {
      const resource = `arn:aws:dynamodb:${region}:${account}:table/${table}${index ? `/index/${index}` : ''}`
      if (judge.may(seen.by, `dynamodb:${action}`, resource, { 'dynamodb:LeadingKeys': keys })) continue
      const message = `User: ${seen.by} is not authorized to perform: dynamodb:${action} on resource: ${resource} because no identity-based policy allows the dynamodb:${action} action (keys: ${[...new Set(keys)].join(', ')})`
      return {
        status: 400,
        body: JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', Message: message, message }),
      }
    }
    return undefined
  }
}
