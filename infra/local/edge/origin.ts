import { Agent, type IncomingMessage, request as send } from 'node:http'
import { readBody } from '../serve.ts'
import type { Headers } from './answer.ts'
import { lets, queryFor } from './cache.ts'
import { type EdgeRequest, pairsOf } from './script.ts'
import type { CachePolicy, Origin, OriginRequestPolicy } from './shape.ts'

export interface OriginAnswer {
  status: number
  headers: Headers
  body: Buffer
}

/** Where a host name of the cloud is on this machine. `edgeReads` is false if a bucket's policy does not let the edge in. */
export type Places = ReadonlyMap<string, { url: string; edgeReads: boolean }>

export interface Ask {
  request: EdgeRequest
  body: Buffer
  rawQuery: string
  caching: CachePolicy
  asking: OriginRequestPolicy | undefined
  /** `address:port` of the person. */
  viewer: string
  /** Version that is kept already. */
  etag?: string
}

const hop = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'proxy-authenticate']

/** Headers that CloudFront itself adds if a policy names them. */
const added = (viewer: string): Record<string, string> => ({
  'cloudfront-viewer-address': viewer,
  'cloudfront-forwarded-proto': 'https',
  'cloudfront-viewer-http-version': '2.0',
})

function headersFor({ request, body, caching, asking, viewer, etag }: Ask, origin: Origin): Record<string, string> {
  const keyed = caching.ParametersInCacheKeyAndForwardedToOrigin
  const inKey = lets(keyed.HeadersConfig.HeaderBehavior, keyed.HeadersConfig.Headers)
  const { HeaderBehavior: kind = 'none', Headers: listed = [] } = asking?.HeadersConfig ?? {}
  const asked = lets(kind, listed)
  const own = added(viewer)
  const headers: Record<string, string> = { 'user-agent': 'Amazon CloudFront' }
  for (const [name, value] of pairsOf(request.headers)) {
    if (hop.includes(name) || name in own || ['host', 'content-length', 'accept-encoding', 'cookie'].includes(name))
      continue
    if (inKey(name) || asked(name)) headers[name] = value
  }
  const names = new Set(listed.map((name) => name.toLowerCase()))
  for (const [name, value] of Object.entries(own)) if (kind !== 'allExcept' && names.has(name)) headers[name] = value
  const cookies = asking?.CookiesConfig.CookieBehavior === 'all' ? pairsOf(request.cookies) : []
  if (cookies.length > 0) headers.cookie = cookies.map(([name, value]) => `${name}=${value}`).join('; ')
  const codings = [keyed.EnableAcceptEncodingBrotli && 'br', keyed.EnableAcceptEncodingGzip && 'gzip'].filter(Boolean)
  if (codings.length > 0) headers['accept-encoding'] = codings.join(',')
  for (const { HeaderName, HeaderValue } of origin.OriginCustomHeaders) headers[HeaderName.toLowerCase()] = HeaderValue
  return {
    ...headers,
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(body.length > 0 ? { 'content-length': `${body.length}` } : {}),
    host: asked('host') && kind !== 'none' ? (request.headers.host?.value ?? origin.DomainName) : origin.DomainName,
    via: '2.0 local.cloudfront.net (CloudFront)',
    'x-amz-cf-id': 'local',
    'x-forwarded-for': viewer.replace(/:\d+$/, ''),
  }
}

/** Asks origins as CloudFront does: with what the policies let through, its own headers, and within the origin's time. */
export function origins(places: Places) {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  const failed = (status: number): OriginAnswer => ({
    status,
    headers: { 'content-type': 'text/html' },
    body: errorPage(status),
  })

  async function ask(origin: Origin, asked: Ask): Promise<OriginAnswer> {
    const place = places.get(origin.DomainName)
    if (!place) throw new Error(`the edge knows no ${origin.DomainName}`)
    const { caching, asking, request, rawQuery, body } = asked
    const keyed = queryFor(rawQuery, caching.ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig)
    const query = asking ? queryFor(rawQuery, asking.QueryStringsConfig) || keyed : keyed
    const headers = headersFor(asked, origin)
    const bucket = origin.CustomOriginConfig === undefined
    if (bucket && !place.edgeReads) return failed(403)
    if (bucket) {
      // With origin access control the edge signs as itself, and the bucket decides what it may see.
      headers.authorization =
        'AWS4-HMAC-SHA256 Credential=cloudfront/20260101/local/s3/aws4_request, SignedHeaders=host, Signature=local'
      headers.host = new URL(place.url).host
    }
    const url = new URL(place.url)
    const path = `${url.pathname.replace(/\/$/, '')}${origin.OriginPath}${request.uri}${query && !bucket ? `?${query}` : ''}`
    const seconds = origin.CustomOriginConfig?.OriginReadTimeout ?? 30
    const answer = await new Promise<IncomingMessage | number>((done) => {
      const sent = send({ host: url.hostname, port: url.port, method: request.method, path, headers, agent }, done)
      sent.setTimeout(seconds * 1_000, () => {
        done(504)
        sent.destroy()
      })
      sent.on('error', () => done(502)).end(body)
    })
    if (typeof answer === 'number') return failed(answer)
    const said = Object.entries(answer.headers).filter(([name, value]) => !hop.includes(name) && value !== undefined)
    const read = await readBody(answer)
    return { status: answer.statusCode ?? 502, headers: Object.fromEntries(said) as Headers, body: read }
  }
  return { ask, close: () => agent.destroy() }
}

export const errorPage = (status: number): Buffer =>
  Buffer.from(
    `<!DOCTYPE html><html lang="en"><title>${status}</title><h1>${status}</h1><p>The request could not be satisfied.</html>`,
  )
