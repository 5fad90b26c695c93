import { CfnRule } from 'aws-cdk-lib/aws-events'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { type EventTrigger, events } from '../functions/triggers.ts'
import { type City, CityFunction } from './function.ts'

/** What a row hears of the event bus; of letters only those of this stage's own set, for one account may hold several. */
export const patternOf = ({ source, types, ofLetters }: EventTrigger, set: string) => ({
  source: [source],
  'detail-type': [...types],
  ...(ofLetters ? { detail: { mail: { tags: { 'ses:configuration-set': [set] } } } } : {}),
})

/** Functions to which the account's event bus brings what other services tell. */
export class Events extends Construct {
  constructor(scope: Construct, city: City) {
    super(scope, 'Events')
    for (const row of events as readonly EventTrigger[]) {
      const made = new CityFunction(this, city, row)
      const rule = new CfnRule(made, 'Rule', {
        eventPattern: patternOf(row, city.letters.set),
        targets: [{ id: 'verb', arn: made.lambda.functionArn }],
      })
      // The bus has no role for functions: it is let in by the function itself, from this rule only.
      new CfnPermission(made, 'Rung', {
        action: 'lambda:InvokeFunction',
        functionName: made.lambda.functionArn,
        principal: 'events.amazonaws.com',
        sourceArn: rule.attrArn,
      })
    }
  }
}
