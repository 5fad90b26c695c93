import { GetAccountSummaryCommand } from '@aws-sdk/client-iam'
import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda'
import type { At } from '../at.ts'
import type { Template } from './assembly.ts'

/** Functions at once that the stage must be able to run; a new account has 10, and AWS takes days to raise it. */
const atOnce = { dev: 10, staging: 100, prod: 1_000 } as const

/** Limits of the account that would end a deploy halfway, or turn donors away after it. */
export async function quotas({ aws, stage }: Pick<At, 'aws' | 'stage'>, templates: readonly Template[]) {
  const { AccountLimit, AccountUsage } = await aws.lambda.send(new GetAccountSettingsCommand({}))
  const concurrency = AccountLimit?.ConcurrentExecutions ?? 0
  if (concurrency < atOnce[stage.name])
    throw new Error(
      `Lambda may run ${concurrency} functions at once here, and ${stage.name} needs ${atOnce[stage.name]}. Ask for “Concurrent executions” in Service Quotas; it takes days`,
    )
  const free = (AccountLimit?.TotalCodeSize ?? 0) - (AccountUsage?.TotalCodeSize ?? 0)
  if (free < 500_000_000)
    throw new Error(`${Math.round(free / 1e6)} MB are left for Lambda code in this region. Delete old versions first`)
  const { SummaryMap = {} } = await aws.iam.send(new GetAccountSummaryCommand({}))
  const roles = templates.flatMap(({ Resources }) =>
    Object.values(Resources).filter(({ Type }) => Type === 'AWS::IAM::Role'),
  ).length
  const left = (SummaryMap.RolesQuota ?? 0) - (SummaryMap.Roles ?? 0)
  if (left < roles) throw new Error(`${left} IAM roles are left in the account, and the stacks have ${roles}`)
  const most = Math.max(...templates.map(({ Resources }) => Object.keys(Resources).length))
  if (most > 500) throw new Error(`a stack has ${most} resources, and CloudFormation takes 500`)
  return { seen: `${concurrency} functions at once; ${left} roles left for ${roles}; ${most} resources of 500` }
}
