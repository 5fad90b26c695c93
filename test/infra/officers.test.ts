import { beforeAll, describe, expect, it } from 'vitest'
import { type CommandTrigger, commands } from '../../functions/triggers.ts'
import { nameOf } from '../../infra/bundle.ts'
import { ofType, templates } from './assembly.ts'

type Resource = string | { 'Fn::GetAtt': [string, string] } | { 'Fn::Join': [string, unknown[]] }
interface Statement {
  Effect: 'Allow' | 'Deny'
  Action: string | string[]
  Resource: Resource | Resource[]
}
const policies = new Map<string, Statement[]>()
const verbs = new Map<string, string>()
beforeAll(() => {
  const { service } = templates('prod')
  for (const [, { Properties }] of ofType(service, 'AWS::IAM::ManagedPolicy'))
    policies.set(
      String(Properties.ManagedPolicyName),
      (Properties.PolicyDocument as { Statement: Statement[] }).Statement,
    )
  const runs = new Map(commands.map(({ run }) => [`learning-city-prod-${nameOf(run)}`, run as string]))
  for (const [id, { Properties }] of ofType(service, 'AWS::Lambda::Function')) {
    const run = runs.get(String(Properties.FunctionName))
    if (run) verbs.set(id, run)
  }
})

const idOf = (resource: Resource): string => /"Fn::GetAtt":\["(\w+)"/.exec(JSON.stringify(resource))?.[1] ?? ''
/** Commands that whoever has these policies may invoke: what one of them denies, no other allows. */
function allowed(...sides: string[]): string[] {
  const all = sides.flatMap((side) => policies.get(`learning-city-prod-officer-${side}`)!)
  const of = (effect: Statement['Effect']) =>
    all
      .filter(({ Effect, Action }) => Effect === effect && [Action].flat().includes('lambda:InvokeFunction'))
      .flatMap(({ Resource: of }) => [of].flat().map((each) => verbs.get(idOf(each))!))
  return [...new Set(of('Allow'))].filter((run) => !of('Deny').includes(run)).sort()
}
const rows: readonly CommandTrigger[] = commands
const each = rows.filter(({ officers }) => officers === 'each').map(({ run }) => run)

describe('the two officers of the money', () => {
  it('may each give every order of the office but the other’s half of a payout', () => {
    expect(allowed('proposes')).toEqual([...each, 'payouts/propose'].sort())
    expect(allowed('approves')).toEqual([...each, 'payouts/approve'].sort())
  })
  it('who is given both may do neither half', () => expect(allowed('proposes', 'approves')).toEqual([...each].sort()))
  it('may not publish, close giving or probe', () =>
    expect(rows.filter(({ officers }) => !officers).map(({ run }) => run)).toEqual([
      ...['programs/publish', 'giving/turn', 'probe/permission'],
    ]))
  it('invoke functions of their stage only, and see no more than alarms', () => {
    for (const statements of policies.values()) {
      const wild = statements.filter(({ Resource: of }) => [of].flat().includes('*'))
      expect(wild.map(({ Action }) => Action)).toEqual(['cloudwatch:DescribeAlarms'])
      const named = statements.filter((statement) => !wild.includes(statement))
      expect(named.flatMap(({ Action }) => Action)).toEqual(['lambda:InvokeFunction', 'lambda:InvokeFunction'])
      for (const { Resource: of } of named) for (const one of [of].flat()) expect(verbs.has(idOf(one))).toBe(true)
    }
  })
  it('are denied the other half by any version or alias of it', () => {
    const denied = policies.get('learning-city-prod-officer-proposes')!.find(({ Effect }) => Effect === 'Deny')!
    expect([denied.Resource].flat().map((one) => JSON.stringify(one).includes('":*"'))).toEqual([false, true])
  })
})
