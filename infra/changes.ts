import { Duration } from 'aws-cdk-lib'
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { type ChangeTrigger, changes } from '../functions/triggers.ts'
import { alarm } from './alarms.ts'
import { type City, CityFunction } from './function.ts'

/** What is new or changed rings; what was taken away has been dealt with. */
export const bellOf = (family: string) => ({
  eventName: ['INSERT', 'MODIFY'],
  dynamodb: { Keys: { pk: { S: [{ prefix: `${family}#` }] } } },
})

/**
 * Functions that the table's stream rings. A record is a doorbell without data: none needs a queue for the failed,
 * for the next record or the sweep rings again. It is repeated until it succeeds, an hour at most, so that a bell
 * that cannot be answered does not stop the others behind it.
 */
export class Changes extends Construct {
  readonly functions: CityFunction[]

  constructor(scope: Construct, city: City) {
    super(scope, 'Changes')
    const rows: readonly ChangeTrigger[] = changes
    // A shard bears two readers.
    if (rows.length > 2) throw new Error('at most two functions may listen to the stream')
    this.functions = rows.map((row) => {
      const made = new CityFunction(this, city, row, { rings: true })
      new CfnEventSourceMapping(made, 'Bell', {
        eventSourceArn: city.kept.streamArn,
        functionName: made.lambda.functionArn,
        startingPosition: 'TRIM_HORIZON',
        batchSize: 1_000,
        maximumRetryAttempts: -1,
        maximumRecordAgeInSeconds: 3_600,
        bisectBatchOnFunctionError: true,
        functionResponseTypes: ['ReportBatchItemFailures'],
        filterCriteria: {
          filters: [{ pattern: JSON.stringify(bellOf(row.family)) }],
        },
      })
      alarm(made, 'Late', city.topic, {
        impact: `${row.impact}: the stream is more than five minutes behind`,
        first: `aws lambda list-event-source-mappings --function-name ${made.name} --region ${city.stage.region}`,
        metric: made.lambda.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
        atLeast: Duration.minutes(5).toMilliseconds(),
        periods: 3,
      })
      return made
    })
  }
}
