import type { Assembly } from './assembly.ts'
import { type Shape, shaped, type shapes } from './shapes.ts'
import type { Resource } from './stack.ts'

export interface FunctionPart {
  name: string
  arn: string
  /** `room/verb`, for people. */
  verb: string
  /** Folder of its bundle. */
  folder: string
  /** `file.export` */
  handler: string
  timeoutSeconds: number
  memoryMb: number
  environment: Record<string, string>
}

export interface TablePart extends Shape<'AWS::DynamoDB::GlobalTable'> {
  name: string
}

export interface RoutePart {
  /** `GET /api/programs/{slug}` or `$default` */
  key: string
  /** Name of a function. */
  run: string
  timeoutSeconds: number
}

export interface ApiPart {
  id: string
  /** Host name in the cloud. */
  domain: string
  routes: RoutePart[]
  rate: number | undefined
  burst: number | undefined
}

export interface BellPart extends Shape<'AWS::Lambda::EventSourceMapping'> {
  id: string
  run: string
  table: string
}

export interface SchedulePart {
  name: string
  run: string
  everyMinutes: number
  input: string
}

/** What the event bus brings to which function. */
export interface RulePart {
  pattern: Record<string, unknown>
  run: string
}

/** Which events of which set of letters reach the event bus. */
export interface LettersPart {
  set: string
  events: readonly string[]
}

const functionOf = (arn: string): string => arn.split(':function:')[1]?.split(':')[0] ?? arn
const minutes = { minute: 1, hour: 60, day: 1_440 } as const

function every(expression: string): number {
  const [, amount, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression)!
  return Number(amount) * minutes[unit as keyof typeof minutes]
}

/** What the runner makes of an assembly: its tables, functions, ways in and buckets; the edge reads its own part. */
export function partsOf(assembly: Assembly) {
  const all = <T extends keyof typeof shapes>(type: T) =>
    assembly.resources
      .filter((each) => each.type === type)
      .map((each): Resource & { is: Shape<T> } => ({ ...each, is: shaped(type, each) }))
  const integrations = all('AWS::ApiGatewayV2::Integration')
  const stages = all('AWS::ApiGatewayV2::Stage')
  const routes = all('AWS::ApiGatewayV2::Route')
  const routesOf = (api: string): RoutePart[] =>
    routes
      .filter(({ is }) => is.ApiId === api)
      .map(({ id, is }) => {
        const found = integrations.find(({ ref }) => `integrations/${ref}` === is.Target)
        if (!found) throw new Error(`${id} leads to ${is.Target}, which is not there`)
        return {
          key: is.RouteKey,
          run: functionOf(found.is.IntegrationUri),
          timeoutSeconds: found.is.TimeoutInMillis / 1_000,
        }
      })
  return {
    tables: all('AWS::DynamoDB::GlobalTable').map(({ name, is }): TablePart => ({ ...is, name })),
    functions: all('AWS::Lambda::Function').map(
      ({ name, arn, is }): FunctionPart => ({
        ...{ name, arn, handler: is.Handler, timeoutSeconds: is.Timeout, memoryMb: is.MemorySize },
        verb: is.LoggingConfig?.LogGroup?.split('/').slice(-2).join('/') ?? name,
        folder: assembly.asset(is.Code.S3Key.replace(/\.zip$/, '')),
        environment: is.Environment?.Variables ?? {},
      }),
    ),
    apis: all('AWS::ApiGatewayV2::Api').map(({ ref }): ApiPart => {
      const settings = stages.find(({ is }) => is.ApiId === ref)?.is.DefaultRouteSettings
      return {
        id: ref,
        domain: `${ref}.execute-api.${assembly.region}.amazonaws.com`,
        routes: routesOf(ref),
        rate: settings?.ThrottlingRateLimit,
        burst: settings?.ThrottlingBurstLimit,
      }
    }),
    bells: all('AWS::Lambda::EventSourceMapping').map(
      ({ id, is }): BellPart => ({
        ...is,
        ...{ id, run: functionOf(is.FunctionName), table: /table\/([^/]+)/.exec(is.EventSourceArn)?.[1] ?? '' },
      }),
    ),
    schedules: all('AWS::Scheduler::Schedule').map(
      ({ name, is }): SchedulePart => ({
        ...{ name, run: functionOf(is.Target.Arn), input: is.Target.Input },
        everyMinutes: every(is.ScheduleExpression),
      }),
    ),
    rules: all('AWS::Events::Rule').flatMap(({ is }) =>
      is.Targets.map(({ Arn }): RulePart => ({ pattern: is.EventPattern, run: functionOf(Arn) })),
    ),
    letters: all('AWS::SES::ConfigurationSet').map(
      ({ is }): LettersPart => ({
        set: is.Name,
        events: all('AWS::SES::ConfigurationSetEventDestination')
          .filter((told) => told.is.ConfigurationSetName === is.Name)
          .flatMap((told) => told.is.EventDestination.MatchingEventTypes),
      }),
    ),
    buckets: assembly.resources
      .filter(({ type }) => type === 'AWS::S3::Bucket')
      .map(({ name }) => ({ name, domain: `${name}.s3.${assembly.region}.amazonaws.com` })),
    policies: all('AWS::S3::BucketPolicy').map(({ is }) => is),
  }
}

export type Parts = ReturnType<typeof partsOf>
