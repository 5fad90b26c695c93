import { join } from 'node:path'
import {
  type Change as CloudChange,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  type DescribeChangeSetOutput,
  DescribeStackEventsCommand,
  ExecuteChangeSetCommand,
} from '@aws-sdk/client-cloudformation'
import { type At, stacksOf } from '../at.ts'
import { type Change, loses, protect } from '../check/differences.ts'
import { type Outputs, outputsOf, stackOf } from '../check/stacks.ts'

type Which = Change['stack']
const cdk = join('node_modules', 'aws-cdk', 'bin', 'cdk')

/** Uploads what the stack needs and has CloudFormation say what it would do; undefined if it would do nothing. */
async function prepared(
  at: At,
  folder: string,
  name: string,
  set: string,
): Promise<DescribeChangeSetOutput | undefined> {
  const args = ['deploy', name, '--app', folder, '--exclusively', '--require-approval', 'never', '--ci']
  const parameters = name === stacksOf(at.stage).service ? ['--no-previous-parameters'] : []
  const how = ['--method', 'prepare-change-set', '--change-set-name', set]
  const { code, out } = await at.run(process.execPath, [cdk, ...args, ...how, ...parameters])
  if (code !== 0) throw new Error(`CDK could not prepare ${name}:\n${out.trim().split('\n').slice(-8).join('\n')}`)
  try {
    return await described(at, name, set)
  } catch (error) {
    // CDK takes away a change set that would do nothing.
    if (error instanceof Error && error.name === 'ChangeSetNotFoundException') return undefined
    throw error
  }
}

async function described({ aws }: At, StackName: string, ChangeSetName: string) {
  const changes: CloudChange[] = []
  let NextToken: string | undefined
  let page: DescribeChangeSetOutput
  do {
    const ask = { StackName, ChangeSetName, ...(NextToken ? { NextToken } : {}) }
    page = await aws.cloudformation.send(new DescribeChangeSetCommand(ask))
    changes.push(...(page.Changes ?? []))
    NextToken = page.NextToken
  } while (NextToken)
  return page.Status === 'FAILED' ? undefined : { ...page, Changes: changes }
}

/** CloudFormation's own word, which is the last one on what is replaced. */
const read = (stack: Which, { ResourceChange }: CloudChange): Pick<Change, 'stack' | 'id' | 'type' | 'what'>[] => {
  const { Action, Replacement, LogicalResourceId: id = '', ResourceType: type = '' } = ResourceChange ?? {}
  const what =
    Action === 'Remove'
      ? 'deleted'
      : Action === 'Add' || Action === 'Import'
        ? 'made'
        : Replacement === 'True'
          ? 'replaced'
          : Replacement === 'Conditional'
            ? 'perhaps replaced'
            : 'changed'
  return ResourceChange ? [{ stack, id, type, what }] : []
}

/** The state that ends an execution, well or badly. */
async function ended(at: At, name: string): Promise<string> {
  for (;;) {
    const status = (await stackOf(at, name))?.StackStatus ?? 'gone'
    if (!status.endsWith('_IN_PROGRESS')) return status
    await at.pause(5_000)
  }
}

async function reasons({ aws }: At, StackName: string, since: number): Promise<string[]> {
  const { StackEvents = [] } = await aws.cloudformation.send(new DescribeStackEventsCommand({ StackName }))
  return StackEvents.filter(
    ({ ResourceStatus = '', Timestamp }) => ResourceStatus.endsWith('_FAILED') && Number(Timestamp) >= since,
  ).map(({ LogicalResourceId, ResourceStatusReason }) => `${LogicalResourceId}: ${ResourceStatusReason}`)
}

/**
 * Deploys one stack from the assembly: prepares a change set, refuses one that loses what must stay, then executes it.
 * Stopped anywhere and run again it goes on: a change set that was not executed does nothing.
 */
export async function deployStack(at: At, folder: string, stack: Which, set: string) {
  const name = stacksOf(at.stage)[stack]
  const plan = await prepared(at, folder, name, set)
  if (plan) {
    const changes = (plan.Changes ?? []).flatMap((change) => read(stack, change))
    try {
      protect(changes)
    } catch (error) {
      await at.aws.cloudformation.send(new DeleteChangeSetCommand({ StackName: name, ChangeSetName: set }))
      throw error
    }
    for (const { id, type, what } of changes.filter(loses)) at.print(`                 ${what}: ${type} ${id}`)
    await execute(at, name, set)
  }
  const found = await stackOf(at, name)
  if (!found) throw new Error(`${name} is not there`)
  const outputs: Outputs = outputsOf(found)
  return { outputs, seen: plan ? `${plan.Changes?.length ?? 0} resources` : 'nothing to change' }
}

async function execute(at: At, name: string, set: string): Promise<void> {
  const began = Date.now()
  await at.aws.cloudformation.send(new ExecuteChangeSetCommand({ StackName: name, ChangeSetName: set }))
  const status = await ended(at, name)
  if (status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE') return
  throw new Error([`${name} ended as ${status}`, ...(await reasons(at, name, began))].join('\n'))
}
