import { Aws, CfnCondition, CfnOutput, CfnParameter, Duration, Fn, Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { AlarmTopic, alarm, sumOf } from './alarms.ts'
import type { Bundles } from './bundle.ts'
import { Changes } from './changes.ts'
import { Clock } from './clock.ts'
import { Commands } from './commands.ts'
import type { Data } from './data.ts'
import { Events } from './events.ts'
import type { City } from './function.ts'
import { contentSecurityPolicy } from './headers.ts'
import { Mail } from './mail.ts'
import { Officers } from './officers.ts'
import { Requests } from './requests.ts'
import { Site } from './site.ts'
import { gatewayNames, payOrigins, type Stage, testAddress } from './stages.ts'

/** Everything that can be made anew: the functions and their ways in, and the site. */
export class Service extends Stack {
  constructor(scope: Construct, stage: Stage, data: Data, bundles: Bundles) {
    super(scope, `learning-city-${stage.name}-service`, {
      env: { region: stage.region },
      description: `Learning city, ${stage.name}: functions, API and site`,
      terminationProtection: stage.name === 'prod',
    })
    this.addStackDependency(data)
    const { kept } = data
    const origin = this.publicOrigin(stage)
    const payments = this.payments(stage)
    // Unknown outside this account and nothing to keep in the repository. It opens no door: it only makes the
    // functions believe the address and the host that the edge states.
    const originKey = Fn.select(2, Fn.split('/', Aws.STACK_ID))
    const topic = new AlarmTopic(this)
    const { letters } = new Mail(this, stage)
    const city: City = {
      ...{ stage, bundles, topic, kept, letters },
      secretsPrefix: `/learning-city/${stage.name}`,
      environment: {
        STAGE: stage.name,
        TABLE_NAME: kept.tableName,
        ORIGIN_KEY: originKey,
        ADDRESS_KEY: kept.addressKey,
        PUBLIC_ORIGIN: origin.value,
        MAIL_FROM: letters.from,
        ...payments.environment,
      },
    }
    const requests = new Requests(this, city)
    const changes = new Changes(this, city)
    new Clock(this, city, changes.functions)
    new Events(this, city)
    new Officers(this, stage, new Commands(this, city).all)
    const apiUrl = requests.api.attrApiEndpoint
    const csp = contentSecurityPolicy(payments.origins)
    const { distribution } = new Site(this, { stage, kept, apiUrl, originKey, csp })
    this.watchTable(city)
    const own = `https://${distribution.distributionDomainName}`
    new CfnOutput(this, 'PublicUrl', { value: Fn.conditionIf(origin.none, own, origin.value).toString() })
    new CfnOutput(this, 'ApiUrl', { value: apiUrl })
    new CfnOutput(this, 'TableName', { value: kept.tableName })
    new CfnOutput(this, 'SiteBucketName', { value: kept.bucketName })
    new CfnOutput(this, 'StatementsBucketName', { value: kept.statementsName })
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId })
    new CfnOutput(this, 'AlarmTopicArn', { value: topic.topicArn })
  }

  private publicOrigin(stage: Stage): { value: string; none: string } {
    const parameter = new CfnParameter(this, 'PublicOrigin', {
      default: stage.domain ? `https://${stage.domain.name}` : '',
      allowedPattern: '^$|^https?://[^/\\s]+$',
      constraintDescription: 'an origin without a slash at its end; empty means the distribution’s own domain',
    })
    const none = new CfnCondition(this, 'NoPublicOrigin', {
      expression: Fn.conditionEquals(parameter.valueAsString, ''),
    })
    return { value: parameter.valueAsString, none: none.logicalId }
  }

  /** The stage's gateways; a PaymentOrigins that is not empty names the origin of each in their order, and keeps the paths. */
  private payments({ name, gateways }: Stage): { environment: Record<string, string>; origins: string } {
    const scheme = name === 'prod' ? 'https' : 'https?'
    const refused = name === 'prod' ? `(?!.*(${testAddress.source}))` : ''
    const parameter = new CfnParameter(this, 'PaymentOrigins', {
      default: '',
      allowedPattern: `^$|^${refused}${scheme}://[^/\\s;,']+( ${scheme}://[^/\\s;,']+){${gatewayNames.length - 1}}$`,
      constraintDescription: `the origins of ${gatewayNames.join(', ')} with single spaces between them; prod takes no sandbox`,
    })
    const none = new CfnCondition(this, 'NoPaymentOrigins', {
      expression: Fn.conditionEquals(parameter.valueAsString, ''),
    })
    const choose = (otherwise: string, given: string) => Fn.conditionIf(none.logicalId, otherwise, given).toString()
    const originAt = (place: number) => Fn.select(place, Fn.split(' ', parameter.valueAsString))
    const at = (address: string, place: number) => {
      const { pathname } = new URL(address)
      const origin = originAt(place)
      return choose(address, pathname === '/' ? origin : `${origin}${pathname}`)
    }
    const environment = Object.fromEntries(
      gatewayNames.flatMap((each, place) => [
        ...Object.entries(gateways[each]).map(([what, address]) => [
          `${each.toUpperCase()}_${what.toUpperCase()}_URL`,
          at(address, place),
        ]),
      ]),
    )
    const pages = gatewayNames.flatMap((each, place) => (gateways[each].pay ? [originAt(place)] : []))
    return { environment, origins: choose(payOrigins(gateways), pages.join(' ')) }
  }

  private watchTable({ kept, topic, stage }: City): void {
    const { tableName } = kept
    const of = (metricName: string) =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: tableName },
        statistic: 'Sum',
        period: Duration.minutes(5),
      })
    alarm(this, 'TableThrottled', topic, {
      impact: 'the table turns requests away: pages are slow and gifts may have to be tried again',
      first: `aws dynamodb describe-table --table-name ${tableName} --region ${stage.region}`,
      metric: sumOf({ reads: of('ReadThrottleEvents'), writes: of('WriteThrottleEvents') }),
      atLeast: 1,
    })
  }
}
