import { join } from 'node:path'
import { Duration, Fn } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { requests } from '../functions/triggers.ts'
import type { Kept } from './data.ts'
import { headers } from './headers.ts'
import { acknowledge } from './nag.ts'
import { notifications, notified } from './notifications.ts'
import type { Stage } from './stages.ts'

interface Props {
  stage: Stage
  kept: Kept
  /** `https://<id>.execute-api…` */
  apiUrl: string
  originKey: string
  csp: string
}

/** Patterns of addresses that functions answer: `/api/*` and the first part of every other path in triggers.ts. */
export const answered: readonly string[] = [
  ...new Set(requests.filter(({ path }) => path.startsWith('/')).map(({ path }) => `/${path.split('/')[1]}/*`)),
]

/** One distribution for the pages and the API. */
export class Site extends Construct {
  readonly distribution: Distribution

  constructor(scope: Construct, props: Props) {
    super(scope, 'Site')
    const { stage } = props
    const policies = headers(this, stage, props.csp)
    const pages = { ...this.pages(stage, this.bucketOrigin(props.kept)), responseHeadersPolicy: policies.pages }
    const answers = { ...this.answers(stage, this.apiOrigin(props)), responseHeadersPolicy: policies.answers }
    const told = { ...answers, ...notifications(this, stage) }
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Learning city, ${stage.name}`,
      ...(stage.domain
        ? {
            domainNames: [stage.domain.name],
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
            certificate: Certificate.fromCertificateArn(this, 'Certificate', stage.domain.certificateArn),
          }
        : {}),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_200,
      defaultBehavior: pages,
      additionalBehaviors: {
        '/api/openapi.json': pages,
        // The first that fits is taken: what is narrower stands first.
        ...Object.fromEntries(notified.map((pattern) => [pattern, told])),
        ...Object.fromEntries(answered.map((pattern) => [pattern, answers])),
      },
      // A missing page is 403, for nobody may list the bucket. The API's own answers stay, and none is kept.
      errorResponses: [
        { httpStatus: 403, responseHttpStatus: 404, responsePagePath: '/404.html', ttl: Duration.seconds(10) },
        ...[404, 500, 502, 503, 504].map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      ],
    })
    this.explain(stage)
  }

  /** By its attributes, because the bucket's policy already lets the edge read (see data.ts). */
  private bucketOrigin({ bucketName, bucketDomain }: Kept): IOrigin {
    const known = Bucket.fromBucketAttributes(this, 'Bucket', { bucketName, bucketRegionalDomainName: bucketDomain })
    return S3BucketOrigin.withOriginAccessControl(known)
  }

  private apiOrigin({ apiUrl, originKey }: Props): IOrigin {
    return new HttpOrigin(Fn.select(2, Fn.split('/', apiUrl)), {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      readTimeout: Duration.seconds(30),
      customHeaders: { 'x-origin-key': originKey },
    })
  }

  /** How long a page is kept is written on it at upload: hashed assets a year and immutable, HTML a minute. */
  private pages(stage: Stage, origin: IOrigin): BehaviorOptions {
    const cachePolicy = new CachePolicy(this, 'PagesCache', {
      cachePolicyName: `learning-city-${stage.name}-pages`,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.minutes(1),
      maxTtl: Duration.days(365),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    })
    return {
      origin,
      cachePolicy,
      compress: true,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      functionAssociations: this.onRequest(stage, 'pages'),
    }
  }

  private answers(stage: Stage, origin: IOrigin): BehaviorOptions {
    const cachePolicy = new CachePolicy(this, 'AnswersCache', {
      cachePolicyName: `learning-city-${stage.name}-answers`,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.seconds(60),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      headerBehavior: CacheHeaderBehavior.none(),
      cookieBehavior: CacheCookieBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    })
    const originRequestPolicy = new OriginRequestPolicy(this, 'AnswersAsk', {
      originRequestPolicyName: `learning-city-${stage.name}-answers`,
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      cookieBehavior: OriginRequestCookieBehavior.none(),
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        'Accept',
        'Accept-Language',
        'CloudFront-Viewer-Address',
        'Content-Type',
        'Sec-Fetch-Site',
        'x-public-host',
      ),
    })
    return {
      origin,
      cachePolicy,
      originRequestPolicy,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      compress: true,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      functionAssociations: this.onRequest(stage, 'api'),
    }
  }

  private onRequest(stage: Stage, name: 'pages' | 'api') {
    const code = FunctionCode.fromFile({ filePath: join(import.meta.dirname, 'edge', `${name}.js`) })
    const made = new EdgeFunction(this, `${name}-request`, {
      functionName: `learning-city-${stage.name}-${name}`,
      runtime: FunctionRuntime.JS_2_0,
      code,
    })
    return [{ function: made, eventType: FunctionEventType.VIEWER_REQUEST }]
  }

  private explain(stage: Stage): void {
    acknowledge(this.distribution, {
      'Annotation::@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac':
        'The data stack’s own bucket policy lets the edge read.',
      'AwsSolutions-CFR1': 'Donors live in every country; nobody is turned away by place.',
      'AwsSolutions-CFR2':
        'Each verb checks what it is given, the API has a throttle, and pages are static: a firewall is decided with the first real traffic.',
      'AwsSolutions-CFR3':
        'Access logs would hold receipt keys, which stand in paths; API Gateway logs the route instead.',
      ...(stage.domain
        ? {}
        : {
            'AwsSolutions-CFR4':
              'Without a domain of its own the stage uses CloudFront’s certificate, which fixes the protocol.',
          }),
    })
  }
}
