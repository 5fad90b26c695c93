import {
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
} from '@aws-sdk/client-cloudformation'
import { beforeEach, describe, expect, it } from 'vitest'
import { deployStack } from '../../../infra/deploy/ship/stack.ts'
import { makeAt, missing, openAccount } from './account.ts'

let account: ReturnType<typeof openAccount>
beforeEach(() => {
  account = openAccount()
})
// biome-ignore lint/suspicious/noExplicitAny: what a mock was given
const inputs = (mock: any, command: unknown): any[] => mock.commandCalls(command).map(({ args }: any) => args[0].input)

describe('a stack', () => {
  const change = (over: object) => ({ Type: 'Resource', ResourceChange: { Action: 'Modify', ...over } })
  const plan = (...Changes: object[]) =>
    account.cloudformation.on(DescribeChangeSetCommand).resolves({ Status: 'CREATE_COMPLETE', Changes })
  const statuses = (...all: string[]) =>
    account.cloudformation.on(DescribeStacksCommand).callsFake(() => ({
      Stacks: [
        {
          StackStatus: all.length > 1 ? all.shift() : all[0],
          Outputs: [{ OutputKey: 'TableName', OutputValue: 'city' }],
        },
      ],
    }))

  it('is prepared by CDK, read, executed and waited for', async () => {
    const { at, printed, ran } = makeAt()
    plan(
      change({ LogicalResourceId: 'Log', ResourceType: 'AWS::Logs::LogGroup', Action: 'Remove' }),
      change({ LogicalResourceId: 'Give', ResourceType: 'AWS::Lambda::Function', Replacement: 'False' }),
    )
    statuses('UPDATE_IN_PROGRESS', 'UPDATE_IN_PROGRESS', 'UPDATE_COMPLETE')
    expect(await deployStack(at, '/out', 'service', 'release-1')).toEqual({
      outputs: { TableName: 'city' },
      seen: '2 resources',
    })
    const command = ran[0]!.join(' ')
    expect(command).toContain('cdk deploy learning-city-dev-service --app /out --exclusively')
    expect(command).toContain('--method prepare-change-set --change-set-name release-1 --no-previous-parameters')
    expect(printed).toEqual([expect.stringContaining('deleted: AWS::Logs::LogGroup Log')])
    expect(inputs(account.cloudformation, ExecuteChangeSetCommand)).toEqual([
      { StackName: 'learning-city-dev-service', ChangeSetName: 'release-1' },
    ])
  })
  it.each([
    ['a table that is replaced', { Replacement: 'True' }],
    ['a table that may be replaced', { Replacement: 'Conditional' }],
    ['a table that is deleted', { Action: 'Remove' }],
  ])('is left as it is if CloudFormation tells of %s', async (_, over) => {
    plan(change({ LogicalResourceId: 'TableCD117FA1', ResourceType: 'AWS::DynamoDB::GlobalTable', ...over }))
    await expect(deployStack(makeAt().at, '/out', 'data', 'r')).rejects.toThrow('TableCD117FA1 would be')
    expect(account.sent()).not.toContain('ExecuteChangeSetCommand')
    expect(inputs(account.cloudformation, DeleteChangeSetCommand)).toHaveLength(1)
  })
  it('reads every page of a change set before it believes it', async () => {
    const table = change({ LogicalResourceId: 'TableCD117FA1', Replacement: 'True' })
    account.cloudformation
      .on(DescribeChangeSetCommand)
      .callsFake(({ NextToken }: { NextToken?: string }) =>
        NextToken ? { Changes: [table] } : { Changes: [], NextToken: 'more' },
      )
    await expect(deployStack(makeAt().at, '/out', 'data', 'r')).rejects.toThrow('would be replaced')
  })
  it('that would not change is not touched', async () => {
    statuses('UPDATE_COMPLETE')
    account.cloudformation.on(DescribeChangeSetCommand).rejects(missing('ChangeSetNotFoundException'))
    expect((await deployStack(makeAt().at, '/out', 'data', 'r')).seen).toBe('nothing to change')
    account.cloudformation.on(DescribeChangeSetCommand).resolves({ Status: 'FAILED', StatusReason: 'no changes' })
    expect((await deployStack(makeAt().at, '/out', 'data', 'r')).seen).toBe('nothing to change')
    expect(account.sent()).not.toContain('ExecuteChangeSetCommand')
  })
  it('that fails says what failed in it, and not what failed before', async () => {
    plan()
    statuses('UPDATE_ROLLBACK_IN_PROGRESS', 'UPDATE_ROLLBACK_COMPLETE')
    const failed = (LogicalResourceId: string, Timestamp: Date) => ({
      ...{ LogicalResourceId, Timestamp, ResourceStatus: 'CREATE_FAILED', ResourceStatusReason: 'no quota' },
    })
    account.cloudformation
      .on(DescribeStackEventsCommand)
      .resolves({ StackEvents: [failed('Give', new Date(Date.now() + 1_000)), failed('Old', new Date(0))] })
    const error: Error = await deployStack(makeAt().at, '/out', 'service', 'r').catch((error) => error)
    expect(error.message).toBe('learning-city-dev-service ended as UPDATE_ROLLBACK_COMPLETE\nGive: no quota')
  })
  it('that CDK cannot prepare ends with what CDK said', async () => {
    const { at } = makeAt({ run: async () => ({ code: 1, out: 'a\nno credentials' }) })
    await expect(deployStack(at, '/out', 'data', 'r')).rejects.toThrow('no credentials')
  })
})
