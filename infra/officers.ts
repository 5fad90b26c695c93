import { CfnOutput } from 'aws-cdk-lib'
import { Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import type { Command } from './commands.ts'
import { acknowledge } from './nag.ts'
import type { Stage } from './stages.ts'

const sides = ['proposes', 'approves'] as const

/**
 * What each of the two officers of the money may do: every order of the office but the other one's half of a payout, which
 * each is denied. So no session pays out alone, and a user or role that is given both policies can do neither half. Who may
 * take two roles is told apart by the name of the session (see `samePerson`), which single sign-on sets.
 */
export class Officers extends Construct {
  constructor(scope: Construct, { name }: Stage, commands: readonly Command[]) {
    super(scope, 'Officers')
    const arnsOf = (...who: NonNullable<Command['row']['officers']>[]) =>
      commands.filter(({ row }) => row.officers && who.includes(row.officers)).map(({ arn }) => arn)
    const invoke = 'lambda:InvokeFunction'
    for (const [place, side] of sides.entries()) {
      const others = arnsOf(sides[1 - place]!)
      const policy = new ManagedPolicy(this, side, {
        managedPolicyName: `learning-city-${name}-officer-${side}`,
        description: `An officer of the money who ${side} payouts`,
        statements: [
          new PolicyStatement({ sid: 'Orders', actions: [invoke], resources: arnsOf('each', side) }),
          new PolicyStatement({
            sid: 'NotTheOtherHalf',
            effect: Effect.DENY,
            actions: [invoke],
            resources: others.flatMap((arn) => [arn, `${arn}:*`]),
          }),
          // Alarms that ring are asked for by their state, which has no resource to name.
          new PolicyStatement({
            sid: 'Sees',
            actions: ['cloudwatch:DescribeAlarms'],
            resources: ['*'],
          }),
        ],
      })
      acknowledge(policy, {
        'AwsSolutions-IAM5[Resource::*]': 'Reading alarms by their state has no resource to name.',
      })
      new CfnOutput(this, `${side}Arn`, { value: policy.managedPolicyArn })
    }
  }
}
