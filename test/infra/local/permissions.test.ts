import { beforeAll, describe, expect, it } from 'vitest'
import { type Assembly, readAssembly } from '../../../infra/local/assembly.ts'
import { permissions } from '../../../infra/local/iam.ts'
import { partsOf } from '../../../infra/local/parts.ts'
import type { Resource } from '../../../infra/local/stack.ts'
import { synthesized } from '../../../infra/local/synth.ts'
import { tableGate } from '../../../infra/local/table-gate.ts'

const resource = (type: string, id: string, properties: Record<string, unknown>): Resource => ({
  ...{ stack: 'city', id, type, name: id, ref: id, arn: `arn:${id}`, properties },
})
/** Judges a function `f` whose role has these statements. */
const judge = (...Statement: object[]) =>
  permissions({
    resources: [
      resource('AWS::IAM::Role', 'role', { Policies: [{ PolicyDocument: { Statement } }] }),
      resource('AWS::Lambda::Function', 'f', { Role: 'arn:role' }),
    ],
  })
const keys = (...of: string[]) => ({ 'dynamodb:LeadingKeys': of })
const families = {
  ...{ Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:Put*'], Resource: 'arn:table' },
  Condition: {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['program#*'] },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  },
}

describe('a role', () => {
  it('allows what a statement names, for its keys, and nothing else', () => {
    const { may } = judge(families)
    expect(may('f', 'dynamodb:GetItem', 'arn:table', keys('program#all'))).toBe(true)
    expect(may('f', 'dynamodb:PutItem', 'arn:table', keys('program#all', 'program#x'))).toBe(true)
    expect(may('f', 'dynamodb:GetItem', 'arn:table', keys('program#all', 'donor#1'))).toBe(false)
    expect(may('f', 'dynamodb:GetItem', 'arn:table', keys())).toBe(false)
    expect(may('f', 'dynamodb:GetItem', 'arn:other', keys('program#all'))).toBe(false)
    expect(may('f', 'dynamodb:DeleteItem', 'arn:table', keys('program#all'))).toBe(false)
  })
  it('is overruled by a denial, and judges no tool', () => {
    const { may } = judge(families, { Effect: 'Deny', Action: 'dynamodb:*', Resource: '*' })
    expect(may('f', 'dynamodb:GetItem', 'arn:table', keys('program#all'))).toBe(false)
    expect(may('operator', 'dynamodb:Scan', 'arn:table')).toBe(true)
  })
  it('under a condition that the runner cannot judge stops it', () => {
    expect(() => judge({ ...families, Condition: { DateLessThan: { 'aws:CurrentTime': '2026' } } })).toThrow(
      'role allows something under DateLessThan, which the local runner does not understand',
    )
  })
})

describe('the roles of the city’s own template', () => {
  let assembly: Assembly
  let gate: ReturnType<typeof tableGate>
  let table: string
  beforeAll(async () => {
    assembly = readAssembly((await synthesized()).folder)
    const { tables } = partsOf(assembly)
    table = tables[0]!.name
    gate = tableGate(assembly, tables, permissions(assembly))
  })
  const item = (pk: string) => ({ pk: { S: pk }, sk: { S: 'it' } })
  const of = (verb: string, operation: string, request: object) => {
    const by = partsOf(assembly).functions.find((each) => each.verb === verb)!.name
    const said = gate({ operation, by, request: { TableName: table, ...request } })
    return said ? (JSON.parse(said.body) as { __type: string }).__type.split('#')[1] : 'allowed'
  }
  const query = (pk: string) => ({
    ...{ KeyConditionExpression: '#pk = :pk', ExpressionAttributeNames: { '#pk': 'pk' } },
    ExpressionAttributeValues: { ':pk': { S: pk } },
  })
  it.each<[string, string, string, (pk: string) => object, string]>([
    ['programs/list', 'Query', 'program#all', query, 'allowed'],
    ['programs/list', 'Query', 'donor#1', query, 'AccessDeniedException'],
    ['programs/list', 'PutItem', 'program#all', (pk) => ({ Item: item(pk) }), 'AccessDeniedException'],
    ['programs/list', 'Scan', '', () => ({}), 'AccessDeniedException'],
    ['ledger/totals', 'GetItem', 'total#city', (pk) => ({ Key: item(pk) }), 'allowed'],
    ['ledger/totals', 'GetItem', 'payment#vnpay#1', (pk) => ({ Key: item(pk) }), 'AccessDeniedException'],
    ['donations/settle-vnpay', 'PutItem', 'payment#vnpay#1', (pk) => ({ Item: item(pk) }), 'allowed'],
    ['donations/settle-vnpay', 'UpdateItem', 'payment#vnpay#1', (pk) => ({ Key: item(pk) }), 'AccessDeniedException'],
    ['donations/settle-vnpay', 'DeleteItem', 'payment#vnpay#1', (pk) => ({ Key: item(pk) }), 'AccessDeniedException'],
  ])('%s, %s of %j', (verb, operation, pk, request, outcome) => {
    expect(of(verb, operation, request(pk))).toBe(outcome)
  })
  it('judge a batch by all its keys, and a transaction action by action', () => {
    const batch = (...pks: string[]) => ({ RequestItems: { [table]: { Keys: pks.map(item) } } })
    expect(of('ledger/totals', 'BatchGetItem', batch('total#a', 'total#b'))).toBe('allowed')
    expect(of('ledger/totals', 'BatchGetItem', batch('total#a', 'donor#b'))).toBe('AccessDeniedException')
    const fold = (...more: object[]) => ({
      TransactItems: [
        { Put: { TableName: table, Item: item('batch#1') } },
        { Put: { TableName: table, Item: item('head#book') } },
        ...more,
      ],
    })
    expect(of('ledger/fold', 'TransactWriteItems', fold())).toBe('allowed')
    const bad = { Delete: { TableName: table, Key: item('batch#1') } }
    expect(of('ledger/fold', 'TransactWriteItems', fold(bad))).toBe('AccessDeniedException')
  })
  it('let a function read its own frames and secrets only', () => {
    const { may } = permissions(assembly)
    const name = (verb: string) => partsOf(assembly).functions.find((each) => each.verb === verb)!.name
    const bucket = partsOf(assembly).buckets[0]!.name
    const secret = `arn:aws:ssm:${assembly.region}:${assembly.account}:parameter/learning-city/dev/vnpay`
    const asks = (verb: string) => [
      may(name(verb), 's3:GetObject', `arn:aws:s3:::${bucket}/_frames/give.vi.html`),
      may(name(verb), 's3:GetObject', `arn:aws:s3:::${bucket}/index.html`),
      may(name(verb), 'ssm:GetParameter', secret),
      may(name(verb), 'ssm:GetParameter', secret.replace('vnpay', 'other')),
    ]
    expect([asks('donations/give'), asks('programs/list')]).toEqual([
      [true, false, true, false],
      [false, false, false, false],
    ])
  })
})
