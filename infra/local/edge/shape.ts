import * as z from 'zod'
import type { Assembly } from '../assembly.ts'

/** The part of CloudFront that the runner understands; anything else in a distribution stops it. */
const aside = z.unknown().optional()
const names = z.array(z.string()).default([])
const choice = (kind: string, list: string, ...kinds: string[]) =>
  z.strictObject({ [kind]: z.enum(['none', 'all', 'whitelist', ...kinds]), [list]: names })

const tenNames = z.array(z.string()).max(10, 'CloudFront takes ten headers in a policy').default([])

const cachePolicy = z.strictObject({
  Name: aside,
  Comment: aside,
  DefaultTTL: z.number(),
  MaxTTL: z.number(),
  MinTTL: z.number(),
  ParametersInCacheKeyAndForwardedToOrigin: z.strictObject({
    CookiesConfig: z.strictObject({ CookieBehavior: z.literal('none') }),
    HeadersConfig: z.strictObject({ HeaderBehavior: z.enum(['none', 'whitelist']), Headers: tenNames }),
    QueryStringsConfig: choice('QueryStringBehavior', 'QueryStrings', 'allExcept'),
    EnableAcceptEncodingGzip: z.boolean(),
    EnableAcceptEncodingBrotli: z.boolean().default(false),
  }),
})
const caching = cachePolicy.refine(
  ({ MaxTTL, ParametersInCacheKeyAndForwardedToOrigin: key }) =>
    MaxTTL > 0 ||
    (key.HeadersConfig.HeaderBehavior === 'none' && key.QueryStringsConfig.QueryStringBehavior === 'none'),
  'CloudFront takes no key of a policy that keeps nothing: MaxTTL must be more than 0',
)
const originRequestPolicy = z.strictObject({
  Name: aside,
  Comment: aside,
  CookiesConfig: z.strictObject({ CookieBehavior: z.enum(['none', 'all']) }),
  HeadersConfig: z
    .strictObject({
      HeaderBehavior: z.enum(['none', 'whitelist', 'allViewer', 'allExcept', 'allViewerAndWhitelistCloudFront']),
      Headers: tenNames,
    })
    .refine(
      ({ HeaderBehavior: kind, Headers }) =>
        kind !== 'whitelist' || !Headers.some((name) => name.toLowerCase() === 'authorization'),
      'CloudFront takes Authorization in a cache policy only',
    ),
  QueryStringsConfig: choice('QueryStringBehavior', 'QueryStrings', 'allExcept'),
})
const over = z.boolean()
const headersPolicy = z.strictObject({
  Name: aside,
  Comment: aside,
  CustomHeadersConfig: z
    .strictObject({ Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), Override: over })) })
    .optional(),
  RemoveHeadersConfig: z.strictObject({ Items: z.array(z.strictObject({ Header: z.string() })) }).optional(),
  SecurityHeadersConfig: z
    .strictObject({
      ContentSecurityPolicy: z.strictObject({ ContentSecurityPolicy: z.string(), Override: over }).optional(),
      ContentTypeOptions: z.strictObject({ Override: over }).optional(),
      FrameOptions: z.strictObject({ FrameOption: z.string(), Override: over }).optional(),
      ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), Override: over }).optional(),
      StrictTransportSecurity: z
        .strictObject({
          AccessControlMaxAgeSec: z.number(),
          IncludeSubdomains: z.boolean().optional(),
          Preload: z.boolean().optional(),
          Override: over,
        })
        .optional(),
      XSSProtection: z
        .strictObject({ Protection: z.boolean(), ModeBlock: z.boolean().optional(), Override: over })
        .optional(),
    })
    .optional(),
})
const edgeFunction = z.strictObject({
  Name: aside,
  AutoPublish: aside,
  FunctionCode: z.string().max(10_240, 'CloudFront takes 10 KB of code'),
  FunctionConfig: z.strictObject({ Comment: aside, Runtime: z.literal('cloudfront-js-2.0') }),
})
const behavior = z.strictObject({
  PathPattern: z.string().optional(),
  TargetOriginId: z.string(),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  CachedMethods: aside,
  Compress: z.boolean().default(false),
  ViewerProtocolPolicy: aside,
  FunctionAssociations: z
    .array(z.strictObject({ EventType: z.enum(['viewer-request', 'viewer-response']), FunctionARN: z.string() }))
    .default([]),
})
const origin = z.strictObject({
  Id: z.string(),
  DomainName: z.string(),
  OriginPath: z.string().default(''),
  OriginCustomHeaders: z.array(z.strictObject({ HeaderName: z.string(), HeaderValue: z.string() })).default([]),
  CustomOriginConfig: z.object({ OriginReadTimeout: z.number().default(30) }).optional(),
  S3OriginConfig: aside,
  OriginAccessControlId: z.string().optional(),
  ConnectionAttempts: aside,
  ConnectionTimeout: aside,
})
const distribution = z.strictObject({
  Origins: z.array(origin),
  DefaultCacheBehavior: behavior,
  CacheBehaviors: z.array(behavior).default([]),
  CustomErrorResponses: z
    .array(
      z.strictObject({
        ErrorCode: z.number(),
        ErrorCachingMinTTL: z.number().default(10),
        ResponseCode: z.number().optional(),
        ResponsePagePath: z.string().optional(),
      }),
    )
    .default([]),
  DefaultRootObject: z.string().default(''),
  ...{ Aliases: aside, Comment: aside, Enabled: aside, HttpVersion: aside, IPV6Enabled: aside, PriceClass: aside },
  ...{ ViewerCertificate: aside },
})

export type CachePolicy = z.infer<typeof cachePolicy>
export type OriginRequestPolicy = z.infer<typeof originRequestPolicy>
export type HeadersPolicy = z.infer<typeof headersPolicy>
export type Behavior = z.infer<typeof behavior>
export type Origin = z.infer<typeof origin>
export type Distribution = z.infer<typeof distribution>

function read<S extends z.ZodType>(shape: S, id: string, given: unknown): z.infer<S> {
  const done = shape.safeParse(given)
  if (done.success) return done.data
  const [issue] = done.error.issues
  const where = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])].join('.')
  throw new Error(`${id}: the local edge does not understand ${where} (${issue?.message})`)
}

/** Everything the edge needs, by the names that the distribution uses. */
export function readEdge({ resources }: Pick<Assembly, 'resources'>) {
  const policies = <S extends z.ZodType>(type: string, config: string, shape: S) =>
    new Map(
      resources
        .filter((each) => each.type === `AWS::CloudFront::${type}`)
        .map(({ id, ref, properties }) => [ref, read(shape, id, properties[config])] as const),
    )
  return {
    distributions: resources
      .filter(({ type }) => type === 'AWS::CloudFront::Distribution')
      .map(({ id, properties }) => read(distribution, id, properties.DistributionConfig)),
    caching: policies('CachePolicy', 'CachePolicyConfig', caching),
    asking: policies('OriginRequestPolicy', 'OriginRequestPolicyConfig', originRequestPolicy),
    heading: policies('ResponseHeadersPolicy', 'ResponseHeadersPolicyConfig', headersPolicy),
    code: new Map(
      resources
        .filter(({ type }) => type === 'AWS::CloudFront::Function')
        .map(({ id, arn, properties }) => [arn, read(edgeFunction, id, properties).FunctionCode] as const),
    ),
  }
}
export type EdgeParts = ReturnType<typeof readEdge>
