import { Aws } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import { type ChangeTrigger, type ClockTrigger, changes, clock } from '../functions/triggers.ts'
import { type City, CityFunction } from './function.ts'

/** Functions that run by the clock, and the sweeps of those that the stream rings. */
export class Clock extends Construct {
  constructor(scope: Construct, city: City, rung: readonly CityFunction[]) {
    super(scope, 'Clock')
    const timed = clock.map((row: ClockTrigger) => ({
      made: new CityFunction(this, city, row),
      minutes: row.everyMinutes,
    }))
    const swept = changes.flatMap(({ sweepMinutes }: ChangeTrigger, place) =>
      sweepMinutes === undefined ? [] : [{ made: rung[place]!, minutes: sweepMinutes }],
    )
    const all = [...timed, ...swept]
    // One role for all schedules: a schedule costs one resource, a rule would cost two.
    const role = new Role(this, 'Invoke', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      inlinePolicies: {
        invoke: new PolicyDocument({
          statements: [
            new PolicyStatement({
              sid: 'Invokes',
              actions: ['lambda:InvokeFunction'],
              resources: all.map(({ made }) => made.lambda.functionArn),
            }),
          ],
        }),
      },
    })
    for (const { made, minutes } of all)
      new CfnSchedule(made, 'Schedule', {
        scheduleExpression: minutes === 1 ? 'rate(1 minute)' : `rate(${minutes} minutes)`,
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: made.lambda.functionArn,
          roleArn: role.roleArn,
          input: '{}',
          // The next minute is the retry.
          retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
        },
      })
  }
}
