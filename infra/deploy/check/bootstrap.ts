import { GetParameterCommand } from '@aws-sdk/client-ssm'
import type { At } from '../at.ts'

/** CDK's own ground in the account and region must be there, and new enough for this assembly. */
export async function bootstrap({ aws, stage }: Pick<At, 'aws' | 'stage'>, needs: number) {
  const how = `npx cdk bootstrap aws://${stage.account ?? '<account>'}/${stage.region}`
  let version: number
  try {
    const { Parameter } = await aws.ssm.send(new GetParameterCommand({ Name: '/cdk-bootstrap/hnb659fds/version' }))
    version = Number(Parameter?.Value)
  } catch (error) {
    if (error instanceof Error && error.name === 'ParameterNotFound')
      throw new Error(`the account is not bootstrapped for CDK in ${stage.region}: ${how}`)
    throw error
  }
  if (!(version >= needs)) throw new Error(`the bootstrap is version ${version} and must be ${needs} or newer: ${how}`)
  return { seen: `version ${version}` }
}
