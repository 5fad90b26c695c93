import { beforeAll, describe, expect, it } from 'vitest'
import { answered } from '../../infra/site.ts'
import { payOrigins, real, sandbox, stages } from '../../infra/stages.ts'
import { ofType, templates } from './assembly.ts'

interface Behavior {
  PathPattern?: string
  TargetOriginId: string
  AllowedMethods?: string[]
  CachePolicyId: { Ref: string }
  ResponseHeadersPolicyId: { Ref: string }
  OriginRequestPolicyId?: { Ref: string }
}
interface Distribution {
  DefaultCacheBehavior: Behavior
  CacheBehaviors: Behavior[]
  Origins: { Id: string; OriginCustomHeaders?: object[]; OriginAccessControlId?: object }[]
  CustomErrorResponses: object[]
  Aliases?: string[]
  ViewerCertificate?: object
  HttpVersion: string
  Logging?: object
}
type Service = ReturnType<typeof templates>['service']
let dev: Service
let prod: Service

beforeAll(() => {
  dev = templates('dev').service
  prod = templates('prod').service
})

const distributionOf = (service: Service) =>
  ofType(service, 'AWS::CloudFront::Distribution')[0]![1].Properties.DistributionConfig as Distribution
const propertiesOf = (service: Service, { Ref }: { Ref: string }) => service.Resources[Ref]!.Properties
/** The template's text with what an empty PaymentOrigins chooses. */
const headersOf = (service: Service, behavior: Behavior): string =>
  JSON.stringify(propertiesOf(service, behavior.ResponseHeadersPolicyId))

describe('the distribution', () => {
  it('sends answers to the API and everything else to the bucket, openapi.json first', () => {
    const { CacheBehaviors, DefaultCacheBehavior, Origins } = distributionOf(dev)
    expect(answered).toEqual(['/api/*', '/receipts/*'])
    expect(CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual([
      ...['/api/openapi.json', '/api/payments/*', '/api/*', '/receipts/*'],
    ])
    const [bucket, api] = Origins
    expect(bucket).toHaveProperty('OriginAccessControlId')
    expect(api).toMatchObject({
      OriginCustomHeaders: [
        {
          HeaderName: 'x-origin-key',
          HeaderValue: { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] },
        },
      ],
    })
    expect([DefaultCacheBehavior, ...CacheBehaviors].map(({ TargetOriginId }) => TargetOriginId)).toEqual([
      ...[bucket!.Id, bucket!.Id, api!.Id, api!.Id, api!.Id],
    ])
    for (const { AllowedMethods } of CacheBehaviors.slice(1)) expect(AllowedMethods).toContain('POST')
  })
  it('keeps an answer 60 seconds at most, and only if the answer says so', () => {
    const [, , api, receipts] = distributionOf(dev).CacheBehaviors
    expect(api!.CachePolicyId).toEqual(receipts!.CachePolicyId)
    expect(propertiesOf(dev, api!.CachePolicyId).CachePolicyConfig).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      MaxTTL: 60,
      ParametersInCacheKeyAndForwardedToOrigin: {
        QueryStringsConfig: { QueryStringBehavior: 'all' },
        CookiesConfig: { CookieBehavior: 'none' },
        EnableAcceptEncodingGzip: true,
        EnableAcceptEncodingBrotli: true,
      },
    })
    const asked = propertiesOf(dev, api!.OriginRequestPolicyId!).OriginRequestPolicyConfig
    expect(asked).toMatchObject({
      CookiesConfig: { CookieBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
      HeadersConfig: { HeaderBehavior: 'whitelist' },
    })
    const { Headers } = (asked as { HeadersConfig: { Headers: string[] } }).HeadersConfig
    expect(Headers).toEqual(
      expect.arrayContaining(['CloudFront-Viewer-Address', 'x-public-host', 'Content-Type', 'Sec-Fetch-Site']),
    )
    expect(Headers.map((name) => name.toLowerCase())).not.toContain('host')
  })
  it('maps only a missing page to the 404 page, and keeps no answer of the API that failed', () => {
    const pages = distributionOf(dev).CustomErrorResponses.filter((each) => 'ResponsePagePath' in each)
    expect(pages).toEqual([
      { ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/404.html', ErrorCachingMinTTL: 10 },
    ])
    for (const code of [404, 500, 502, 503, 504])
      expect(distributionOf(dev).CustomErrorResponses).toContainEqual({ ErrorCode: code, ErrorCachingMinTTL: 0 })
  })
  it('writes no access log, for receipt keys stand in paths', () => {
    expect(distributionOf(prod).Logging).toBeUndefined()
    const stage = ofType(prod, 'AWS::ApiGatewayV2::Stage')[0]![1].Properties
    const { Format } = stage.AccessLogSettings as { Format: string }
    expect(Format).toContain('$context.routeKey')
    expect(Format).not.toMatch(/path|sourceIp|query|identity/i)
    expect(stage.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: stages.prod.throttle.rate })
  })
  it('takes the stage’s domain, its certificate and TLS 1.2', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/a'
    const { service } = templates({ ...stages.prod, domain: { name: 'city.example', certificateArn } })
    expect(distributionOf(service)).toMatchObject({
      Aliases: ['city.example'],
      HttpVersion: 'http2and3',
      ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
    })
    expect(service.Parameters?.PublicOrigin?.Default).toBe('https://city.example')
    expect(distributionOf(dev).Aliases).toBeUndefined()
    expect(dev.Parameters?.PublicOrigin?.Default).toBe('')
  })
})

describe('headers', () => {
  it('hold one strict policy on pages and answers alike', () => {
    for (const [service, payment] of [
      [dev, payOrigins(sandbox)],
      [prod, payOrigins(real)],
    ] as const)
      for (const behavior of [
        distributionOf(service).DefaultCacheBehavior,
        ...distributionOf(service).CacheBehaviors,
      ]) {
        // Without the last origin: no page of the bank's teller is opened.
        const origins = [0, 1, 2, 3].flatMap((place) => [
          ...(place > 0 ? [' '] : []),
          { 'Fn::Select': [place, { 'Fn::Split': [' ', { Ref: 'PaymentOrigins' }] }] },
        ])
        const choice = { 'Fn::If': ['NoPaymentOrigins', payment, { 'Fn::Join': ['', origins] }] }
        const { ResponseHeadersPolicyConfig } = propertiesOf(service, behavior.ResponseHeadersPolicyId)
        const { SecurityHeadersConfig } = ResponseHeadersPolicyConfig as {
          SecurityHeadersConfig: Record<string, unknown>
        }
        expect(SecurityHeadersConfig.ContentSecurityPolicy).toEqual({
          Override: true,
          ContentSecurityPolicy: {
            'Fn::Join': [
              '',
              [
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self' ",
                choice,
                "; base-uri 'none'; frame-ancestors 'none'",
              ],
            ],
          },
        })
        expect(SecurityHeadersConfig).toMatchObject({
          StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, Override: true },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: true },
        })
        expect(headersOf(service, behavior)).toMatch(/Permissions-Policy.*Cross-Origin-Opener-Policy/)
      }
  })
  it('hide everything outside prod, and answers everywhere, from search engines', () => {
    const hidden = (service: Service) => [
      headersOf(service, distributionOf(service).DefaultCacheBehavior).includes('noindex'),
      ...distributionOf(service).CacheBehaviors.map((each) => headersOf(service, each).includes('noindex')),
    ]
    expect(hidden(dev)).toEqual([true, true, true, true, true])
    expect(hidden(prod)).toEqual([false, false, true, true, true])
  })
  it('let no address of a receipt leave', () => {
    const { CacheBehaviors, DefaultCacheBehavior } = distributionOf(prod)
    for (const each of CacheBehaviors.slice(1))
      expect(headersOf(prod, each)).toContain('"ReferrerPolicy":"no-referrer"')
    expect(headersOf(prod, DefaultCacheBehavior)).toContain('"ReferrerPolicy":"strict-origin"')
  })
})
