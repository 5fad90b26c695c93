import * as z from 'zod'

/**
 * The properties of each resource that the runner carries out, or may leave alone on this machine. They are strict: a
 * property that stands here in no list stops the runner, because it could mean something that nobody sees locally.
 */
const seconds = z.number().int().positive()
const aside = z.unknown().optional()
const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))

const ttl = z.strictObject({ AttributeName: z.string().optional(), Enabled: z.boolean() })

export const shapes = {
  'AWS::DynamoDB::GlobalTable': z.strictObject({
    TableName: z.string().optional(),
    AttributeDefinitions: z.array(
      z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
    ),
    BillingMode: z.literal('PAY_PER_REQUEST'),
    KeySchema: keySchema,
    GlobalSecondaryIndexes: z
      .array(
        z.strictObject({
          IndexName: z.string(),
          KeySchema: keySchema,
          Projection: z.strictObject({
            ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
            NonKeyAttributes: z.array(z.string()).optional(),
          }),
        }),
      )
      .optional(),
    StreamSpecification: z.strictObject({ StreamViewType: z.string() }).optional(),
    TimeToLiveSpecification: ttl.optional(),
    ...{ Replicas: aside, SSESpecification: aside, WarmThroughput: aside },
  }),
  'AWS::Lambda::Function': z.strictObject({
    FunctionName: z.string().optional(),
    Code: z.object({ S3Key: z.string() }),
    Handler: z.string().regex(/^[\w/-]+\.\w+$/),
    Runtime: z.literal('nodejs24.x'),
    Timeout: seconds.default(3),
    MemorySize: seconds.default(128),
    Environment: z.strictObject({ Variables: z.record(z.string(), z.string()) }).optional(),
    LoggingConfig: z.object({ LogFormat: z.string().optional(), LogGroup: z.string().optional() }).optional(),
    Role: z.string(),
    ...{ Architectures: aside, Description: aside, TracingConfig: aside, Tags: aside },
  }),
  'AWS::Lambda::EventSourceMapping': z.strictObject({
    EventSourceArn: z.string(),
    FunctionName: z.string(),
    StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
    BatchSize: z.number().int().min(1).max(10_000).default(100),
    MaximumBatchingWindowInSeconds: z.number().int().min(0).max(300).default(0),
    MaximumRetryAttempts: z.number().int().min(-1).default(-1),
    MaximumRecordAgeInSeconds: z.number().int().min(-1).default(-1),
    BisectBatchOnFunctionError: z.boolean().default(false),
    FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
    FilterCriteria: z.strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) }).optional(),
  }),
  'AWS::Scheduler::Schedule': z.strictObject({
    Name: z.string().optional(),
    ScheduleExpression: z.string().regex(/^rate\(\d+ (minute|hour|day)s?\)$/, 'only rate(…) is understood'),
    FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
    Target: z.strictObject({
      Arn: z.string(),
      RoleArn: z.string(),
      Input: z.string().default('{}'),
      RetryPolicy: aside,
    }),
    Description: aside,
  }),
  'AWS::ApiGatewayV2::Api': z.strictObject({ Name: z.string(), ProtocolType: z.literal('HTTP'), Description: aside }),
  'AWS::ApiGatewayV2::Stage': z.strictObject({
    ApiId: z.string(),
    StageName: z.literal('$default'),
    DefaultRouteSettings: z
      .object({ ThrottlingRateLimit: z.number().optional(), ThrottlingBurstLimit: z.number().optional() })
      .default({}),
    ...{ AutoDeploy: aside, AccessLogSettings: aside },
  }),
  'AWS::ApiGatewayV2::Integration': z.strictObject({
    ApiId: z.string(),
    IntegrationType: z.literal('AWS_PROXY'),
    IntegrationUri: z.string(),
    PayloadFormatVersion: z.literal('2.0'),
    TimeoutInMillis: z.number().max(30_000).default(30_000),
    CredentialsArn: aside,
  }),
  'AWS::ApiGatewayV2::Route': z.strictObject({
    ApiId: z.string(),
    RouteKey: z.string(),
    Target: z.string().startsWith('integrations/'),
    AuthorizationType: z.literal('NONE').optional(),
  }),
  'AWS::SES::ConfigurationSet': z.strictObject({
    Name: z.string(),
    SuppressionOptions: z.strictObject({ SuppressedReasons: z.array(z.enum(['BOUNCE', 'COMPLAINT'])) }),
    ...{ DeliveryOptions: aside, ReputationOptions: aside },
  }),
  'AWS::SES::ConfigurationSetEventDestination': z.strictObject({
    ConfigurationSetName: z.string(),
    EventDestination: z.strictObject({
      Name: aside,
      Enabled: z.literal(true),
      MatchingEventTypes: z.array(z.enum(['bounce', 'complaint', 'reject'])),
      EventBridgeDestination: z.strictObject({ EventBusArn: z.string().endsWith(':event-bus/default') }),
    }),
  }),
  'AWS::Events::Rule': z.strictObject({
    EventPattern: z.record(z.string(), z.unknown()),
    Targets: z.array(z.strictObject({ Id: z.string(), Arn: z.string() })),
    State: z.literal('ENABLED').optional(),
  }),
  'AWS::S3::BucketPolicy': z.strictObject({
    Bucket: z.string(),
    PolicyDocument: z.object({ Statement: z.array(z.unknown()) }),
  }),
} as const

type Shapes = typeof shapes
export type Shape<T extends keyof Shapes> = z.output<Shapes[T]>

/** The properties as the runner understands them; throws one sentence that names resource and property. */
export function shaped<T extends keyof Shapes>(
  type: T,
  { id, properties }: { id: string; properties: unknown },
): Shape<T> {
  const read = shapes[type].safeParse(properties)
  if (read.success) return read.data as Shape<T>
  const [issue] = read.error.issues
  const where = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])].join('.')
  throw new Error(`${id}, a ${type}: the local runner does not understand ${where} (${issue?.message})`)
}
