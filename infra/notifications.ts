import { Duration } from 'aws-cdk-lib'
import {
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
} from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { type Facts, facts } from '../functions/donations/providers/facts.ts'
import { requests } from '../functions/triggers.ts'
import type { Stage } from './stages.ts'

/** Patterns of addresses where payment providers notify; each is narrower than what other answers stand under. */
export const notified: readonly string[] = [
  ...new Set(
    requests
      .map(({ path }) => path.split('/'))
      .filter(([, first, second]) => first === 'api' && second === 'payments')
      .map(([, first, second]) => `/${first}/${second}/*`),
  ),
]

/** What providers sign with, in a header of its own. */
export const signatures: readonly string[] = facts
  .flatMap(({ signatureHeaders = [] }: Facts) => signatureHeaders)
  .sort()

/**
 * How a provider's notification passes: the edge hands over a header only if a policy names it, at most ten in each.
 * `Authorization` (SePay's key) may stand in a cache policy only, and there only if something could be kept: a second,
 * of an answer that allows it, which none does.
 */
export function notifications(
  scope: Construct,
  stage: Stage,
): Pick<BehaviorOptions, 'cachePolicy' | 'originRequestPolicy' | 'compress'> {
  const name = `learning-city-${stage.name}-notifications`
  return {
    compress: false,
    cachePolicy: new CachePolicy(scope, 'NotificationsCache', {
      cachePolicyName: name,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.seconds(1),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      headerBehavior: CacheHeaderBehavior.allowList('Authorization'),
      cookieBehavior: CacheCookieBehavior.none(),
    }),
    originRequestPolicy: new OriginRequestPolicy(scope, 'NotificationsAsk', {
      originRequestPolicyName: name,
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      cookieBehavior: OriginRequestCookieBehavior.none(),
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        'CloudFront-Viewer-Address',
        'Content-Type',
        'x-public-host',
        ...signatures,
      ),
    }),
  }
}
