import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Match } from './routes.ts'

/** Bodies of these types reach the function as text; all others, form posts included, as base64. */
const asText = /^(text\/|application\/(json|javascript|xml)\b|[\w.-]+\/[\w.-]+\+(json|xml)\b)/i

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Names in lower case, several values joined by commas, without the cookies, which have a place of their own. */
export function headersOf({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): Record<string, string> {
  const headers: Record<string, string> = {}
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!.toLowerCase()
    if (name === 'cookie' || name === 'connection') continue
    headers[name] = name in headers ? `${headers[name]},${rawHeaders[at + 1]}` : rawHeaders[at + 1]!
  }
  return headers
}

const cookiesOf = ({ cookie }: IncomingHttpHeaders): string[] =>
  cookie === undefined ? [] : cookie.split(/;\s*/).filter((each) => each !== '')

function queryOf(raw: string): Record<string, string> | undefined {
  if (raw === '') return undefined
  const query: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(raw)) query[name] = name in query ? `${query[name]},${value}` : value
  return query
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** `12/Mar/2020:19:03:58 +0000` */
function logTime(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().split('T')
  const [year, month, day] = date.split('-')
  return `${day}/${months[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`
}

interface Sent {
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'rawHeaders'>
  body: Buffer
  match: Match
  api: { id: string; domain: string }
  /** Address of whoever spoke to the API: at the edge's origin, the edge. */
  sourceIp: string
  /** Milliseconds since 1970. */
  at: number
}

/** The event that an HTTP API gives to a function, payload format 2.0. */
export function eventOf({ request, body, match, api, sourceIp, at }: Sent): APIGatewayProxyEventV2 {
  const url = request.url ?? '/'
  const mark = url.indexOf('?')
  const path = decoded(mark < 0 ? url : url.slice(0, mark))
  const rawQueryString = mark < 0 ? '' : url.slice(mark + 1)
  const method = request.method ?? 'GET'
  const headers = headersOf(request)
  const text = asText.test(headers['content-type'] ?? '') && headers['content-encoding'] === undefined
  const cookies = cookiesOf(request.headers)
  const query = queryOf(rawQueryString)
  const routeKey = match.route.key
  return {
    ...{ version: '2.0', routeKey, rawPath: path, rawQueryString },
    ...(cookies.length > 0 ? { cookies } : {}),
    headers: {
      ...headers,
      'content-length': `${body.length}`,
      'x-amzn-trace-id': `Root=1-${Math.floor(at / 1_000).toString(16)}-${randomUUID().replaceAll('-', '').slice(0, 24)}`,
      'x-forwarded-for': headers['x-forwarded-for'] ? `${headers['x-forwarded-for']}, ${sourceIp}` : sourceIp,
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
    },
    ...(query ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: api.id,
      domainName: api.domain,
      domainPrefix: api.id,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: headers['user-agent'] ?? '' },
      requestId: randomUUID(),
      ...{ routeKey, stage: '$default', time: logTime(at), timeEpoch: at },
    },
    ...(Object.keys(match.params).length > 0 ? { pathParameters: match.params } : {}),
    ...(body.length > 0 ? { body: body.toString(text ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !text,
  }
}

export interface Reply {
  status: number
  headers: Record<string, string>
  cookies: string[]
  body: Buffer
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the API makes of a function's answer; undefined if it is malformed, which the caller sees as a 500. */
export function replyOf(payload: string): Reply | undefined {
  const said: unknown = JSON.parse(payload)
  if (!isRecord(said) || said.statusCode === undefined) {
    const text = typeof said === 'string' ? said : payload
    return { status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body: Buffer.from(text) }
  }
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = said
  const status = Number(statusCode)
  if (!Number.isInteger(status) || status < 200 || status > 599) return undefined
  if (!isRecord(headers) || !Array.isArray(cookies) || (typeof body !== 'string' && body !== null)) return undefined
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const)
  const { 'content-length': _, connection: __, ...rest } = Object.fromEntries(named)
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...rest },
    cookies: cookies.map(String),
    body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'),
  }
}
