import { beforeAll, describe, expect, it } from 'vitest'
import { type Family, families } from '../../functions/store/keys.ts'
import { changes, clock, commands, events, requests } from '../../functions/triggers.ts'
import { nameOf } from '../../infra/bundle.ts'
import { type Touches, writesOf } from '../../infra/permission.ts'
import { ofType, templates } from './assembly.ts'

interface Statement {
  Sid: string
  Effect: string
  Action: string | string[]
  Resource: unknown
  Condition?: { 'ForAllValues:StringLike'?: Record<string, string[]>; Null?: Record<string, string> }
}
const rows: readonly Touches[] = [...requests, ...changes, ...clock, ...events, ...commands]
const row = (run: string): Touches => rows.find((each) => each.run === run)!
const policies = new Map<string, Statement[]>()
const list = (actions: string | string[]) => [actions].flat()

beforeAll(() => {
  const { service } = templates('dev')
  const roles = ofType(service, 'AWS::IAM::Role')
  for (const { run } of rows) {
    const lambda = ofType(service, 'AWS::Lambda::Function').find(
      ([, { Properties }]) => Properties.FunctionName === `learning-city-dev-${nameOf(run)}`,
    )![1]
    const [id] = (lambda.Properties.Role as { 'Fn::GetAtt': [string] })['Fn::GetAtt']
    const role = roles.find(([name]) => name === id)![1]
    expect(role.Properties.ManagedPolicyArns).toBeUndefined()
    const inline = role.Properties.Policies as { PolicyDocument: { Statement: Statement[] } }[]
    expect(inline).toHaveLength(1)
    policies.set(run, inline[0]!.PolicyDocument.Statement)
  }
})

/** What a role may do to which families of the table: `PutItem` -> families. */
function tableRights(run: string): Record<string, string[]> {
  const rights: Record<string, string[]> = {}
  for (const { Action, Condition, Sid } of policies.get(run)!) {
    const keys = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']
    if (!keys) continue
    for (const action of list(Action)) {
      const name = action.replace('dynamodb:', Sid === 'ReadsIndex' ? 'index ' : '')
      rights[name] = [...(rights[name] ?? []), ...keys.map((key) => key.replace('#*', ''))].sort()
    }
  }
  return rights
}
const sorted = (...lists: (readonly Family[] | undefined)[]) => [...new Set(lists.flatMap((each) => each ?? []))].sort()

describe('permission by family', () => {
  it('lets a list read its families and nothing else', () => {
    const reads = sorted(row('programs/list').reads)
    expect(tableRights('programs/list')).toEqual({
      BatchGetItem: reads,
      GetItem: reads,
      Query: reads,
      'index Query': reads,
    })
    expect(policies.get('programs/list')!.map(({ Sid }) => Sid)).toEqual(['Logs', 'Traces', 'Reads', 'ReadsIndex'])
  })
  it('lets give keep a pledge, read one secret and the frames, and touch no money', () => {
    const { adds } = row('donations/give')
    const rights = tableRights('donations/give')
    for (const run of ['donations/give', 'donations/pay']) {
      expect(tableRights(run).DeleteItem).toBeUndefined()
      expect(tableRights(run).UpdateItem).toEqual(['donation', 'limit'])
    }
    expect(rights.PutItem).toEqual(sorted(adds))
    expect(rights.ConditionCheckItem).toEqual(sorted(adds, ['limit']))
    expect(tableRights('donations/pay').PutItem).toEqual(['due', 'reference'])
    expect(policies.get('donations/give')!.map(({ Sid }) => Sid)).toEqual([
      'Logs',
      'Traces',
      'Reads',
      'ReadsIndex',
      'WritesConditionCheck',
      'WritesPut',
      'WritesUpdate',
      'Secrets',
      'Decrypts',
      'Objects',
    ])
    const text = JSON.stringify(policies.get('donations/give'))
    expect(text).toContain(':parameter/learning-city/dev/vnpay"')
    expect(text).toContain('"/_frames/*"')
    expect(text).not.toMatch(/payment#|ledger#|s3:(Put|List)|ssm:GetParameters/)
  })
  it('lets settle add money and edit only what is no money', () => {
    const { writes, adds, edits, erases } = row('donations/settle-vnpay')
    const rights = tableRights('donations/settle-vnpay')
    expect(rights.PutItem).toEqual(sorted(writes, adds))
    expect(rights.PutItem).toContain('payment')
    expect(rights.UpdateItem).toEqual(sorted(writes, edits))
    expect(rights.UpdateItem).not.toContain('payment')
    expect(rights.DeleteItem ?? []).toEqual(sorted(writes, erases))
    expect(rights.ConditionCheckItem).toEqual(sorted(writes, adds, edits, erases))
  })
  it('lets fold add batches, listen, and erase the outbox', () => {
    const rights = tableRights('ledger/fold')
    expect(rights.PutItem).toEqual(['batch', 'head', 'line', 'total'])
    expect(rights.DeleteItem).toContain('outbox')
    expect(rights.DeleteItem).not.toContain('batch')
    expect(rights.UpdateItem ?? []).not.toContain('line')
    const rings = policies.get('ledger/fold')!.filter(({ Sid }) => /Rings/.test(Sid))
    expect(rings.flatMap(({ Action }) => list(Action)).sort()).toEqual([
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ])
  })
  it('lets letters go from the stage’s own address and set only', () => {
    const mails = policies.get('mail/send')!.filter(({ Sid }) => Sid === 'Mails')
    expect(mails.map(({ Action, Condition }) => [Action, Condition])).toEqual([
      ['ses:SendEmail', { StringEquals: { 'ses:FromAddress': { Ref: 'MailFrom' } } }],
    ])
    const [identity, set] = (mails[0]!.Resource as unknown[]).map((each) => JSON.stringify(each))
    expect(identity).toContain(
      '"Fn::If":["NoMail","none.invalid",{"Fn::Select":[1,{"Fn::Split":["@",{"Ref":"MailFrom"}',
    )
    expect(set).toContain(':configuration-set/learning-city-dev"')
    const rights = tableRights('mail/send')
    expect(rights.DeleteItem).toEqual(['letter'])
    expect(tableRights('mail/bounce').UpdateItem).toEqual(['email'])
    expect(tableRights('mail/bounce').PutItem).toBeUndefined()
  })
  it.each(rows.map(({ run }) => [run]))('gives %s exactly its row', (run) => {
    const { reads, writes, adds, edits, erases, secrets, objects, statements: left } = row(run)
    const wanted: Record<string, string[]> = {
      BatchGetItem: sorted(reads),
      GetItem: sorted(reads),
      Query: sorted(reads),
      'index Query': sorted(reads),
      PutItem: sorted(writes, adds),
      UpdateItem: sorted(writes, edits),
      DeleteItem: sorted(writes, erases),
      ConditionCheckItem: sorted(writes, adds, edits, erases),
    }
    expect(tableRights(run)).toEqual(Object.fromEntries(Object.entries(wanted).filter(([, of]) => of.length > 0)))
    const statements = policies.get(run)!
    for (const { Sid, Action, Resource, Condition, Effect } of statements) {
      expect(Effect).toBe('Allow')
      for (const action of list(Action)) expect(action).not.toContain('*')
      if (Sid !== 'Traces') expect([Sid, Resource]).not.toEqual([Sid, '*'])
      if (/^(Reads|Writes)/.test(Sid)) expect(Condition?.Null).toEqual({ 'dynamodb:LeadingKeys': 'false' })
    }
    const has = (sid: string) => statements.some(({ Sid }) => Sid === sid)
    expect([has('Secrets'), has('Decrypts'), has('Objects')]).toEqual([!!secrets, !!secrets, !!objects])
    expect([has('StatementsList'), has('StatementsRead')]).toEqual([!!left, !!left])
    expect(has('Mails')).toBe(run === 'mail/send')
    expect(has('Rings')).toBe(changes.some((change) => change.run === run))
  })
  it('refuses a row that would edit money, before anything is deployed', () => {
    const money = (Object.keys(families) as Family[]).filter((family) => families[family].money)
    expect(money.length).toBeGreaterThan(3)
    for (const family of money)
      for (const kind of ['writes', 'edits', 'erases'])
        expect(() => writesOf({ run: 'a/b', impact: 'x', [kind]: [family] })).toThrow(/never edited/)
  })
})
