import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  request as send,
} from 'node:http'
import { afterEach } from 'vitest'
import { edgeOf } from '../../../infra/local/edge/edge.ts'
import { readEdge } from '../../../infra/local/edge/shape.ts'
import { type Listening, listen, readBody } from '../../../infra/local/serve.ts'
import type { Resource } from '../../../infra/local/stack.ts'
import { startS3 } from '../../../infra/local/standins/s3.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})
const door = async (server: Server): Promise<Listening> => {
  const opened = await listen(server)
  closers.push(opened.close)
  return opened
}

export const resource = (type: string, id: string, properties: object): Resource => ({
  ...{ stack: 'city', id, type: `AWS::CloudFront::${type}`, name: id, ref: id, arn: `arn:${id}` },
  properties: properties as Record<string, unknown>,
})
export const caching = (
  id: string,
  [MinTTL, DefaultTTL, MaxTTL]: number[],
  query: object = { QueryStringBehavior: 'none' },
) =>
  resource('CachePolicy', id, {
    CachePolicyConfig: {
      ...{ MinTTL, DefaultTTL, MaxTTL },
      ParametersInCacheKeyAndForwardedToOrigin: {
        ...{ CookiesConfig: { CookieBehavior: 'none' }, HeadersConfig: { HeaderBehavior: 'none' } },
        ...{ QueryStringsConfig: query, EnableAcceptEncodingGzip: true, EnableAcceptEncodingBrotli: true },
      },
    },
  })
export const code = (id: string, FunctionCode: string) =>
  resource('Function', id, { FunctionCode, FunctionConfig: { Runtime: 'cloudfront-js-2.0' } })
const whitelist = ['Accept', 'CloudFront-Viewer-Address', 'Content-Type', 'x-public-host']

/** A distribution as the city's: pages from a bucket, answers from an API. */
export function distribution(pages: object = {}, answers: object = {}, more: object = {}): Resource[] {
  const behavior = { CachePolicyId: 'pages', TargetOriginId: 'bucket', Compress: true }
  const api = { CachePolicyId: 'answers', TargetOriginId: 'api', OriginRequestPolicyId: 'ask', Compress: true }
  const methods = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE']
  return [
    caching('pages', [0, 60, 31_536_000]),
    caching('answers', [0, 0, 60], { QueryStringBehavior: 'all' }),
    resource('OriginRequestPolicy', 'ask', {
      OriginRequestPolicyConfig: {
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: whitelist },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      },
    }),
    resource('Distribution', 'site', {
      DistributionConfig: {
        Origins: [
          { Id: 'bucket', DomainName: 'site.s3.cloud', S3OriginConfig: {}, OriginAccessControlId: 'oac' },
          {
            ...{ Id: 'api', DomainName: 'api.cloud', CustomOriginConfig: { OriginReadTimeout: 1 } },
            OriginCustomHeaders: [{ HeaderName: 'x-origin-key', HeaderValue: 'key' }],
          },
        ],
        DefaultCacheBehavior: { ...behavior, ...pages },
        CacheBehaviors: [{ ...api, PathPattern: '/api/*', AllowedMethods: methods, ...answers }],
        CustomErrorResponses: [
          { ErrorCode: 403, ErrorCachingMinTTL: 10, ResponseCode: 404, ResponsePagePath: '/404.html' },
          { ErrorCode: 404, ErrorCachingMinTTL: 0 },
        ],
        ...more,
      },
    }),
  ]
}

export type Origin = (request: IncomingMessage, response: ServerResponse, body: string) => void
export const say =
  (text: string, headers: Record<string, string> = {}, status = 200): Origin =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text)
  }

export async function open(resources: Resource[], origin: Origin = say('{}'), edgeReads = true) {
  const clock = { now: Date.parse('2026-01-01T00:00:00Z') }
  const now = () => clock.now
  const asked: { method: string; url: string; headers: IncomingHttpHeaders; body: string }[] = []
  const api = await door(
    createServer(async (request, response) => {
      const body = (await readBody(request)).toString()
      asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
      origin(request, response, body)
    }),
  )
  const s3 = await startS3({ buckets: ['site'], now })
  closers.push(s3.close)
  const places = new Map([
    ['site.s3.cloud', { url: `${s3.origin}/site`, edgeReads }],
    ['api.cloud', { url: api.origin, edgeReads: true }],
  ])
  const edge = edgeOf({ parts: readEdge({ resources }), places, now })
  closers.push(edge.close)
  const { port } = await door(createServer(edge.handle))
  const ask = (
    path: string,
    { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: object; body?: string } = {},
  ) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((done, failed) => {
      const sent = send(
        { host: '127.0.0.1', port, method, path, headers: { ...headers }, agent: false },
        async (response) =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: await readBody(response) }),
      )
      sent.on('error', failed).end(body)
    })
  const put = (key: string, text: string, headers: Record<string, string> = {}) =>
    fetch(`${s3.origin}/site/${key}`, {
      method: 'PUT',
      body: text,
      headers: { 'content-type': 'text/html', ...headers },
    })
  return { ask, put, asked, clock, edge }
}
