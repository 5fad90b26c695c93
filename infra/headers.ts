import { Duration } from 'aws-cdk-lib'
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import type { Stage } from './stages.ts'

/** No inline script or style anywhere. `payments`: where a form may lead after its redirect, beside this site. */
export const contentSecurityPolicy = (payments: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action 'self' ${payments}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const unused = ['accelerometer', 'camera', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'payment', 'usb']

function policy(
  scope: Construct,
  id: string,
  stage: Stage,
  csp: string,
  options: { secret: boolean },
): ResponseHeadersPolicy {
  const custom = (header: string, value: string): ResponseCustomHeader => ({ header, value, override: true })
  const hidden = options.secret || stage.name !== 'prod'
  return new ResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyName: `learning-city-${stage.name}-${id.toLowerCase()}`,
    securityHeadersBehavior: {
      strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: {
        referrerPolicy: options.secret ? HeadersReferrerPolicy.NO_REFERRER : HeadersReferrerPolicy.STRICT_ORIGIN,
        override: true,
      },
      contentSecurityPolicy: { contentSecurityPolicy: csp, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        custom('Permissions-Policy', unused.map((feature) => `${feature}=()`).join(', ')),
        custom('Cross-Origin-Opener-Policy', 'same-origin'),
        ...(hidden ? [custom('X-Robots-Tag', 'noindex')] : []),
      ],
    },
  })
}

/** Headers of the pages, and of what answers under an address that only its owner knows. */
export const headers = (scope: Construct, stage: Stage, csp: string) => ({
  pages: policy(scope, 'Pages', stage, csp, { secret: false }),
  answers: policy(scope, 'Answers', stage, csp, { secret: true }),
})
