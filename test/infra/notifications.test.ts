import { beforeAll, describe, expect, it } from 'vitest'
import { notified } from '../../infra/notifications.ts'
import { ofType, templates } from './assembly.ts'

interface Behavior {
  PathPattern: string
  AllowedMethods: string[]
  CachePolicyId: { Ref: string }
  OriginRequestPolicyId: { Ref: string }
  ResponseHeadersPolicyId: { Ref: string }
  FunctionAssociations: object[]
}
let service: ReturnType<typeof templates>['service']
beforeAll(() => {
  service = templates('dev').service
})
const behaviors = () =>
  (
    ofType(service, 'AWS::CloudFront::Distribution')[0]![1].Properties.DistributionConfig as {
      CacheBehaviors: Behavior[]
    }
  ).CacheBehaviors
const behaviorOf = (pattern: string) => behaviors().find(({ PathPattern }) => PathPattern === pattern)!
const propertiesOf = ({ Ref }: { Ref: string }) => service.Resources[Ref]!.Properties

describe('notifications of payment providers', () => {
  it('come under addresses of their own, which stand before the wider ones', () => {
    expect(notified).toEqual(['/api/payments/*'])
    const patterns = behaviors().map(({ PathPattern }) => PathPattern)
    expect(patterns.indexOf('/api/payments/*')).toBeLessThan(patterns.indexOf('/api/*'))
  })
  it('pass with what they are signed by, and no answer to them is kept', () => {
    const [told, api] = [behaviorOf('/api/payments/*'), behaviorOf('/api/*')]
    expect([told.ResponseHeadersPolicyId, told.FunctionAssociations]).toEqual([
      ...[api.ResponseHeadersPolicyId, api.FunctionAssociations],
    ])
    expect(told.AllowedMethods).toEqual(expect.arrayContaining(['GET', 'POST']))
    const caching = propertiesOf(told.CachePolicyId).CachePolicyConfig
    expect(caching).toMatchObject({
      ...{ MinTTL: 0, DefaultTTL: 0, MaxTTL: 1 },
      ParametersInCacheKeyAndForwardedToOrigin: {
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Authorization'] },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
        CookiesConfig: { CookieBehavior: 'none' },
      },
    })
    expect(propertiesOf(told.OriginRequestPolicyId!).OriginRequestPolicyConfig).toMatchObject({
      HeadersConfig: {
        HeaderBehavior: 'whitelist',
        Headers: [
          ...['CloudFront-Viewer-Address', 'Content-Type', 'x-public-host'],
          ...['Stripe-Signature', 'X-SePay-Signature', 'X-SePay-Timestamp'],
        ],
      },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
      CookiesConfig: { CookieBehavior: 'none' },
    })
  })
})
