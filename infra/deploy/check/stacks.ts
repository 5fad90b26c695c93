import { DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation'
import { type At, stacksOf } from '../at.ts'

export type Outputs = Readonly<Record<string, string>>
export interface Standing {
  data?: { status: string; outputs: Outputs }
  service?: { status: string; outputs: Outputs }
}

/** A stack as it stands; undefined if there is none. */
export async function stackOf({ aws }: Pick<At, 'aws'>, StackName: string): Promise<Stack | undefined> {
  try {
    return (await aws.cloudformation.send(new DescribeStacksCommand({ StackName }))).Stacks?.[0]
  } catch (error) {
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined
    throw error
  }
}

export const outputsOf = ({ Outputs = [] }: Stack): Outputs =>
  Object.fromEntries(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]))

/** What must be done by hand before a stack in this state can be deployed; undefined if nothing. */
export function obstacle(name: string, status: string): string | undefined {
  if (status === 'REVIEW_IN_PROGRESS') return undefined
  if (status.endsWith('_IN_PROGRESS'))
    return `${name} is being changed by somebody else (${status}); wait until it is done`
  if (status === 'ROLLBACK_COMPLETE' || status === 'ROLLBACK_FAILED')
    return `${name} was never finished (${status}). Delete it first: aws cloudformation delete-stack --stack-name ${name}`
  if (status.endsWith('_FAILED'))
    return `${name} is stuck (${status}): aws cloudformation continue-update-rollback --stack-name ${name}`
  return undefined
}

/** Both stacks as they stand. Throws if one of them cannot be changed now. */
export async function stacks(at: Pick<At, 'aws' | 'stage'>) {
  const names = stacksOf(at.stage)
  const standing: Standing = {}
  const seen: string[] = []
  for (const which of ['data', 'service'] as const) {
    const found = await stackOf(at, names[which])
    const status = found?.StackStatus ?? 'none'
    const wrong = found && obstacle(names[which], status)
    if (wrong) throw new Error(wrong)
    if (found && status !== 'REVIEW_IN_PROGRESS') standing[which] = { status, outputs: outputsOf(found) }
    seen.push(`${which} ${standing[which] ? status : 'not there yet'}`)
  }
  return { standing, seen: seen.join('; ') }
}
