import { Duration, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { type AlarmText, alarmText } from './alarm-text.ts'

/** Where all alarms ring. It carries no person and no money, so it needs no key of its own. */
export class AlarmTopic extends Topic {
  constructor(scope: Construct) {
    super(scope, 'Alarms', { displayName: 'Learning city', enforceSSL: true })
    // A topic with a policy of its own loses the default one that lets alarms in.
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsPublish',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
  }
}

export interface AlarmProps extends AlarmText {
  metric: IMetric
  /** Rings when the metric reaches it. */
  atLeast: number
  /** Periods that must be bad before it rings. */
  periods?: number
}

/** An alarm that says who is hurt and what to do. Silence is not a fault: a metric without data does not ring. */
export function alarm(scope: Construct, id: string, topic: Topic, props: AlarmProps): Alarm {
  const made = new Alarm(scope, id, {
    alarmDescription: alarmText(props),
    metric: props.metric,
    threshold: props.atLeast,
    evaluationPeriods: props.periods ?? 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  })
  made.addAlarmAction(new SnsAction(topic))
  return made
}

/** Sum of metrics, each counted as 0 where it has no data. */
export const sumOf = (metrics: Readonly<Record<string, IMetric>>): MathExpression =>
  new MathExpression({
    expression: Object.keys(metrics)
      .map((name) => `FILL(${name}, 0)`)
      .join(' + '),
    usingMetrics: { ...metrics },
    period: Duration.minutes(5),
    label: Object.keys(metrics).join(' + '),
  })
