import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { alarm, sumOf } from './alarms.ts'
import { type Bundles, nameOf } from './bundle.ts'
import { explain, type Places, permissionOf, type Touches } from './permission.ts'
import type { Stage } from './stages.ts'

/** What all functions of a stage share. */
export interface City extends Places {
  stage: Stage
  bundles: Bundles
  topic: Topic
  environment: Readonly<Record<string, string>>
}

interface Options {
  /** How long the edge may keep an answer. */
  cacheSeconds?: number
  /** The table's stream rings it. */
  rings?: boolean
  /** Faults that it answers for itself and Lambda does not see. */
  faults?: Readonly<Record<string, IMetric>>
}

/** One verb: its role, its log, its alarms. Four resources, and one more for each metric it watches. */
export class CityFunction extends Construct {
  readonly lambda: LambdaFunction
  /** Name of the function in Lambda. */
  readonly name: string

  constructor(scope: Construct, city: City, row: Touches, options: Options = {}) {
    super(scope, nameOf(row.run))
    const { stage } = city
    this.name = `learning-city-${stage.name}-${nameOf(row.run)}`
    const logGroupName = `/learning-city/${stage.name}/${row.run}`
    const removalPolicy = RemovalPolicy.DESTROY
    const logGroup = new LogGroup(this, 'Log', { logGroupName, retention: stage.logDays, removalPolicy })
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { row: permissionOf(Stack.of(this), row, city, logGroup.logGroupArn, options.rings ?? false) },
    })
    explain(role, row, `learning-city-${stage.name}-data`, options.rings ?? false)
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: this.name,
      description: `If it fails, ${row.impact}`,
      code: Code.fromAsset(city.bundles.folderOf(row.run)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: Duration.seconds(row.timeoutSeconds ?? 10),
      memorySize: row.memoryMb ?? 256,
      role: role.withoutPolicyUpdates(),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      environment: environmentOf(city, row, options),
    })
    const metrics = { errors: this.lambda.metricErrors(), throttles: this.lambda.metricThrottles(), ...options.faults }
    const first = `aws logs tail ${logGroupName} --since 30m --region ${stage.region}`
    alarm(this, 'Alarm', city.topic, { impact: row.impact, first, metric: sumOf(metrics), atLeast: 1 })
    for (const { metric, atLeast, impact } of row.watches ?? [])
      alarm(this, metric, city.topic, { impact, first, metric: counted(metric, stage, this.name), atLeast })
  }
}

/** What functions count for themselves (see functions/door/log.ts). */
const counted = (metricName: string, { name }: Stage, functionName: string): IMetric =>
  new Metric({
    namespace: 'LearningCity',
    metricName,
    dimensionsMap: { stage: name, function: functionName },
    statistic: 'Sum',
    period: Duration.minutes(5),
  })

function environmentOf(city: City, row: Touches, { cacheSeconds }: Options): Record<string, string> {
  return {
    ...city.environment,
    ...(row.objects ? { SITE_BUCKET: city.kept.bucketName } : {}),
    ...(row.statements ? { STATEMENTS_BUCKET: city.kept.statementsName } : {}),
    ...(row.secrets ? { SECRETS_PREFIX: city.secretsPrefix } : {}),
    ...(row.mails ? { MAIL_SET: city.letters.set } : {}),
    ...(cacheSeconds ? { CACHE_SECONDS: `${cacheSeconds}` } : {}),
    NODE_OPTIONS: '--enable-source-maps',
  }
}
